"""每个用到的样式都写明中文字体（w:eastAsia）；只写西文字体的，汉字用什么字体由打开它的软件决定。

通过：仿宋_GB2312　不通过：只写了 Times New Roman
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import CUSTOM, Case, Measure, judge

ID: Final = "layout-font-named"
TITLE: Final = "写明中文字体"
CLAUSE: Final = CUSTOM
REQUIRED: Final = "每处文字都写明中文字体"
ADVICE: Final = "在样式的字体设置里选定“中文字体”，不只选西文字体"
SEVERITY: Final = Severity.INFO


def check(paper: Paper) -> Measure | None:
    """Chinese text whose font nobody named."""
    return judge(
        Case(text, look.font or "没有写明", bool(look.font) or look.themed)
        for look, text in paper.looks.items()
        if not text.isascii()
    )
