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
from zerenku.linter.paper_rules.stage_order import schedules
from zerenku.model.finding import Severity
from zerenku.text.stages import read_period

ID: Final = "date-outside-period"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "中"
PREPARES: Final = re.compile("方案|部署|动员|联络员|联系人|制定|印发|转发|名单|启动")
REPORTS: Final = re.compile("总结|报送|上报|报告|报[^，。；]{0,12}(?:办|局)|材料|验收|评估|考核|通报|表彰")
GRACE_MONTHS: Final = 2
"""The final report may come a little after the campaign; a task may not."""
FEWEST: Final = 2
"""So many stages make a schedule."""


def check(paper: Paper) -> Iterator[Flaw]:
    """Deadlines after the plan's last month or before its first.

    What prepares the campaign may be due before it begins; what is due before the signing is `deadline_before_issue`'s.
    """
    period = _period(paper)
    if period is None or reversed_span(*period):
        return
    first, last = _months(period[0]), _months(period[1])
    issued = paper.head.issued
    for clause in paper.draft.clauses:
        for found in clause.deadlines:
            due = found.value.date
            month = due.year * 12 + due.month
            said = f"实施期限 {period[0]} 至 {period[1]}"
            if month > last + GRACE_MONTHS or (month > last and not _speaks_of(REPORTS, paper, found.start)):
                yield Flaw(found.start, found.end, f"完成时限 {due} 晚于{said}", "核对年份、月份")
            elif month < first and not (issued and due < issued.value) and not _speaks_of(PREPARES, paper, found.start):
                yield Flaw(found.start, found.end, f"完成时限 {due} 早于{said}", "核对年份、月份")


def _period(paper: Paper) -> tuple[str, str] | None:
    """The period announced in the opening, else that of the body's stages, else one told in a clause of the body.

    A year in the title alone is a guess, and proves nothing.
    """
    if paper.draft.period and "period" not in paper.draft.unconfirmed:
        return paper.draft.period
    for schedule in schedules(paper):
        stages = [found.value for found in schedule]
        whole = not any(reversed_span(stage.first, stage.last) for stage in stages)
        if len(stages) >= FEWEST and whole and not paper.part_at(schedule[0].start):
            return min(stage.first for stage in stages)[:7], max(stage.last for stage in stages)[:7]
    told = (read_period(paper.own_text(piece)) for piece in paper.pieces if not paper.part_at(piece.start))
    return next((found.value for found in told if found is not None), None)


def _speaks_of(words: re.Pattern[str], paper: Paper, at: int) -> bool:
    """Whether the sentence around the offset has one of the words."""
    start, end = next(line for line in paper.lines if line[0] <= at < line[1])
    begin = max(paper.folded.rfind("。", start, at), start)
    stop = paper.folded.find("。", at, end)
    return words.search(paper.folded, begin, stop if stop >= 0 else end) is not None


def _months(written: str) -> int:
    return int(written[:4]) * 12 + int(written[5:7])
