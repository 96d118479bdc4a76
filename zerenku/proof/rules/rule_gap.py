"""红色分隔线在发文字号之下 4 毫米处。由行距和框线距离推算，误差 1 毫米以内算合格；画出来的线只在排版后量。

通过：3.9 毫米　不通过：0.5 毫米
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import RED_RULE_GAP, shown_mm
from zerenku.proof.paper import Genre, Paper
from zerenku.proof.places import near
from zerenku.proof.verdict import Measure, judge_one

ID: Final = "layout-rule-gap"
TITLE: Final = "红色分隔线位置"
CLAUSE: Final = "7.2.7"
REQUIRED: Final = "发文字号之下 4 毫米"
ADVICE: Final = "调整框线与文字的距离：28.95 磅固定行距时约 7 磅"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The distance of the rule from the number."""
    if paper.genre is not Genre.RED_HEAD or paper.rule is None or paper.rule.gap is None:
        return None
    return judge_one(shown_mm(paper.rule.gap), fits=near(paper.rule.gap, RED_RULE_GAP, within=1))
