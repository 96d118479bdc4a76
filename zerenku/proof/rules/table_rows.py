"""表格的一行不拆到两页。

通过：各行都不跨页断开　不通过：允许跨页断行
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import CUSTOM, Case, Measure, judge

ID: Final = "layout-table-rows"
TITLE: Final = "表格行跨页"
CLAUSE: Final = CUSTOM
REQUIRED: Final = "一行不拆到两页"
ADVICE: Final = "表格属性、行：取消“允许跨页断行”"
SEVERITY: Final = Severity.INFO


def check(paper: Paper) -> Measure | None:
    """The rows of each table that may break."""
    return judge(
        Case(table.text, f"{table.loose_rows} 行可能拆开" if table.loose_rows else "各行不拆", not table.loose_rows)
        for table in paper.tables
        if table.rows > 2 and table.columns > 1
    )
