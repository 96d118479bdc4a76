"""独占一行的第一、二层标题有大纲级别，导航窗格才能用。

通过：样式“标题 1”　不通过：正文样式加黑体
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper, Role
from zerenku.proof.verdict import CUSTOM, Case, Measure, judge

ID: Final = "layout-heading-outline"
TITLE: Final = "层次标题大纲级别"
CLAUSE: Final = CUSTOM
REQUIRED: Final = "有大纲级别"
ADVICE: Final = "层次标题改用“标题 1”“标题 2”样式，导航窗格里就能看到"
SEVERITY: Final = Severity.INFO


def check(paper: Paper) -> Measure | None:
    """The outline level of headings that stand on lines of their own."""
    return judge(
        Case(paragraph.text, "无" if paragraph.shape.outline is None else "有", paragraph.shape.outline is not None)
        for index, paragraph in paper.placed(Role.HEADING)
        if paper.levels[index] <= 2 and not paragraph.text.rstrip().endswith("。")
    )
