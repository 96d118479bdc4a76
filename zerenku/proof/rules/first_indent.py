"""每个自然段左空二字，回行顶格。居中的章节名不算；用空格空出来的由另一条规则管。

通过：首行缩进 2 字符　不通过：不缩进、整段左缩进
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper, Role
from zerenku.proof.places import first_in, left_in, near, right_in
from zerenku.proof.values import Paragraph
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-first-indent"
TITLE: Final = "段落缩进"
CLAUSE: Final = "7.3.3"
REQUIRED: Final = "首行左空二字，回行顶格"
ADVICE: Final = "段落设“首行缩进 2 字符”，左右缩进 0"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The indents of text and headings."""
    return judge(
        _case(paragraph)
        for paragraph in paper.of(Role.BODY, Role.HEADING)
        if paragraph.shape.align != "center" and not paragraph.text[:1].isspace()
    )


def _case(paragraph: Paragraph) -> Case:
    first, left, right = first_in(paragraph), left_in(paragraph), right_in(paragraph)
    shown = f"首行缩进 {first[-1]:.3g} 字" + (f"，左缩进 {left:.3g} 字" if left else "")
    shown += f"，右缩进 {right:.3g} 字" if right else ""
    return Case(paragraph.text, shown, all(near(value, 2) for value in first) and not left and not right)
