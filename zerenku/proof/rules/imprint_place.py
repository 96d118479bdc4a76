"""版记在公文最后一面，末条分隔线与版心下边缘重合。靠空行推下去的，正文一改就移位。

通过：表格垂直位置为页边距底端　不通过：跟在正文后面
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import AREA_WIDTH, mm, shown_mm
from zerenku.proof.paper import Paper
from zerenku.proof.places import near
from zerenku.proof.verdict import Measure, judge, judge_flaws, judge_one

ID: Final = "layout-imprint-place"
TITLE: Final = "版记位置"
CLAUSE: Final = "7.4"
REQUIRED: Final = "与版心等宽，固定在末页版心最下方"
ADVICE: Final = "版记用与版心等宽的表格，表格属性里设“环绕”，垂直位置相对页边距“底端”"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Whether the table of the 版记 holds to the foot of the type area, and its width."""
    if not paper.imprint:
        return None
    table = paper.imprint_table
    if table is None:
        return judge_one("不是固定在页底的表格", fits=False, at=paper.imprint[0].text)
    flaws = {
        "没有固定在版心最下方": not table.anchored,
        f"宽 {shown_mm(mm(table.width))}": not near(mm(table.width), AREA_WIDTH, within=1),
    }
    return judge([judge_flaws(table.text, flaws, good="在版心最下方，宽 156 毫米")])
