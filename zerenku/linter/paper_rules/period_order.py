"""印发日期不早于成文日期，实施期限不倒着写，跨年的写明年份。

通过：成文 3 月 5 日，印发 3 月 6 日　不通过：成文 3 月 6 日，印发 3 月 5 日；从 2030 年 9 月至 3 月
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity

ID: Final = "period-order"
SEVERITY: Final = Severity.ERROR
CERTAINTY: Final = "高"
SPAN: Final = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2}) ?年 ?)?(?P<first>\d{1,2}) ?月(?:\d{1,2}日|[初中底])?(?:起|开始)?[，,]?"
    r"(?:至|到|—{1,2}|–|-|~|～)(?:(?P<other>(?:19|20)\d{2}) ?年 ?)?(?P<last>\d{1,2}) ?月"
)


def check(paper: Paper) -> Iterator[Flaw]:
    """The two dates of a paper, and the two ends of its period, of each stage and of any span of months in one year."""
    issued, printed = paper.head.issued, paper.head.printed
    if issued and printed and printed.value < issued.value:
        text = f"印发日期 {printed.value} 早于成文日期 {issued.value}"
        yield Flaw(printed.start, printed.end, text, "核对两个日期")
    yield from _spans(paper)
    for stage in paper.draft.stages:
        first, last = stage.value.first, stage.value.last
        if reversed_span(first, last):
            text = f"阶段“{stage.value.name}”起止颠倒：{first} 至 {last}"
            yield Flaw(stage.start, stage.end, text, "核对起止")


def reversed_span(first: str, last: str) -> bool:
    """Whether a span like 2030-03 to 2030-05-20 ends before it begins."""
    length = min(len(first), len(last))
    return first[:length] > last[:length]


def _spans(paper: Paper) -> Iterator[Flaw]:
    """Months that run backwards: in a named year, or as the plan's own period; a stage is reported by its name."""
    period = paper.draft.period
    own = period if period and reversed_span(*period) else None
    stages = [(stage.start, stage.end) for stage in paper.draft.stages]
    for match in SPAN.finditer(paper.folded, paper.start, paper.end):
        if any(start <= match.start() < end for start, end in stages):
            continue
        year, other = match["year"], match["other"]
        months = int(match["first"]), int(match["last"])
        if year is None and (other or own is None or months != (int(own[0][5:7]), int(own[1][5:7]))):
            continue
        if (int(other or year or 0), months[1]) < (int(year or 0), months[0]):
            text = f"起止颠倒：{match[0]}"
            yield Flaw(match.start(), match.end(), text, "核对起止；跨年的写明“次年”或年份")
