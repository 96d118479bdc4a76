"""抄送机关、印发机关和印发日期用4号仿宋体。

通过：仿宋_GB2312 14 磅　不通过：仿宋_GB2312 16 磅
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import FANGSONG, SIZE_4, shown_font, shown_points
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-imprint-text"
TITLE: Final = "版记字体字号"
CLAUSE: Final = "7.4.2、7.4.3"
REQUIRED: Final = "4号（14 磅）仿宋"
ADVICE: Final = "版记文字用4号仿宋"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Font and size of the 版记."""
    return judge(
        Case(
            piece.text.strip(),
            f"{shown_font(piece.look.font)} {shown_points(piece.look.size)}",
            piece.look.family == FANGSONG and piece.look.size == SIZE_4,
        )
        for paragraph in paper.imprint
        for piece in paragraph.pieces
        if piece.text.strip()
    )
