"""排出来的文字都在版心之内；行末的标点可以悬出去。

通过：28.2—183.7 毫米　不通过：表格伸出版心右边
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.printed.sheet import Printed
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "printed-area"
TITLE: Final = "版心（排版后）"
CLAUSE: Final = "5.2.1"
REQUIRED: Final = "文字在版心之内（左 28、右 26、天头 37、下 35 毫米）"
ADVICE: Final = "找出超出版心的表格、图形或不断行的长串"
SEVERITY: Final = Severity.WARNING
OVER: Final = 1.0
HANGING: Final = "，。、；：！？）》”’"


def check(paper: Printed) -> Measure | None:
    """The left and right edges of the text of each page."""
    return judge(_cases(paper))


def _cases(paper: Printed) -> Iterator[Case]:
    for number, sheet in enumerate(paper.sheets, 1):
        left, _, right, bottom = sheet.area
        lines = sheet.body
        if not lines:
            continue
        room = [right + (line.size * 0.36 if line.text.endswith(tuple(HANGING)) else 0) for line in lines]
        over = [line for line, edge in zip(lines, room, strict=True) if line.right > edge + OVER]
        over += [line for line in lines if line.left < left - OVER or line.bottom > bottom + OVER]
        edges = f"左 {min(line.left for line in lines):.1f}、右 {max(line.right for line in lines):.1f} 毫米"
        yield Case(over[0].text if over else "", f"第 {number} 页{edges}" if over else "在版心之内", not over)
