"""同一时间安排里的阶段首尾相接：不重叠、不留空当、不倒着排。

通过：动员部署（2月）、排查整治（3月至6月）
不通过：动员部署（2月至3月）、排查整治（3月至6月）；动员部署（2月）、排查整治（5月至6月）
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.paper_rules.period_order import reversed_span
from zerenku.model.finding import Severity
from zerenku.model.outline import Found
from zerenku.model.plan import Stage

ID: Final = "stage-order"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "中"
DAY: Final = len("2030-01-01")
WEEKEND: Final = 3
HOLIDAY: Final = 8
"""So many days may lie between two stages that are told to the day."""
HOLIDAYS: Final = frozenset(((1, 1), (5, 1), (10, 1)))
SPRING: Final = (1, 20), (3, 1)
"""Spring Festival falls between these days."""
SCHEDULE: Final = re.compile("步骤|阶段|安排|进度|时间|进程")
STAGE: Final = re.compile("阶段|动员|部署|启动|总结|验收|巩固|提升|准备|自查|回头看")


def check(paper: Paper) -> Iterator[Flaw]:
    """Neighbouring stages of one schedule that share a month, leave months out, or run backwards."""
    for stages in schedules(paper):
        for before, after in pairwise(stages):
            yield from _compare(before, after)


def schedules(paper: Paper) -> Iterator[list[Found[Stage]]]:
    """The stages that stand side by side under one heading, in text order."""
    staged = sorted(paper.draft.stages, key=lambda found: found.start)
    for _, group in groupby(staged, key=lambda found: paper.path_at(found.start).rpartition("/")[0]):
        stages = list(group)
        if _is_schedule(paper, stages):
            yield stages


def _is_schedule(paper: Paper, stages: list[Found[Stage]]) -> bool:
    """Tasks with spans of their own may overlap: stages stand under a heading that says so, or are named so."""
    parent = paper.path_at(stages[0].start).rpartition("/")[0]
    heading = next((piece.heading or "" for piece in paper.pieces if str(piece.path) == parent), "")
    return bool(SCHEDULE.search(heading)) or any(STAGE.search(found.value.name) for found in stages)


def _compare(before: Found[Stage], after: Found[Stage]) -> Iterator[Flaw]:
    one, two = before.value, after.value
    if reversed_span(one.first, one.last) or reversed_span(two.first, two.last):
        return
    names = f"“{one.name}”到 {one.last}，“{two.name}”从 {two.first}"
    if two.first < one.first or two.last < one.last:
        yield Flaw(after.start, after.end, f"阶段次序颠倒：{names} 到 {two.last}", "核对起止")
    elif len(one.last) == len(two.first) and two.first <= one.last:
        yield Flaw(after.start, after.end, f"阶段重叠：{names}", "改成首尾相接")
    elif _months(two.first) > _months(one.last) + 1 or _leaves_days_out(one.last, two.first):
        yield Flaw(after.start, after.end, f"阶段之间有空当：{names}", "改成首尾相接")


def _leaves_days_out(last: str, first: str) -> bool:
    """Whether more than a weekend, or a holiday, belongs to neither, where both are told to the day."""
    if len(last) != DAY or len(first) != DAY:
        return False
    ends, begins = date.fromisoformat(last), date.fromisoformat(first)
    between = [ends + timedelta(days=number) for number in range(1, (begins - ends).days)]
    days = [(day.month, day.day) for day in between]
    festive = any(day in HOLIDAYS or SPRING[0] <= day <= SPRING[1] for day in days)
    return len(days) > (HOLIDAY if festive else WEEKEND)


def _months(written: str) -> int:
    return int(written[:4]) * 12 + int(written[5:7])
