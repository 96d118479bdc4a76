"""排出来的页数与不排版时估算的一致，版记才会落在该落的一页。没有估算时不核对。

通过：4 页（估算 4 页）　不通过：5 页（估算 4 页）
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.printed.sheet import Printed
from zerenku.proof.verdict import CUSTOM, Measure, judge_one

ID: Final = "printed-pages"
TITLE: Final = "页数"
CLAUSE: Final = CUSTOM
REQUIRED: Final = "与不排版时估算的一致"
ADVICE: Final = "核对正文行数估算；版记要落在末页偶数页上"
SEVERITY: Final = Severity.WARNING


def check(paper: Printed) -> Measure | None:
    """Pages against the estimate, the empty one before a 版记 included."""
    if paper.estimate is None:
        return None
    found = len(paper.sheets)
    return judge_one(f"{found} 页（估算 {paper.estimate} 页）", fits=found == paper.estimate)
