"""每面排 22 行并撑满版心：12756÷22，行距固定值 28.95 磅，段前段后为 0。

末页放不下署名时可以调整行距（7.3.5.5）：署名前的一段不对齐网格、固定值 26—32 磅，也算合格。

通过：固定值 28.95 磅　不通过：固定值 28 磅（版心空出一行）、1.5 倍行距
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import AREA_HEIGHT_TWIPS, LINES
from zerenku.proof.heights import line_height
from zerenku.proof.paper import Paper, Role
from zerenku.proof.values import Paragraph
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-lines"
TITLE: Final = "正文行距"
CLAUSE: Final = "5.2.3"
REQUIRED: Final = "每页 22 行（固定值 28.95 磅）"
ADVICE: Final = "正文样式：行距“固定值 28.95 磅”，段前段后 0"
SEVERITY: Final = Severity.WARNING
MOVED: Final = (26.0, 32.0)
FULL: Final = 28.35  # with less, half a line of the type area stays empty


def check(paper: Paper) -> Measure | None:
    """The height of a line in the body, and how many fill the type area."""
    return judge(_cases(paper))


def _cases(paper: Paper) -> Iterator[Case]:
    moved = _moved(paper)
    for index, paragraph in paper.placed(Role.BODY, Role.HEADING):
        points = line_height(paragraph, paper.sections[paragraph.section]) / 20
        lines = int(AREA_HEIGHT_TWIPS / 20 / points + 0.01) if points else 0
        spare = paragraph.shape.before + paragraph.shape.after
        shown = f"行距 {points:.4g} 磅，每页 {lines} 行" + (f"，段前段后 {spare / 20:g} 磅" if spare else "")
        fits = index == moved or (lines == LINES and points >= FULL)
        yield Case(paragraph.text, shown, fits and not spare)


def _moved(paper: Paper) -> int:
    """The last paragraph of text before the first date if its lines were set closer or wider on purpose, else -1."""
    date = next((index for index, _ in paper.placed(Role.DATE)), 0)
    last = max((index for index, _ in paper.placed(Role.BODY) if index < date), default=-1)
    paragraph = paper.items[last] if last >= 0 else None
    if not isinstance(paragraph, Paragraph) or not paragraph.shape.exact or paragraph.shape.snap:
        return -1
    gridded = paper.sections[paragraph.section].grid == "lines"
    return last if gridded and MOVED[0] <= paragraph.shape.line / 20 <= MOVED[1] else -1
