"""公文用纸为 A4。

通过：210×297 毫米　不通过：216×279 毫米（Letter）
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import PAGE_HEIGHT, PAGE_WIDTH, mm
from zerenku.proof.paper import Paper
from zerenku.proof.places import near
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-paper-size"
TITLE: Final = "纸张"
CLAUSE: Final = "5.1"
REQUIRED: Final = "A4（210×297 毫米）"
ADVICE: Final = "页面设置里把纸张设为 A4"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Width and height of every section's sheet, upright or turned."""
    return judge(_cases(paper))


def _cases(paper: Paper) -> Iterator[Case]:
    for section in paper.sections:
        short, long = sorted((mm(section.width), mm(section.height)))
        fits = near(short, PAGE_WIDTH, within=1) and near(long, PAGE_HEIGHT, within=1)
        yield Case("", f"{short:.0f}×{long:.0f} 毫米", fits)
