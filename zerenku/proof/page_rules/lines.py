"""量正文相邻两行的距离，版心高 225 毫米容得下 22 行；排满的一页数出来也是 22 行。

通过：行距 10.21 毫米，22 行　不通过：行距 9.88 毫米（28 磅）
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import AREA_HEIGHT, LINES
from zerenku.proof.printed.sheet import Printed, most_common
from zerenku.proof.verdict import Measure, judge_one

ID: Final = "printed-lines"
TITLE: Final = "每页行数（排版后）"
CLAUSE: Final = "5.2.3"
REQUIRED: Final = "每页 22 行"
ADVICE: Final = "正文样式：行距固定值 28.95 磅；大于三号的段落不对齐网格"
SEVERITY: Final = Severity.WARNING
PITCH: Final = AREA_HEIGHT / LINES
NEAR_MM, APART = 0.12, 16.0


def check(paper: Printed) -> Measure | None:
    """The distance from line to line in the text, and the most lines on one page."""
    steps, most = [], 0
    for _, sheet in paper.upright:
        lines = sheet.text_lines
        most = max(most, len(lines))
        gaps = (below.baseline - above.baseline for above, below in pairwise(lines))
        steps += [round(gap * 100) for gap in gaps if 0 < gap < APART]
    if not steps:
        return None
    step = most_common(steps) / 100
    shown = f"行距 {step:.2f} 毫米，每页 {int(AREA_HEIGHT / step + 0.05)} 行"
    shown += f"，实排至多 {most} 行" if most > LINES else ""
    return judge_one(shown, fits=abs(step - PITCH) <= NEAR_MM and most <= LINES)
