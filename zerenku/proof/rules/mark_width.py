"""发文机关标志一行排下，不宽于版心。

通过：9 字 46 磅，146 毫米　不通过：14 字 46 磅，227 毫米
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import AREA_WIDTH_TWIPS, LINE, mm, shown_mm
from zerenku.proof.paper import Paper
from zerenku.proof.values import text_width
from zerenku.proof.verdict import Measure, judge_one

ID: Final = "layout-mark-width"
TITLE: Final = "发文机关标志宽度"
CLAUSE: Final = "7.2.4"
REQUIRED: Final = "不宽于版心（156 毫米）"
ADVICE: Final = "减小发文机关标志的字号，或压缩字宽"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The width of the widest line of the mark."""
    if paper.mark is None:
        return None
    widest = max(text_width(line.text.strip(), line.look) for line in paper.mark.paragraphs)
    return judge_one(shown_mm(mm(widest)), fits=widest <= AREA_WIDTH_TWIPS + LINE / 10, at=paper.mark.text)
