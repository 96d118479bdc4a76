"""份号、密级和保密期限、紧急程度顶格编排在版心左上角，自上而下分行；密级和紧急程度用3号黑体。

通过：特急（3号黑体，顶格）　不通过：特急（居中）
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import HEITI, SIZE_3, shown_points
from zerenku.proof.paper import Paper, Role
from zerenku.proof.places import flush_left
from zerenku.proof.values import Paragraph
from zerenku.proof.verdict import Case, Measure, judge, judge_flaws

ID: Final = "layout-flags"
TITLE: Final = "份号、密级、紧急程度"
CLAUSE: Final = "7.2.1—7.2.3"
REQUIRED: Final = "3号，版心左上角顶格；密级、紧急程度用黑体"
ADVICE: Final = "密级和紧急程度用3号黑体，顶格排在版心左上角"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Font, size and place of the lines over the mark."""
    return judge(_case(paragraph) for paragraph in paper.of(Role.FLAG))


def _case(paragraph: Paragraph) -> Case:
    look = paragraph.look
    flaws = {
        "不顶格": not flush_left(paragraph),
        f"字号 {shown_points(look.size)}": look.size != SIZE_3,
        f"字体 {look.font}": look.family != HEITI and not paragraph.text.strip().isdigit(),
    }
    return judge_flaws(paragraph.text, flaws, good="3号，顶格")
