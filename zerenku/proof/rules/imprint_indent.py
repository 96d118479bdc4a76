"""抄送机关、印发机关左空一字，抄送机关、印发日期右空一字。

通过：左空 1 字、右空 1 字　不通过：顶格
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper
from zerenku.proof.places import em, left_in, near, right_in
from zerenku.proof.values import Paragraph
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-imprint-indent"
TITLE: Final = "版记缩进"
CLAUSE: Final = "7.4.2、7.4.3"
REQUIRED: Final = "左右各空一字"
ADVICE: Final = "版记段落左右各缩进 1 字符；抄送机关回行与冒号后的首字对齐"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The room left and right of each line of the 版记."""
    return judge(_case(paragraph) for paragraph in paper.imprint)


def _case(paragraph: Paragraph) -> Case:
    shape, unit = paragraph.shape, em(paragraph)
    left = left_in(paragraph) + (shape.first / unit if shape.first else shape.first_chars / 100)
    right = right_in(paragraph)
    return Case(paragraph.text, f"左空 {left:.2g} 字、右空 {right:.2g} 字", near(left, 1) and near(right, 1))
