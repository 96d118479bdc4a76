"""通知标题、印发语和方案本身的标题，说的是同一个文件，应当一字不差。

通过：关于印发《柳塘镇消防整治方案》的通知——柳塘镇消防整治方案
不通过：关于印发《柳塘镇消防整治方案》的通知——柳塘镇消防专项整治方案
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz

from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.paper_rules.attachment_title import letters
from zerenku.model.finding import Severity
from zerenku.model.outline import Found

ID: Final = "title-differs"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"
MARKED: Final = re.compile(r"《(?P<name>[^\n]{6,80}?)》(?=的通知|印发|，?(?:现|已|并|予以|自|请)|下发|发给|转发|$|\n)")
ISSUED: Final = re.compile(
    r"(?:现将|关于印发|制定了?|拟定了?|制订了?|编制了?)《(?P<name>[^《》\n]{6,80})》(?![^。]{0,6}[转批]发)"
)
BARE: Final = re.compile(r"关于(?:印发|下发|发布)(?P<name>[^《》等]{6,80})的通知")
LISTED: Final = re.compile(r"现将《[^《》]+》\ ?[、和与及]?《")
SEVERAL: Final = re.compile("(?:方案|意见|计划|办法|细则|要点|政策|措施|规定)(?:和|与|及|、)")
EDITION: Final = re.compile("(?:摘编|样稿)$")
PLACE: Final = re.compile(r"[\u4e00-\u9fff]{1,12}(?:[省市县区镇乡州盟旗]|街道)")
SAME: Final = 80.0
OWN: Final = 40.0
"""What a notice says that it issues is its own plan, even where the names are less alike."""
TITLE: Final = re.compile(
    r"[^，。；：、《》\d附关][^。；：《》]{5,58}(?:方案|意见|计划|办法|细则|要点)(?:（[^（）]{2,12}）)?"
)


def check(paper: Paper) -> Iterator[Flaw]:
    """Names in 《》 from the notice's title to the plan's own, that are nearly but not quite the plan's title."""
    own, title = paper.head.plan_title, paper.head.title
    if own is not None and title is not None and own.start <= title.start:
        own = _printed(paper, title.end, own.value)
    if own is None or title is None:
        return
    right = letters(own.value)
    seen: set[str] = set()
    for match, least in _named(paper, title, own.start):
        said = letters(match["name"])
        if said in seen or _same(said, right) or fuzz.ratio(said, right) < least:
            continue
        seen.add(said)
        where = "通知标题" if match.start() < title.end else "印发通知"
        text = f"{where}写“{match['name']}”，方案标题是“{own.value}”"
        yield Flaw(match.start("name"), match.end("name"), text, "改成一样")


def _same(said: str, right: str) -> bool:
    """Letter for letter, but for 关于, the edition, and the place, which the issuer before 关于印发 names already."""
    said, right = said.removeprefix("关于"), EDITION.sub("", right.removeprefix("关于"))
    return said == right or (right.endswith(said) and PLACE.fullmatch(right.removesuffix(said)) is not None)


def _named(paper: Paper, title: Found[str], end: int) -> Iterator[tuple[re.Match[str], float]]:
    """Names that may mean the plan, in text order, each with how alike they must be to mean it."""
    text = paper.text.replace("\n", " ")
    if LISTED.search(text, title.end, end):
        return  # the notice issues several plans, and its title may sum them up
    for match in BARE.finditer(text, title.start, title.end):
        if not SEVERAL.search(match["name"]):
            yield match, OWN
    for first, last in ((title.start, title.end), (title.end, end)):
        issued = [match for match in ISSUED.finditer(text, first, last) if match.end() <= last]
        if len(issued) == 1:
            yield issued[0], OWN
    yield from ((match, SAME) for match in MARKED.finditer(text, title.start, end))


def _printed(paper: Paper, after: int, said: str) -> Found[str] | None:
    """A plan that is known by the notice's title alone: the one line before its outline that is a title, too."""
    first = paper.pieces[0].start if paper.pieces else paper.end
    lines = [
        Found(paper.text[start:end].strip(), start, end)
        for start, end in paper.lines
        if after < start < first and TITLE.fullmatch(paper.text[start:end].strip())
    ]
    alike = [line for line in lines if fuzz.ratio(letters(line.value), letters(said)) >= SAME]
    return alike[0] if len(alike) == 1 else None
