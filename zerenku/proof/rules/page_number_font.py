"""页码用4号半角宋体阿拉伯数字。

通过：宋体 14 磅　不通过：等线 9 磅
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import SIZE_4, SONGTI, shown_font, shown_points
from zerenku.proof.footers import number_lines
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-page-number-font"
TITLE: Final = "页码字体字号"
CLAUSE: Final = "7.5"
REQUIRED: Final = "4号（14 磅）半角宋体"
ADVICE: Final = "页码样式用4号宋体"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Font and size of each page number."""
    return judge(
        Case("", f"{shown_font(look.font)} {shown_points(look.size)}", look.family == SONGTI and look.size == SIZE_4)
        for _, _, line, _ in number_lines(paper)
        for look in (line.look,)
    )
