"""每面排 22 行并撑满版心：12756÷22，行距固定值 28.95 磅，段前段后为 0。

通过：固定值 28.95 磅　不通过：固定值 28 磅（版心空出一行）、1.5 倍行距
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import AREA_HEIGHT_TWIPS, LINES
from zerenku.proof.heights import line_height
from zerenku.proof.paper import Paper, Role
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-lines"
TITLE: Final = "正文行距"
CLAUSE: Final = "5.2.3"
REQUIRED: Final = "每页 22 行（固定值 28.95 磅）"
ADVICE: Final = "正文样式：行距“固定值 28.95 磅”，段前段后 0"
SEVERITY: Final = Severity.WARNING
FULL: Final = 28.35  # with less, half a line of the type area stays empty


def check(paper: Paper) -> Measure | None:
    """The height of a line in the body, and how many fill the type area."""
    return judge(_cases(paper))


def _cases(paper: Paper) -> Iterator[Case]:
    for paragraph in paper.of(Role.BODY, Role.HEADING):
        points = line_height(paragraph, paper.sections[paragraph.section]) / 20
        lines = int(AREA_HEIGHT_TWIPS / 20 / points + 0.01) if points else 0
        spare = paragraph.shape.before + paragraph.shape.after
        shown = f"行距 {points:.4g} 磅，每页 {lines} 行" + (f"，段前段后 {spare / 20:g} 磅" if spare else "")
        yield Case(paragraph.text, shown, lines == LINES and points >= FULL and not spare)
