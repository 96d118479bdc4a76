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
SAME: Final = 80.0
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
    for match in MARKED.finditer(paper.text.replace("\n", " "), title.start, own.start):
        said = letters(match["name"])
        if said == right or said in seen or fuzz.ratio(said, right) < SAME:
            continue
        seen.add(said)
        where = "通知标题" if match.start() < title.end else "印发通知"
        text = f"{where}写“{match['name']}”，方案标题是“{own.value}”"
        yield Flaw(match.start("name"), match.end("name"), text, "改成一样")


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
