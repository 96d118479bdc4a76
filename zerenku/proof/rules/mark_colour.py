"""发文机关标志用红色。

通过：FF0000　不通过：黑色
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import shown_colour
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-mark-colour"
TITLE: Final = "发文机关标志颜色"
CLAUSE: Final = "7.2.4"
REQUIRED: Final = "红色"
ADVICE: Final = "发文机关标志样式的颜色设为红色（255,0,0）"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The colour of the mark."""
    if paper.mark is None:
        return None
    return judge(Case(line.text, shown_colour(line.look.colour), line.look.red) for line in paper.mark.paragraphs)
