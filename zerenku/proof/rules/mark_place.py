"""发文机关标志居中，上边缘至版心上边缘 35 毫米；命令（令）20 毫米；信函的标志上边缘至上页边 30 毫米。
由段前间距、固定行距和字号推算，误差 1.5 毫米以内算合格；放在文本框里的只在排版后量。

通过：35.0 毫米　不通过：10.0 毫米
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import LETTER_TOP, MARK_TOP, ORDER_TOP, shown_mm
from zerenku.proof.paper import Genre, Paper
from zerenku.proof.places import near
from zerenku.proof.verdict import Measure, judge_one

ID: Final = "layout-mark-place"
TITLE: Final = "发文机关标志位置"
CLAUSE: Final = "7.2.4、10.1、10.2"
REQUIRED: Final = "居中，上边缘至版心上边缘 35 毫米（令 20 毫米；信函至上页边 30 毫米）"
ADVICE: Final = "调整发文机关标志的段前间距，使字的上边缘落在规定的位置"
SEVERITY: Final = Severity.WARNING
TOPS: Final = {Genre.ORDER: ORDER_TOP, Genre.LETTER: LETTER_TOP}
NEAR_MM: Final = 1.5


def check(paper: Paper) -> Measure | None:
    """The distance of the mark's ink from above, and its alignment."""
    mark = paper.mark
    if mark is None or mark.top is None:
        return None
    wanted = TOPS.get(paper.genre, MARK_TOP)
    middle = all(line.shape.align in {"center", "distribute"} for line in mark.paragraphs)
    shown = shown_mm(mark.top) + ("" if middle else "，不居中")
    return judge_one(shown, fits=middle and near(mark.top, wanted, within=NEAR_MM), at=mark.text)
