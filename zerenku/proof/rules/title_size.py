"""标题一般用2号字。

通过：22 磅　不通过：18 磅（小二）
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import SIZE_2, shown_points
from zerenku.proof.paper import Paper, Role
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-title-size"
TITLE: Final = "标题字号"
CLAUSE: Final = "7.3.1"
REQUIRED: Final = "2号（22 磅）"
ADVICE: Final = "标题样式的字号设为二号"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The size of the title, and of the titles of attachments."""
    return judge(
        Case(paragraph.text, shown_points(paragraph.look.size), paragraph.look.size == SIZE_2)
        for paragraph in paper.of(Role.TITLE, Role.ATTACHMENT_TITLE)
    )
