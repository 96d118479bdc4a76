"""发文字号之下有一条红色分隔线。

通过：红线　不通过：黑线，没有线
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import shown_colour
from zerenku.proof.paper import Genre, Paper
from zerenku.proof.values import is_red
from zerenku.proof.verdict import Measure, judge_one

ID: Final = "layout-rule-colour"
TITLE: Final = "红色分隔线"
CLAUSE: Final = "7.2.7"
REQUIRED: Final = "发文字号之下有红色分隔线"
ADVICE: Final = "在发文字号段落下面加一条红色（255,0,0）的段落框线"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The colour of the rule under the number."""
    if paper.genre is not Genre.RED_HEAD:
        return None
    if paper.rule is None:
        return judge_one("没有分隔线", fits=False)
    return judge_one(shown_colour(paper.rule.colour), fits=is_red(paper.rule.colour))
