"""样式里不用主题字体：主题一换，或者别的软件打开，字体就变了，而且它压过写明的字体。

通过：仿宋_GB2312　不通过：+中文正文
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import CUSTOM, Case, Measure, judge

ID: Final = "layout-theme-font"
TITLE: Final = "主题字体"
CLAUSE: Final = CUSTOM
REQUIRED: Final = "不用主题字体"
ADVICE: Final = "样式里直接写明字体，不选“正文（中文）”“标题（西文）”一类主题字体"
SEVERITY: Final = Severity.INFO


def check(paper: Paper) -> Measure | None:
    """Theme fonts among the looks in use."""
    return judge(
        Case(text, "主题字体" if look.themed else "没有", not look.themed) for look, text in paper.looks.items()
    )
