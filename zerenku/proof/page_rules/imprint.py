"""量末页最下一条线：与版心下边缘（262 毫米）重合，长 156 毫米；双面印刷，末页应是偶数页。

通过：第 4 页，262.0 毫米　不通过：第 3 页，240.0 毫米
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import AREA_WIDTH, shown_mm
from zerenku.proof.paper import Genre
from zerenku.proof.places import near
from zerenku.proof.printed.sheet import FOOT, Printed
from zerenku.proof.verdict import Measure, judge_one

ID: Final = "printed-imprint"
TITLE: Final = "版记（排版后）"
CLAUSE: Final = "7.4"
REQUIRED: Final = "在末页、偶数页，末条分隔线与版心下边缘重合，长 156 毫米"
ADVICE: Final = "版记放在与版心等宽、固定在页边距底端的表格里；末页是单数页时在版记前插偶数页分节符"
SEVERITY: Final = Severity.WARNING


def check(paper: Printed) -> Measure | None:
    """The last rule on the last page that has one."""
    if not paper.paper.imprint or paper.paper.genre is Genre.LETTER:
        return None
    last = paper.sheets[-1]
    rules = [rule for rule in last.rules if rule.length > AREA_WIDTH / 2]
    if not rules:
        return judge_one("末页没有版记的分隔线", fits=False)
    lowest = max(rules, key=lambda rule: rule.bottom)
    place, pages = (lowest.top + lowest.bottom) / 2, len(paper.sheets)
    fits = near(place, FOOT, within=1) and near(lowest.length, AREA_WIDTH, within=1) and pages % 2 == 0
    return judge_one(f"第 {pages} 页，{shown_mm(place)}处，长 {shown_mm(lowest.length)}", fits=fits)
