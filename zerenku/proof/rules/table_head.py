"""表格转页时表头在每页重复。

通过：表头 2 行重复　不通过：没有重复的表头
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import CUSTOM, Case, Measure, judge

ID: Final = "layout-table-head"
TITLE: Final = "表头重复"
CLAUSE: Final = CUSTOM
REQUIRED: Final = "表头在每页重复"
ADVICE: Final = "选中表头各行，表格属性里勾选“在各页顶端以标题行形式重复出现”"
SEVERITY: Final = Severity.INFO


def check(paper: Paper) -> Measure | None:
    """The repeated rows of each table."""
    return judge(
        Case(table.text, f"重复 {table.head_rows} 行" if table.head_rows else "不重复", bool(table.head_rows))
        for table in paper.tables
        if table.rows > 2 and table.columns > 1
    )
