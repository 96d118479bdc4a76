"""标题一般用2号小标宋体。

通过：方正小标宋简体　不通过：宋体加粗、黑体
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import XIAOBIAOSONG, shown_font
from zerenku.proof.paper import Paper, Role
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-title-font"
TITLE: Final = "标题字体"
CLAUSE: Final = "7.3.1"
REQUIRED: Final = "小标宋"
ADVICE: Final = "标题样式的中文字体设为方正小标宋简体"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The font of the title, and of the titles of attachments."""
    return judge(
        Case(paragraph.text, shown_font(paragraph.look.font), paragraph.look.family == XIAOBIAOSONG)
        for paragraph in paper.of(Role.TITLE, Role.ATTACHMENT_TITLE)
    )
