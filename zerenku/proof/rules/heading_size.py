"""各层标题与正文一样用3号字。

通过：16 磅　不通过：18 磅
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import SIZE_3, shown_points
from zerenku.proof.paper import Paper, Role
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-heading-size"
TITLE: Final = "层次标题字号"
CLAUSE: Final = "7.3.3"
REQUIRED: Final = "3号（16 磅）"
ADVICE: Final = "层次标题样式的字号设为三号"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The size of headings that stand on lines of their own."""
    return judge(
        Case(paragraph.text, shown_points(paragraph.look.size), paragraph.look.size == SIZE_3)
        for paragraph in paper.of(Role.HEADING)
    )
