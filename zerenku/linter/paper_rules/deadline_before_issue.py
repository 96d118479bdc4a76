"""完成时限不得早于成文日期：文件还没有印发，期限已经过了，多半是照抄上级文件。

通过：成文 2030-03-01，6月底前完成　不通过：成文 2030-08-14，7月25日前完成
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity
from zerenku.text.dates import read_deadlines

ID: Final = "deadline-before-issue"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"
HISTORY: Final = re.compile("[已曾了]|建成的|此前|以来|之前|实现|全省|全国")
"""Words that tell of what was done, beside a date of the year before."""
LONG_AGO: Final = timedelta(days=400)
"""What lies farther back is told as history."""


def check(paper: Paper) -> Iterator[Flaw]:
    """Deadlines, reports due and stage ends that had passed on the day of signing."""
    issued = paper.head.issued
    if issued is None:
        return
    day = issued.value
    seen: set[int] = set()
    for clause in paper.draft.clauses:
        for found in clause.deadlines:
            due = found.value.date
            if day - LONG_AGO < due < day and found.start not in seen:
                seen.add(found.start)
                yield _flaw(found.start, found.end, f"完成时限 {due}", day)
    for start, end, due in _last_year(paper, day.year - 1):
        if day - LONG_AGO < due and start not in seen:
            seen.add(start)
            yield _flaw(start, end, f"完成时限 {due}", day)
    for stage in paper.draft.stages:
        last = stage.value.last
        if day - LONG_AGO < _end(last) < day and not any(stage.start - 40 <= at <= stage.end for at in seen):
            yield _flaw(stage.start, stage.end, f"阶段“{stage.value.name}”的截止 {last}", day)


def _last_year(paper: Paper, year: int) -> Iterator[tuple[int, int, date]]:
    """Due dates that name the year before and tell no history: the draft leaves out whatever lies before its year."""
    for piece in paper.pieces:
        for found in read_deadlines(paper.own_text(piece), year=year):
            start, end = piece.body + found.start, piece.body + found.end
            written = paper.folded[start:end]
            told = HISTORY.search(paper.text[max(piece.body, start - 30) : end + 20])
            if found.value.date.year == year and str(year) in written and written.endswith("前") and not told:
                yield start, end, found.value.date


def _flaw(start: int, end: int, what: str, issued: date) -> Flaw:
    return Flaw(start, end, f"{what} 早于成文日期 {issued}", "核对年份，或改期限")


def _end(written: str) -> date:
    """The last day of a month, or the day itself."""
    if len(written) > 7:
        return date.fromisoformat(written)
    year, month = int(written[:4]), int(written[5:7])
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
