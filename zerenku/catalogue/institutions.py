"""Names that offices bear everywhere, without a place, and which of them a garbled name is meant to be.

Sources: the institutions of provincial, city and county government before and after the reforms of 2018 and 2023.
A name that merely resembles one of these may be another office; only what no office is called counts as garbled.
"""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz.distance import OSA, Levenshtein

# 某 stands for the place, as papers write that mean none in particular.
STEMS: Final[tuple[str, ...]] = tuple(
    name.removeprefix("某")
    for name in """
    某安全生产监督管理局 某安全生产监督管理所 某安全生产委员会 某安全生产委员会办公室 某安全生产监察大队
    某应急管理局 某市场监督管理局 某市场监督管理所 某市场监督管理分局 某工商行政管理局 某质量技术监督局
    某食品药品监督管理局 某住房和城乡建设局 某城市管理局 某城市管理行政执法局 某综合行政执法局 某行政综合执法局
    某交通运输局 某道路运输管理局 某道路运输管理所 某生态环境局 某环境保护局 某自然资源局 某自然资源和规划局
    某国土资源局 某农业农村局 某文化广电和旅游局 某文化广电新闻出版局 某卫生健康委员会 某卫生和计划生育委员会
    某发展和改革委员会 某发展和改革局 某经济和信息化局 某经济和信息化委员会 某工业和信息化局 某科学技术局
    某人力资源和社会保障局 某退役军人事务局 某消防救援大队 某消防救援支队 某消防救援总队 某消防救援中队
    某公安消防大队 某交通警察大队 某交通警察支队 某机关事务管理局 某行政审批局 某政务服务管理局 某粮食和物资储备局
    某医疗保障局 某民族宗教事务局 某地方金融监督管理局 某公共资源交易中心 某供销合作总社 某应急管理办公室
    某社会治安综合治理办公室 某社会事业局 某经济发展局 某消防安全委员会 某消防安全委员会办公室
    某道路交通安全委员会办公室 某融媒体中心 某财政局 某教育局 某公安局 某民政局 某司法局 某水利局 某审计局 某统计局
    """.split()
)
# Letters that keyboards and scanners put for the right one.
TAKEN_FOR: Final = {
    right: frozenset(wrong)
    for right, wrong in (
        pair.split("=")
        for pair in (
            "理=埋里哩厘 急=及级极 管=馆官 监=临鉴坚 督=都睹 输=愉谕述 境=镜竟 政=证 设=没社 资=姿咨 源=原元 场=厂 "
            "障=章 疗=辽 救=求 援=缓 消=销肖 防=放房坊 规=归 划=化画 健=建键 康=糠 全=金 通=桶 运=云 执=值 法=发 "
            "服=福 务=物 然=燃 济=齐 展=屐 业=亚 队=对 化=花 态=太 保=堡 护=户 环=坏 城=诚 村=付材 农=浓 审=甲 批=比 "
            "融=溶熔 媒=煤 财=才材 育=玉欲 利=力立 计=记技 司=私"
        ).split()
    )
}
LONG: Final = 7
"""Characters from which any one wrong letter is a misprint: shorter names with another letter are other offices."""
TELLING: Final = frozenset("省市县区镇乡村州旗国一二三四五六七八九十东西南北中上下新老大小总支分办局所")
"""Letters that tell two offices apart."""
AND: Final = str.maketrans("与及", "和和")
"""Names that differ in their word for “and” alone are one."""
PLACE: Final = re.compile(r"[\u4e00-\u9fff]{0,8}?[省市县区旗镇乡](?!场|政|镇|域|划)(?=.{4})")


def meant_institution(name: str) -> str | None:
    """The institution that a garbled name means, with the place before it as written; None if it may be right."""
    starts = [0]
    while len(starts) < 4 and (match := PLACE.match(name, starts[-1])):
        starts.append(match.end())
    cores = [name[start:].translate(AND) for start in starts]
    if any(core in STEMS for core in cores):
        return None
    for start, core in zip(starts, cores, strict=True):
        for stem in STEMS:
            if _garbled(core, stem):
                return name[:start] + stem
    return None


def _garbled(core: str, stem: str) -> bool:
    """One letter exchanged inside, one doubled, or two neighbours swapped."""
    if len(core) - len(stem) not in {0, 1} or core[:1] + core[-1:] != stem[:1] + stem[-1:]:
        return False
    steps = Levenshtein.editops(core, stem)
    if len(core) > len(stem):
        at = next((step.src_pos for step in steps), 0)
        return len(steps) == 1 and core[at] in core[max(0, at - 1) : at] + core[at + 1 : at + 2]
    if len(steps) == 2:  # a swap is two changes
        return len(stem) >= LONG and OSA.distance(core, stem) == 1
    if len(steps) != 1:
        return False
    (step,) = steps
    wrong, right = core[step.src_pos], stem[step.dest_pos]
    return wrong in TAKEN_FOR.get(right, frozenset()) or (len(stem) >= LONG and not {wrong, right} & TELLING)
