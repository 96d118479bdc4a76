"""汉字与数字之间不自动加四分之一字的空，否则排不满 28 字。

通过：不自动调整　不通过：自动调整
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper, Role
from zerenku.proof.verdict import CUSTOM, Case, Measure, judge

ID: Final = "layout-auto-space"
TITLE: Final = "中西文自动间距"
CLAUSE: Final = CUSTOM
REQUIRED: Final = "不自动加间距"
ADVICE: Final = "段落、中文版式：取消“自动调整中文与西文的间距”“自动调整中文与数字的间距”"
SEVERITY: Final = Severity.INFO


def check(paper: Paper) -> Measure | None:
    """Automatic space in the text."""
    return judge(
        Case(paragraph.text, "自动加间距" if paragraph.shape.spaced else "不加", not paragraph.shape.spaced)
        for paragraph in paper.of(Role.BODY)
    )
