"""量各竖排页页码一字线的高低和外侧空出的宽度；误差 1 毫米以内算合格。信函首页、版记前的空白页没有页码。

通过：在规定位置　不通过：第 2 页居右
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import AREA_WIDTH, LEFT, NUMBER_DROP, SIZE_4
from zerenku.proof.places import near
from zerenku.proof.printed.sheet import FOOT, Printed
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "printed-page-numbers"
TITLE: Final = "页码（排版后）"
CLAUSE: Final = "7.5"
REQUIRED: Final = "版心下边缘之下 7 毫米；单页居右空一字，双页居左空一字"
ADVICE: Final = "页脚距边界 24.7 毫米，页码行固定值 20 磅；奇偶页分开设"
SEVERITY: Final = Severity.WARNING
FORM: Final = re.compile(r"—(\d+)—")
ONE_IN: Final = SIZE_4 * 25.4 / 72


def check(paper: Printed) -> Measure | None:
    """Height and outer edge of each number on upright pages."""
    return judge(_cases(paper))


def _cases(paper: Printed) -> Iterator[Case]:
    for page, sheet in paper.upright:
        for line in sheet.lines:
            match = FORM.fullmatch(line.text)
            if match is None or line.baseline < FOOT:
                continue
            drop = (line.top + line.bottom) / 2 - FOOT
            odd = int(match[1]) % 2 == 1
            edge = LEFT + AREA_WIDTH - line.right if odd else line.left - LEFT
            fits = near(drop, NUMBER_DROP, within=1) and near(edge, ONE_IN, within=1)
            shown = f"第 {page} 页低 {drop:.1f}、{'右' if odd else '左'}空 {edge:.1f} 毫米"
            yield Case(line.text, "在规定位置" if fits else shown, fits)
