"""红色分隔线与版心等宽。段落的框线随段落缩进而缩短。

通过：156.0 毫米　不通过：段落缩进，线随之缩短
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import AREA_WIDTH, mm, shown_mm
from zerenku.proof.paper import Genre, Paper
from zerenku.proof.places import near
from zerenku.proof.verdict import Measure, judge_one

ID: Final = "layout-rule-width"
TITLE: Final = "红色分隔线宽度"
CLAUSE: Final = "7.2.7"
REQUIRED: Final = "与版心等宽（156 毫米）"
ADVICE: Final = "画线的段落左右缩进设为 0；发文字号有缩进的，另用一个空段画线"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The length of the rule."""
    if paper.genre is not Genre.RED_HEAD or paper.rule is None:
        return None
    rule = paper.rule
    if rule.length is not None:
        return judge_one(shown_mm(rule.length), fits=near(rule.length, AREA_WIDTH, within=1))
    if rule.size == 0:
        return None
    length = AREA_WIDTH - mm(rule.inset)
    return judge_one(shown_mm(length), fits=near(length, AREA_WIDTH, within=1))
