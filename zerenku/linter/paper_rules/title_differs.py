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

ID: Final = "title-differs"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"
MARKED: Final = re.compile(r"《(?P<name>[^\n]{6,80}?)》(?=的通知|印发|，?(?:现|已|并|予以|自|请)|下发|发给|转发|$|\n)")
SAME: Final = 80.0


def check(paper: Paper) -> Iterator[Flaw]:
    """Names in 《》 from the notice's title to the plan's own, that are nearly but not quite the plan's title."""
    own, title = paper.head.plan_title, paper.head.title
    if own is None or title is None or own.start <= title.start:
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
