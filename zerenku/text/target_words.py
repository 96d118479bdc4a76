"""The words that tell whether a number is a target: operators, things counted, verbs of reaching, names of sets."""

from __future__ import annotations

import re
from typing import Final

from zerenku.model.clause import Operator
from zerenku.text.numbers import ARABIC, HAN, HAN_NUMBER

OPERATORS: Final = {
    Operator.AT_LEAST: (
        "不少于 不低于 不得少于 不得低于 不小于 不得小于 至少 最少 最低 不下于 不能少于 不能低于 应不少于 ≥ >=".split()
    ),
    Operator.AT_MOST: "不超过 不高于 不得超过 不得高于 不大于 不得大于 不多于 不得多于 最多 至多 控制在 ≤ <=".split(),
    Operator.MORE: "超过 大于 高于 突破 多于 >".split(),
    Operator.LESS: "低于 小于 少于 不足 <".split(),
    Operator.EQUAL: "达到 达 为 约 提高到 提升到 提高至 提升至 增加到 增至 降至 降到 下降到 力争达到".split(),
}
WORDS: Final = {word: operator for operator, words in OPERATORS.items() for word in words}
OPERATOR: Final = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))
AFTER: Final = {
    "以上": Operator.AT_LEAST,
    "及以上": Operator.AT_LEAST,
    "以下": Operator.AT_MOST,
    "及以下": Operator.AT_MOST,
    "以内": Operator.AT_MOST,
    "之内": Operator.AT_MOST,
}
# Things one counts to reach them; those of the second row also count sets, grades and steps, and need more evidence.
THINGS: Final = (
    "人次|家次|户次|件次|名|家|户|人|场|台|套|辆|艘|架|座|栋|幢|间|支|所|处|部|批次|篇|份|期|节|盏|口|只|亩|万元|"
    "亿元|元|"
    "微克/立方米|毫克/立方米|平方公里|平方米|立方米|公顷|公里|千米|具|吨|学时|课时|小时|个工作日|个月|周|天|例|起|宗|头|株|棵|块|片|本|册|张|幅|条次"
)
WEAK: Final = "个百分点|个|项|条|次|件|类|种|轮|米"
NUMBER: Final = re.compile(
    rf"""
    (?P<op>{OPERATOR})?\ ?(?P<near>约|近|至|到)?\ ?
    (?:百分之(?P<share>百|{HAN_NUMBER})
      |(?<![\d.A-Za-z年第])(?P<number>{ARABIC})(?:\ ?-\ ?(?P<upper>{ARABIC}))?\ ?(?P<scale>[万亿千百]?)
         (?:(?P<sign>%|‰)|\ ?(?:余|多|来)?(?P<unit>{THINGS}|{WEAK})|(?=[。，；]))
      |(?<![\d.十百分])(?P<tenths>[一二两三四五六七八九1-9])成(?=以[上下]|左右|[，。；的])
      |(?<![第每同之统一唯初进万千百十两二三四五六七八九])(?P<han>{HAN_NUMBER})(?P<hanunit>{THINGS}|{WEAK}))
    \ ?(?P<after>及?以[上下内]|之内)?(?P<about>左右)?
    """,
    re.VERBOSE,
)
BEGINS: Final = re.compile(rf"[ \d{HAN}百约近至到{re.escape(''.join(sorted({word[0] for word in WORDS})))}]")
"""The characters that a number, or the words before it, can begin with."""
HELD: Final = "|".join(
    sorted(map(re.escape, (*OPERATORS[Operator.AT_LEAST], *OPERATORS[Operator.AT_MOST])), key=len, reverse=True)
)
FAR: Final = re.compile(rf"(?P<op>{HELD}|达到(?=[^，。；：\n\d]{{0,12}}的$))[^，。；：\n\d]{{0,22}}$")
SEGMENT: Final = re.compile(r"[，。；：！？\n]")
REACHES: Final = re.compile(
    r"新增|新建|改造|建成|建设|建立|培育|培植|培养|培训|创建|打造|争创|创成|配备|遴选|发布|推广|选树|选择|实施|"
    r"完成|争取|力争|确保|组建|引进|"
    r"扶持|淘汰|关闭|整治|整改|治理|检查|抽查|抽取|排查|推进|推动|面向|开发|制定|编制|扩建|覆盖|评选|开展|举办|"
    r"组织|设立|布局|预留|设置|更新|安装|"
    r"消除|消灭|解决|清除|拆除|取缔|查处|办结|清理|打通|发放|印发|张贴|悬挂|购置|采购|投放|栽植|种植|招募|聘用|选派|派驻|认证|开通|储煤|救助|帮扶|"
    r"新装|加装|增设|增配|换新|更换|换装|扩容|绿化|完工|疏通|清疏|贯通|归集|储足|储备|配齐|配足|报送|推出|摸清|压(?:[至到降缩]|$)|"
    r"减少|压减|缩减|整合|归并|备[足齐]|下降|增加|增长|提升|提高|累计|总量|总数|达|创|落实|建"
)
# What comes after a number of a mere set: 八个方面, 15项任务, 3个阶段; and before it: 分为, 共, 上述.
SET: Final = re.compile(
    r"\ ?(?:大|重点|主要|专项|具体|突出|关键|核心|方面|专题|专项|阶段|环节|层面|方向|步骤|类别|层次|领域|行业|部门|"
    r"组|小组|清单|机制|任务|措施|举措|"
    r"制度|工作|内容|要求|事项|指标|标准|原则|必须|一律|导向|维护|全覆盖|不放松|统一|文件|级别|等级|档次|工程|行动|"
    r"[\u4e00-\u9fff]{2,4}组(?![织建成合])|问题|要素|维度|要点|规定|禁令|条款|条件|硬措施|体系|"
    r"为一|一批|以上(?:的)?(?:文件|情形)|困难群体)"
)
BEFORE_SET: Final = re.compile(
    r"(?:分为?|共有?|等|这|上述|以上|以下|下列|其他|其余|前|后|第|按照?|围绕|聚焦|坚持|突出|对照|根据|依据|做到|"
    r"实行|(?<!建)设有?|现有|已有|原有|包括|涉及|从)\ ?$"
)
SET_NEAR: Final = re.compile(
    r"^[^，。；]{0,12}?(?:清单|任务|措施|举措|制度|工作|事项|机制|指标|内容|要求|标准|规定|问题)"
)
STOCK: Final = re.compile(
    r"(?:对|向|针对|全[市县区州省镇乡域旗]|辖区内?|我[市县区州省镇]|境内|本[市县区]|其中|范围内)(?:的|内的?)?\ ?$"
)
"""对16家企业, 全市58家企业: how many there are, not how many to reach."""
DONE: Final = re.compile(r"(?:完成|改造|新建|建成|修复|新增|开通|优化|整治|治理|整改|加密)\ ?$")
GOES_ON: Final = re.compile(r"\ ?(?!以[上下]|及以|左右|[的并且])[\u4e00-\u9fffA-Za-z“]")
LIAISON: Final = re.compile(r"联络员|联系人|信息员|分管|负责|专人|专职|专项|统计员")
FORMULA: Final = re.compile(r"[*×x]\ ?$")
PAID_NEXT: Final = re.compile(
    r"[，、]?(?:的比例|的标准)?[，、]?(?:省级|市级|县级|财政|分别)?(?:给予|予以|进行)[^，。；]{0,8}(?:奖|补|贴)"
)
# Pay, fines, points and history are no targets; nor is a threshold that says whom a sentence is about.
MONEY: Final = re.compile(
    r"奖补|奖励|补助|补贴|贴息|罚款|处罚|罚金|给予|罚|赔偿|收费|费率|奖金|资助|扣|计分|得分|分值|权重|总分|满分|"
    r"加分|减分|利率"
)
PAST_SHARE: Final = re.compile(
    r"(?:已(?:经|达|实现|完成|提高|提升)|截至目前|目前|去年|上年|同比|以来)[^，。；\n]{0,14}$|已$"
)
LESS_THAN: Final = re.compile(
    r"^(?!.*已)[^，。；]*(?:同比|环比|[较比](?:去年|上年|前)[^，。；]{0,6}|(?:去年|上年)(?:同期)?)"
    r"[^，。；]{0,6}(?:下降|减少|降低|压减|减|降|上升|增长|提高|提升|增加|增)[^，。；]{0,4}$"
)
LISTED: Final = re.compile(r"[、和]\ ?\d+(?:\.\d+)?%\ ?及?以[上下]")
"""分别下降10%、15%以上: what the last share of a row is, the first is as well."""
INTENDS: Final = re.compile(r"实现|确保|力争|争取|达到|保持|目标|不低于|不少于|控制")
# 达到80%即启动限流: a threshold that sets something off.
TRIGGERS: Final = re.compile(r"\ ?(?:即(?!可)|时(?!间|限|段|长)|的?就)")
AIMS: Final = frozenset("达到 达 提高到 提升到 增加到 增至 力争达到".split())
FITTED: Final = re.compile(r"\ ?(?:加装|安装|换装|改造|搬迁)")
EQUIPS: Final = re.compile(r"[^，。；]{0,10}(?:加装|安装|换装|改造|配备)")
HOLDS: Final = re.compile(r"(?:组织|开展|举办|举行)$")
PAST: Final = re.compile(r"(?:已|累计已|共|截至目前|目前|去年|上年|同比|以来)[^，。；\n]{0,14}$")
DURATION: Final = frozenset({"小时", "天", "个月", "周", "个工作日", "学时", "课时"})
STRONG: Final = frozenset(
    "家 名 户 台 套 辆 艘 座 栋 幢 间 支 所 具 人次 家次 场 批次 亩 公顷 盏 个百分点 公里 千米 "
    "平方公里 立方米 微克/立方米 毫克/立方米 万元 亿元".split()
)
CONCRETE: Final = frozenset("块 册 份 本 张 幅 盏 口 只 根 株 棵 头 吨 片 具 篇 节 例 起 宗".split())
"""Things that are there to be made, given out or dealt with, when the number stands behind their name."""
COUNTED: Final = frozenset({"次", "轮", "期", "场", "遍"})
ANY_NUMBER: Final = re.compile(r"\d|百分之|不少于|不低于|至少|不得少于|[两三四五六][次轮场]|成[以左，。；的]")
SENTENCE: Final = re.compile(r"[。\n]")
EVERY: Final = re.compile(
    r"每\ ?个?(?:[两2三3六6]\ ?个月|[两2]\ ?周|晚|半年|季度?|月|年度?|周|日|天|半月|旬|学[期年])[^，。；：\n]*$"
)
SCOPE_TAIL: Final = re.compile(
    r"\ ?(?:/[年月日天人班])?(?:(?:作业|生产|规模|从业|在册)?(?:场所|企业|单位|岗位|人员)|"
    r"的(?!比例|目标|要求|标准|速度|覆盖|概率)|企业|单位|人员|场所|项目|建筑|老年|学历|"
    r"职称|火灾|事故|煤矿|且|或)"
)
AGE: Final = re.compile(
    r"\ ?(?:岁|周岁|年级|年期|层|级|号|楼|度|米|毫米|厘米|千伏|伏|瓦|兆|分(?=[，。；、：）]|$)|克|升)"
)
