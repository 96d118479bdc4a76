"""文字标为中文（zh-CN），断行和校对才按中文办。

通过：zh-CN　不通过：en-US
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import CUSTOM, Case, Measure, judge

ID: Final = "layout-language"
TITLE: Final = "校对语言"
CLAUSE: Final = CUSTOM
REQUIRED: Final = "zh-CN"
ADVICE: Final = "审阅、语言：设为中文（中国）"
SEVERITY: Final = Severity.INFO


def check(paper: Paper) -> Measure | None:
    """The language of Chinese text, as far as the file says one."""
    return judge(
        Case(text, look.language or "没有写明", look.language.lower() == "zh-cn")
        for look, text in paper.looks.items()
        if not text.isascii()
    )
