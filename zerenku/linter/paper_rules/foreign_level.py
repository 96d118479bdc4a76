"""“全镇、全区、我市”要与发文机关的层级相符。镇的方案里写“在全区组织开展”，多半是照抄上级文件。

通过：镇的方案写“在全镇开展”　不通过：镇的方案写“在全区开展”“结合我区实际”；说明上级情况的（全市排名、按照全省部署）不算
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.standing import RANK
from zerenku.model.finding import Severity
from zerenku.model.register import Level
from zerenku.text.fold import mask_titles

ID: Final = "foreign-level"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "中"
LEVELS: Final = {
    "省": Level.PROVINCE,
    "市": Level.CITY,
    "区": Level.COUNTY,
    "县": Level.COUNTY,
    "镇": Level.TOWN,
    "乡": Level.TOWN,
}
WHOLE: Final = re.compile(
    r"(?:(?<![健安完齐保])全|(?<![自大])我|(?<![基日书剧根成])本)(?P<kind>[省市区县镇乡])(?![级场直民域间村政街])"
)
# What is said of a superior's area without claiming to act in it.
REFERS: Final = re.compile(
    r"按照|根据|依据|配合|依托|落实|贯彻|参照|对标|对照|响应|争取|力争|名列|位居|高于|低于|优于|走在|处于|排|召开|参加|收看|迎接|接受"
    r"|全国|全省|全市|纳入|列入|服从|结合|会议|通报|统一|汲取|吸取|案例|为例"
)
REFERS_AFTER: Final = re.compile(
    r"(?:近期|近年|接连|连续|相继|先后|多地|多次|发生|平均|排名|首位|之首|上游|前列|前[一二三四五六七八九十\d]|领先|通报|会议|考核|范围内推|的?统一|的?部署|[^，。；]{0,14}(?:严峻|复杂|会议|标准|平台|系统|方案|部署|要求|电视电话会|考核|规划|排名|前列))"
)
LOCAL: Final = re.compile("[的]?(?:工作)?实际(?!上)")
"""结合我区实际 speaks of the own area whatever stands before it."""
SEGMENT: Final = re.compile(r"[，。；：！？\n“（]")


def check(paper: Paper) -> Iterator[Flaw]:
    """全X, 我X, 本X of another level than the issuer's, in the text's own action."""
    level = paper.standing.level
    if level not in {Level.TOWN, Level.COUNTY, Level.CITY} or not (paper.standing.sure or level is Level.CITY):
        return
    masked = mask_titles(paper.text)
    own_kinds = _own_kinds(paper)
    for match in WHOLE.finditer(masked, paper.start, paper.end):
        kind = match["kind"]
        here, there = RANK[level], RANK[LEVELS[kind]]
        lower = there > here and not (level is Level.CITY and kind in "县镇乡")
        above = there < here and refers(masked, match)
        if kind in own_kinds or lower or above:
            continue
        word = match[0][0] + paper.standing.kind
        text = f"“{match[0]}”与发文机关（{paper.standing.names[-1]}）的层级不符"
        yield Flaw(match.start(), match.end(), text, f"改为“{word}”，或写明是上级的要求")


def _own_kinds(paper: Paper) -> str:
    kind = paper.standing.kind
    return {"街道": "街", "区": "区市", "市": "市"}.get(kind, kind)


def refers(masked: str, match: re.Match[str]) -> bool:
    """Whether the words speak of a superior's area without claiming to act in it: 按照全市部署, 全市排名."""
    if LOCAL.match(masked, match.end()):
        return False
    begin = max(
        (found.end() for found in SEGMENT.finditer(masked, max(0, match.start() - 40), match.start())),
        default=max(0, match.start() - 40),
    )
    before = masked[begin : match.start()]
    return bool(REFERS.search(before) or REFERS_AFTER.match(masked, match.end()))
