"""表格排在版心之内。

通过：156.0 毫米　不通过：170.0 毫米
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import mm, shown_mm
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-table-width"
TITLE: Final = "表格宽度"
CLAUSE: Final = "5.2.1"
REQUIRED: Final = "不超出版心"
ADVICE: Final = "表格宽度设为与版心等宽，左缩进 0"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """The width of each table with its indent."""
    return judge(_cases(paper))


def _cases(paper: Paper) -> Iterator[Case]:
    for table in paper.tables:
        right = table.width + max(table.indent, 0)
        room = paper.sections[table.section].area_width
        yield Case(table.text, shown_mm(mm(table.width)), mm(right - room) <= 1 and mm(table.indent) >= -2)
