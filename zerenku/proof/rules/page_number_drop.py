"""一字线上距版心下边缘 7 毫米。由页脚边距和行高推算，误差 1 毫米以内算合格。

通过：6.8 毫米　不通过：12.0 毫米
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import BOTTOM, NUMBER_DROP, mm, shown_mm
from zerenku.proof.footers import number_lines
from zerenku.proof.heights import line_height
from zerenku.proof.paper import Paper
from zerenku.proof.places import near
from zerenku.proof.values import Paragraph, Section
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-page-number-drop"
TITLE: Final = "页码高低"
CLAUSE: Final = "7.5"
REQUIRED: Final = "一字线在版心下边缘之下 7 毫米"
ADVICE: Final = "页脚距边界 24.7 毫米，页码行固定值 20 磅"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The distance of the dashes from the type area."""
    return judge(_case(section, line, below) for section, _, line, below in number_lines(paper) if not line.boxed)


def _case(section: Section, line: Paragraph, below: float) -> Case:
    foot = section.footer + below + line.shape.after + line_height(line) / 2
    drop = BOTTOM - mm(foot)
    return Case("", shown_mm(drop), near(drop, NUMBER_DROP, within=1))
