"""正文和各要素一般用3号字。

通过：16 磅　不通过：14 磅（四号）、15 磅（小三）
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import SIZE_3, shown_points
from zerenku.proof.paper import Paper
from zerenku.proof.rules.body_font import ELEMENTS
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-body-size"
TITLE: Final = "正文字号"
CLAUSE: Final = "5.2.2"
REQUIRED: Final = "3号（16 磅）"
ADVICE: Final = "正文样式的字号设为三号"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The size of every stretch of text."""
    return judge(
        Case(piece.text, shown_points(piece.look.size), piece.look.size == SIZE_3)
        for paragraph in paper.of(*ELEMENTS)
        for piece in paragraph.pieces
        if piece.text.strip()
    )
