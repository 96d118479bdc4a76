"""发文机关标志推荐用小标宋体。

通过：方正小标宋简体　不通过：宋体
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import XIAOBIAOSONG, shown_font
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-mark-font"
TITLE: Final = "发文机关标志字体"
CLAUSE: Final = "7.2.4"
REQUIRED: Final = "小标宋"
ADVICE: Final = "发文机关标志样式的中文字体设为方正小标宋简体"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The font of the mark."""
    if paper.mark is None:
        return None
    return judge(
        Case(line.text, shown_font(line.look.font), line.look.family == XIAOBIAOSONG) for line in paper.mark.paragraphs
    )
