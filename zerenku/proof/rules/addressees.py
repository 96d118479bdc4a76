"""主送机关居左顶格，回行时仍顶格，最后一个机关名称后标全角冒号。

通过：各镇人民政府：　不通过：左空二字、半角冒号
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper, Role
from zerenku.proof.places import flush_left
from zerenku.proof.values import Paragraph
from zerenku.proof.verdict import Case, Measure, judge, judge_flaws

ID: Final = "layout-addressees"
TITLE: Final = "主送机关"
CLAUSE: Final = "7.3.2"
REQUIRED: Final = "居左顶格，回行顶格，末尾用全角冒号"
ADVICE: Final = "主送机关不缩进、左对齐，最后一个机关名称后用“：”"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Place and last mark of the addressees."""
    return judge(_case(paragraph) for paragraph in paper.of(Role.ADDRESSEES))


def _case(paragraph: Paragraph) -> Case:
    flaws = {
        "不顶格": not flush_left(paragraph) and not paragraph.text[:1].isspace(),
        "末尾不是全角冒号": not paragraph.text.rstrip().endswith("："),
    }
    return judge_flaws(paragraph.text, flaws, good="顶格，末尾“：”")
