"""量首页红字的上边缘；误差 1.5 毫米以内算合格。

通过：34.5 毫米　不通过：10.0 毫米
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import AREA_WIDTH, LEFT, MARK_TOP, TOP, shown_mm
from zerenku.proof.paper import Genre
from zerenku.proof.places import near
from zerenku.proof.printed.sheet import Printed
from zerenku.proof.rules.mark_place import NEAR_MM, TOPS
from zerenku.proof.verdict import Measure, judge_one

ID: Final = "printed-mark"
TITLE: Final = "发文机关标志位置（排版后）"
CLAUSE: Final = "7.2.4、10.1、10.2"
REQUIRED: Final = "上边缘至版心上边缘 35 毫米（令 20 毫米；信函至上页边 30 毫米），居中"
ADVICE: Final = "调整发文机关标志的段前间距"
SEVERITY: Final = Severity.WARNING
LARGE: Final = 20.0


def check(paper: Printed) -> Measure | None:
    """The ink of the red characters on the first page."""
    lines = [line for line in paper.sheets[0].lines if line.red and line.size >= LARGE]
    if not lines:
        return None
    genre = paper.paper.genre
    top = min(line.top for line in lines) - (0 if genre is Genre.LETTER else TOP)
    middle = (min(line.left for line in lines) + max(line.right for line in lines)) / 2
    fits = near(top, TOPS.get(genre, MARK_TOP), within=NEAR_MM) and near(middle, LEFT + AREA_WIDTH / 2, within=3)
    return judge_one(f"{shown_mm(top)}，中线在 {shown_mm(middle)}", fits=fits, at=lines[0].text)
