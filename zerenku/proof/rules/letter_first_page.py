"""信函首页不显示页码。

通过：首页没有页码　不通过：首页有页码
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.footers import first_number
from zerenku.proof.paper import Genre, Paper
from zerenku.proof.verdict import Measure, judge_one

ID: Final = "layout-letter-first-page"
TITLE: Final = "信函首页页码"
CLAUSE: Final = "10.1"
REQUIRED: Final = "首页不显示页码"
ADVICE: Final = "页眉页脚选项里勾选“首页不同”，首页页脚不放页码"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The number on the first page of a letter."""
    if paper.genre is not Genre.LETTER:
        return None
    numbered = first_number(paper.sections[0])
    return judge_one("首页有页码" if numbered else "首页没有页码", fits=not numbered)
