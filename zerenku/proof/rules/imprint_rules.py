"""版记的分隔线与版心等宽，首条和末条用粗线（约 0.35 毫米），中间用细线（约 0.25 毫米）；信函的版记不加分隔线。

通过：粗 0.35、细 0.26 毫米　不通过：全用 0.18 毫米
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Genre, Paper
from zerenku.proof.values import Border
from zerenku.proof.verdict import Measure, judge_one

ID: Final = "layout-imprint-rules"
TITLE: Final = "版记分隔线"
CLAUSE: Final = "7.4.1、10.1"
REQUIRED: Final = "首末条粗线 0.35 毫米，中间细线 0.25 毫米，黑色（信函不加）"
ADVICE: Final = "版记表格的上下框线设 1 磅（0.35 毫米），中间 0.75 磅（0.25 毫米），没有竖线"
SEVERITY: Final = Severity.WARNING
MM_PER_EIGHTH: Final = 25.4 / 72 / 8
THICK, THIN, NEAR_MM = 0.35, 0.25, 0.045


def check(paper: Paper) -> Measure | None:
    """The thickness of the rules of a 版记 that is a table."""
    table = paper.imprint_table
    if table is None:
        return None
    top, inner, bottom = table.rules
    if paper.genre is Genre.LETTER:
        bare = not any(table.rules)
        return judge_one("没有分隔线" if bare else "有分隔线", fits=bare)
    found = [("首条", top, THICK), ("末条", bottom, THICK)]
    found += [("中间", inner, THIN)] if table.rows > 1 else []
    shown = "、".join(f"{name} {_shown(border)}" for name, border, _ in found)
    return judge_one(shown, fits=all(_fits(border, wanted) for _, border, wanted in found), at=table.text)


def _shown(border: Border | None) -> str:
    if border is None:
        return "没有"
    return f"{border.size * MM_PER_EIGHTH:.2f} 毫米" + ("（有色）" if border.colour else "")


def _fits(border: Border | None, wanted: float) -> bool:
    return border is not None and not border.colour and abs(border.size * MM_PER_EIGHTH - wanted) <= NEAR_MM
