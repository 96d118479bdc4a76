"""量首页红字的上边缘；误差 1.5 毫米以内算合格。

通过：34.5 毫米　不通过：10.0 毫米
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import AREA_WIDTH, LEFT, LETTER_TOP, MARK_TOP, ORDER_TOP, TOP, shown_mm
from zerenku.proof.paper import Genre
from zerenku.proof.places import near
from zerenku.proof.printed.sheet import Printed
from zerenku.proof.verdict import Measure, judge_one

ID: Final = "printed-mark"
TITLE: Final = "发文机关标志位置（排版后）"
CLAUSE: Final = "7.2.4、10.1、10.2"
REQUIRED: Final = "上边缘至版心上边缘 35 毫米（令 20 毫米；信函至上页边 30 毫米），居中"
ADVICE: Final = "调整发文机关标志的段前间距"
SEVERITY: Final = Severity.WARNING
WANTED: Final = {Genre.LETTER: LETTER_TOP, Genre.ORDER: TOP + ORDER_TOP}
LARGE, NEAR_MM = 20.0, 1.5


def check(paper: Printed) -> Measure | None:
    """The ink of the red characters on the first page."""
    lines = [line for line in paper.sheets[0].lines if line.red and line.size >= LARGE]
    if not lines:
        return None
    wanted = WANTED.get(paper.paper.genre, TOP + MARK_TOP)
    top, off = min(line.top for line in lines), wanted - TOP if paper.paper.genre is not Genre.LETTER else wanted
    middle = (min(line.left for line in lines) + max(line.right for line in lines)) / 2
    found = top - wanted + off
    fits = near(found, off, within=NEAR_MM) and near(middle, LEFT + AREA_WIDTH / 2, within=3)
    return judge_one(f"{shown_mm(found)}，中线在 {shown_mm(middle)}", fits=fits, at=lines[0].text)
