"""完成时限应当落在实施期限之内；期限之外的日期多半是年份写错。

通过：行动到 2030 年 12 月，12月底前报总结
不通过：行动到 2030 年 12 月，2032年6月底前完成整改；行动自 3 月起，2月底前查完
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.paper_rules.period_order import reversed_span
from zerenku.model.finding import Severity

ID: Final = "date-outside-period"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "中"
PREPARES: Final = re.compile("方案|部署|动员|联络员|联系人|制定|印发|转发|名单|启动")
GRACE_MONTHS: Final = 2
"""The final report may come a little after the campaign."""


def check(paper: Paper) -> Iterator[Flaw]:
    """Deadlines well after the plan's last month or before its first; a guessed period proves nothing.

    What prepares the campaign may be due before it begins; what is due before the signing is `deadline_before_issue`'s.
    """
    period = paper.draft.period
    if period is None or "period" in paper.draft.unconfirmed or reversed_span(*period):
        return
    first, last = _months(period[0]), _months(period[1]) + GRACE_MONTHS
    issued = paper.head.issued
    for clause in paper.draft.clauses:
        for found in clause.deadlines:
            due = found.value.date
            month = due.year * 12 + due.month
            if month > last:
                text = f"完成时限 {due} 晚于实施期限 {period[0]} 至 {period[1]}"
                yield Flaw(found.start, found.end, text, "核对年份")
            elif month < first and (issued is None or due >= issued.value) and not _prepares(paper, found.start):
                text = f"完成时限 {due} 早于实施期限 {period[0]} 至 {period[1]}"
                yield Flaw(found.start, found.end, text, "核对年份、月份")


def _prepares(paper: Paper, at: int) -> bool:
    start, end = next(line for line in paper.lines if line[0] <= at < line[1])
    begin = max(paper.folded.rfind("。", start, at), start)
    stop = paper.folded.find("。", at, end)
    return PREPARES.search(paper.folded, begin, stop if stop >= 0 else end) is not None


def _months(written: str) -> int:
    return int(written[:4]) * 12 + int(written[5:7])
