"""Numbers someone can be held to: shares, counts to reach, limits (interchange.md, Recurrence and targets)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zerenku.model.clause import Operator, Target
from zerenku.model.outline import Found
from zerenku.text.fold import fold, mask_titles
from zerenku.text.numbers import ARABIC, HAN_NUMBER, read_number

_OPERATORS: Final = {
    Operator.AT_LEAST: (
        "不少于 不低于 不得少于 不得低于 不小于 不得小于 至少 最少 最低 不下于 不能少于 不能低于 应不少于 ≥ >=".split()
    ),
    Operator.AT_MOST: "不超过 不高于 不得超过 不得高于 不大于 不得大于 不多于 不得多于 最多 至多 控制在 ≤ <=".split(),
    Operator.MORE: "超过 大于 高于 突破 多于 >".split(),
    Operator.LESS: "低于 小于 少于 不足 <".split(),
    Operator.EQUAL: "达到 达 为 约 提高到 提升到 提高至 提升至 增加到 增至 降至 降到 下降到 力争达到".split(),
}
_WORDS: Final = {word: operator for operator, words in _OPERATORS.items() for word in words}
_OPERATOR: Final = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
_AFTER: Final = {
    "以上": Operator.AT_LEAST,
    "及以上": Operator.AT_LEAST,
    "以下": Operator.AT_MOST,
    "及以下": Operator.AT_MOST,
    "以内": Operator.AT_MOST,
    "之内": Operator.AT_MOST,
}
# Things one counts to reach them; those of the second row also count sets, grades and steps, and need more evidence.
_THINGS: Final = (
    "人次|家次|户次|件次|名|家|户|人|场|台|套|辆|艘|架|座|栋|幢|间|支|所|处|部|批次|篇|份|期|节|盏|口|只|亩|万元|"
    "亿元|元|"
    "微克/立方米|毫克/立方米|平方公里|平方米|立方米|公顷|公里|千米|具|吨|学时|课时|小时|个工作日|个月|周|天|例|起|宗|头|株|棵|块|片|本|册|张|幅|条次"
)
_WEAK: Final = "个百分点|个|项|条|次|件|类|种|轮|米"
_NUMBER: Final = re.compile(
    rf"""
    (?P<op>{_OPERATOR})?\ ?(?P<near>约|近|至|到)?\ ?
    (?:百分之(?P<share>百|{HAN_NUMBER})
      |(?<![\d.A-Za-z年第])(?P<number>{ARABIC})(?:\ ?-\ ?(?P<upper>{ARABIC}))?\ ?(?P<scale>[万亿千百]?)
         (?:(?P<sign>%|‰)|\ ?(?:余|多|来)?(?P<unit>{_THINGS}|{_WEAK})|(?=[。，；]))
      |(?<![第每同之统一唯初进万千百十两二三四五六七八九])(?P<han>{HAN_NUMBER})(?P<hanunit>{_THINGS}|{_WEAK}))
    \ ?(?P<after>及?以[上下内]|之内)?(?P<about>左右)?
    """,
    re.VERBOSE,
)
_HELD: Final = "|".join(
    sorted(map(re.escape, (*_OPERATORS[Operator.AT_LEAST], *_OPERATORS[Operator.AT_MOST])), key=len, reverse=True)
)
_FAR: Final = re.compile(rf"(?P<op>{_HELD}|达到(?=[^，。；：\n\d]{{0,12}}的$))[^，。；：\n\d]{{0,22}}$")
_SEGMENT: Final = re.compile(r"[，。；：！？\n]")
_REACHES: Final = re.compile(
    r"新增|新建|改造|建成|建设|建立|培育|培植|培养|培训|创建|打造|争创|创成|配备|遴选|发布|推广|选树|选择|实施|"
    r"完成|争取|力争|确保|组建|引进|"
    r"扶持|淘汰|关闭|整治|整改|治理|检查|抽查|抽取|排查|推进|推动|面向|开发|制定|编制|扩建|覆盖|评选|开展|举办|"
    r"组织|设立|布局|预留|设置|更新|安装|"
    r"新装|加装|增设|增配|换新|更换|换装|扩容|绿化|完工|疏通|清疏|贯通|归集|储足|储备|配齐|配足|报送|推出|摸清|压(?:[至到降缩]|$)|"
    r"减少|压减|下降|增加|增长|提升|提高|累计|总量|总数|达|创|落实|建"
)
# What comes after a number of a mere set: 八个方面, 15项任务, 3个阶段; and before it: 分为, 共, 上述.
_SET: Final = re.compile(
    r"\ ?(?:大|重点|主要|专项|具体|突出|关键|核心|方面|专题|专项|阶段|环节|层面|方向|步骤|类别|层次|领域|行业|部门|"
    r"组|小组|清单|机制|任务|措施|举措|"
    r"制度|工作|内容|要求|事项|指标|标准|原则|必须|一律|导向|维护|全覆盖|不放松|统一|文件|级别|等级|档次|工程|行动|"
    r"问题|要素|维度|要点|规定|禁令|条款|条件|硬措施|体系|"
    r"为一|一批|以上(?:的)?(?:文件|情形)|困难群体)"
)
_BEFORE_SET: Final = re.compile(
    r"(?:分为?|共有?|等|这|上述|以上|以下|下列|其他|其余|前|后|第|按照?|围绕|聚焦|坚持|突出|对照|根据|依据|做到|"
    r"实行|(?<!建)设有?|现有|已有|原有|包括|涉及|从)\ ?$"
)
_SET_NEAR: Final = re.compile(
    r"^[^，。；]{0,12}?(?:清单|任务|措施|举措|制度|工作|事项|机制|指标|内容|要求|标准|规定|问题)"
)
_LIAISON: Final = re.compile(r"联络员|联系人|信息员|分管|负责|专人|专职|专项|统计员")
_FORMULA: Final = re.compile(r"[*×x]\ ?$")
_PAID_NEXT: Final = re.compile(
    r"[，、]?(?:的比例|的标准)?[，、]?(?:省级|市级|县级|财政|分别)?(?:给予|予以|进行)[^，。；]{0,8}(?:奖|补|贴)"
)
# Pay, fines, points and history are no targets; nor is a threshold that says whom a sentence is about.
_MONEY: Final = re.compile(
    r"奖补|奖励|补助|补贴|贴息|罚款|处罚|罚金|给予|罚|赔偿|收费|费率|奖金|资助|扣|计分|得分|分值|权重|总分|满分|"
    r"加分|减分|利率"
)
_PAST_SHARE: Final = re.compile(
    r"(?:已(?:经|达|实现|完成|提高|提升)|截至目前|目前|去年|上年|同比|以来)[^，。；\n]{0,14}$|已$"
)
# 达到80%即启动限流: a threshold that sets something off.
_TRIGGERS: Final = re.compile(r"\ ?(?:即(?!可)|时(?!间|限|段|长)|的?就)")
_AIMS: Final = frozenset("达到 达 提高到 提升到 增加到 增至 力争达到".split())
_FITTED: Final = re.compile(r"\ ?(?:加装|安装|换装|改造|搬迁)")
_EQUIPS: Final = re.compile(r"[^，。；]{0,10}(?:加装|安装|换装|改造|配备)")
_HOLDS: Final = re.compile(r"(?:组织|开展|举办|举行)$")
_PAST: Final = re.compile(r"(?:已|累计已|共|截至目前|目前|去年|上年|同比|以来)[^，。；\n]{0,14}$")
_DURATION: Final = frozenset({"小时", "天", "个月", "周", "个工作日", "学时", "课时"})
_STRONG: Final = frozenset(
    "家 名 户 台 套 辆 艘 座 栋 幢 间 支 所 具 人次 家次 场 批次 亩 公顷 盏 个百分点 公里 千米 "
    "平方公里 立方米 微克/立方米 毫克/立方米 万元 亿元".split()
)
_COUNTED: Final = frozenset({"次", "轮", "期", "场", "遍"})
_ANY_NUMBER: Final = re.compile(r"\d|百分之|不少于|不低于|至少|不得少于|[两三四五六][次轮场]")
_SENTENCE: Final = re.compile(r"[。\n]")
_EVERY: Final = re.compile(r"每\ ?个?(?:半年|季度?|月|年度?|周|日|天|半月)[^，。；：\n]*$")
_SCOPE_TAIL: Final = re.compile(
    r"\ ?(?:/[年月日天人班])?(?:的(?!比例|目标|要求|标准|速度|覆盖|概率)|企业|单位|人员|场所|项目|建筑|老年|学历|"
    r"职称|火灾|事故|煤矿|且|或)"
)
_AGE: Final = re.compile(
    r"\ ?(?:岁|周岁|年级|年期|层|级|号|楼|度|米|毫米|厘米|千伏|伏|瓦|兆|分(?=[，。；、：）]|$)|克|升)"
)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number with its surroundings: the words before and after it in its part of the sentence.

    `word` is the operator; `listed` says that a target stands before it in the same sentence.
    """

    match: re.Match[str]
    unit: str
    before: str
    after: str
    word: str | None
    listed: bool

    @property
    def thing(self) -> str:
        """The unit without 万 or 亿."""
        return self.unit.lstrip("万亿千百") or self.unit


def read_targets(text: str) -> tuple[Found[Target], ...]:
    """Targets of the text in order; `what` stays empty. A count behind 每月 and its like is a recurrence, no target."""
    masked = mask_titles(fold(text))
    if not _ANY_NUMBER.search(masked):
        return ()
    found: list[Found[Target]] = []
    for match in _NUMBER.finditer(masked):
        if match["number"] is None and match["share"] is None and match["han"] is None:
            continue
        listed = bool(found) and not _SENTENCE.search(masked, found[-1].end, match.start())
        target = _target(text, masked, match, listed=listed)
        if target is not None:
            found.append(target)
    return tuple(found)


def _target(text: str, masked: str, match: re.Match[str], *, listed: bool) -> Found[Target] | None:
    value = read_number("一百" if match["share"] == "百" else match["number"] or match["share"] or match["han"] or "")
    unit = _unit(match)
    if value is None or unit is None:
        return None
    begin = _segment_start(masked, match.start())
    before = masked[begin : match.start()]
    stop = _SEGMENT.search(masked, match.end())
    after = masked[match.end() : stop.start() if stop else len(masked)]
    far = None if match["op"] else _FAR.search(before)
    number = _Number(match, unit, before, after, match["op"] or (far["op"] if far else None), listed)
    if _PAID_NEXT.match(masked, match.end()) or not (_share_counts if unit in {"%", "‰"} else _count_counts)(number):
        return None
    start = begin + far.start() if far and len(before) - far.start() <= 16 else _first(match)
    words = text[start : match.end()].rstrip()
    return Found(Target(op=_op(number), value=value, unit=unit, text=words), start, start + len(words))


def _unit(match: re.Match[str]) -> str | None:
    if match["share"]:
        return "%"
    if match["han"]:
        return match["hanunit"]
    if match["sign"]:
        return match["sign"]
    if match["unit"] is None:
        return match["scale"] if match["scale"] in {"亿", "万"} and match["op"] else None
    return match["scale"] + match["unit"]


def _first(match: re.Match[str]) -> int:
    if match["op"]:
        return match.start("op")
    if match["share"]:
        return match.start("share") - len("百分之")
    return match.start("number") if match["number"] else match.start("han")


def _op(number: _Number) -> Operator:
    if number.match["after"]:
        return _AFTER[number.match["after"]]
    if number.word:
        return _WORDS[number.word]
    return Operator.AT_LEAST if number.match["upper"] else Operator.EQUAL


def _segment_start(masked: str, at: int) -> int:
    start = at
    floor = max(0, at - 60)
    while start > floor and not _SEGMENT.match(masked[start - 1]):
        start -= 1
    return start


def _share_counts(number: _Number) -> bool:
    """A share counts unless it is pay, a fine, a formula, or the mark of a score."""
    around = number.before + number.after
    if number.word in _AIMS and not number.match["after"] and _TRIGGERS.match(number.after):
        return False
    return not (_MONEY.search(around) or _PAST_SHARE.search(number.before) or _FORMULA.search(number.before))


def _count_counts(number: _Number) -> bool:
    before, after, word = number.before, number.after, number.word
    held = word is not None and _WORDS[word] is not Operator.EQUAL
    if (
        _MONEY.search(before + after)
        or _PAST.search(before)
        or _AGE.match(after)
        or number.thing == "米"
        or (number.thing in {"公里", "千米"} and not _REACHES.search(before))
    ):
        return False
    if number.thing in _COUNTED and _EVERY.search(before + number.match[0]):
        return False
    if number.thing in _DURATION:
        return held and _WORDS[word or "至少"] is Operator.AT_LEAST and not _SCOPE_TAIL.match(after)
    if held or number.match["after"]:
        return _limit_counts(number)
    return _plain_counts(number)


def _limit_counts(number: _Number) -> bool:
    """不少于10人 counts wherever it stands; 超过30人的企业 and 7人以下的 say whom a sentence is about."""
    scope = _SCOPE_TAIL.match(number.after) is not None
    if number.word is None or _WORDS[number.word] is Operator.EQUAL:
        given = number.before.endswith(("给", "为")) and _EQUIPS.match(number.after) is not None
        return not scope and (given or number.listed or _REACHES.search(number.before) is not None)
    if _WORDS[number.word] is Operator.AT_LEAST:
        return not (scope and number.match["after"])
    return not scope


def _plain_counts(number: _Number) -> bool:
    """A number without a comparison: to be reached when a verb of reaching leads to it, not when it names a set."""
    before, after, thing = number.before, number.after, number.thing
    if number.match["han"] and thing in _COUNTED and number.match["han"] != "一" and _HOLDS.search(before):
        return True
    if thing == "户" and _FITTED.match(after):
        return True
    if number.match["han"] or _BEFORE_SET.search(before) or (_LIAISON.search(after) and thing in {"名", "人"}):
        return False
    reaches = _REACHES.search(before) is not None
    if thing in _STRONG:
        return reaches or number.listed or thing in {"家", "名"} or number.word in _AIMS
    if _SET.match(after) or (thing in {"项", "条", "类", "种"} and _SET_NEAR.match(after)):
        return False
    if reaches and number.match["scale"] and not after.startswith("/"):
        return True
    if thing in {"个", "项"}:
        return reaches or (number.listed and thing == "个")
    return (reaches and thing in {"处", "人", "部", "场"}) or number.word is not None
