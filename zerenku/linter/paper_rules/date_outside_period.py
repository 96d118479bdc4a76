"""完成时限应当落在实施期限之内；期限之外的日期多半是年份写错。

通过：行动到 2030 年 12 月，12月底前报总结　不通过：行动到 2030 年 12 月，2032年6月底前完成整改
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity

ID: Final = "date-outside-period"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "中"
GRACE_MONTHS: Final = 2
"""The final report may come a little after the campaign."""


def check(paper: Paper) -> Iterator[Flaw]:
    """Deadlines well after the plan's last month; a guessed period proves nothing."""
    period = paper.draft.period
    if period is None or "period" in paper.draft.unconfirmed:
        return
    last = _months(period[1]) + GRACE_MONTHS
    for clause in paper.draft.clauses:
        for found in clause.deadlines:
            if found.value.date.year * 12 + found.value.date.month > last:
                text = f"完成时限 {found.value.date} 晚于实施期限 {period[0]} 至 {period[1]}"
                yield Flaw(found.start, found.end, text, "核对年份")


def _months(written: str) -> int:
    return int(written[:4]) * 12 + int(written[5:7])
