"""附注居左空二字加圆括号编排在成文日期下一行。

通过：（此件公开发布）　不通过：(此件公开发布)，顶格
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper, Role
from zerenku.proof.places import first_in, left_in, near
from zerenku.proof.values import Paragraph
from zerenku.proof.verdict import Case, Measure, judge, judge_flaws

ID: Final = "layout-annotation"
TITLE: Final = "附注"
CLAUSE: Final = "7.3.6"
REQUIRED: Final = "左空二字，加圆括号"
ADVICE: Final = "附注排在成文日期下一行，左空二字，用全角圆括号括起"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Brackets and indent of the note under the date."""
    return judge(_case(paragraph) for paragraph in paper.of(Role.ANNOTATION))


def _case(paragraph: Paragraph) -> Case:
    text = paragraph.text.strip()
    flaws = {
        "不是左空二字": not near(first_in(paragraph)[-1] + left_in(paragraph), 2),
        "不是全角圆括号": not (text.startswith("（") and text.endswith("）")),
    }
    return judge_flaws(text, flaws, good="左空二字，圆括号")
