"""印发日期不早于成文日期，实施期限不倒着写。

通过：成文 3 月 5 日，印发 3 月 6 日　不通过：成文 3 月 6 日，印发 3 月 5 日
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity

ID: Final = "period-order"
SEVERITY: Final = Severity.ERROR
CERTAINTY: Final = "高"
LATE_DAYS: Final = 366


def check(paper: Paper) -> Iterator[Flaw]:
    """The two dates of a paper, and the two ends of its period and of each stage."""
    issued, printed = paper.head.issued, paper.head.printed
    if issued and printed and printed.value < issued.value:
        text = f"印发日期 {printed.value} 早于成文日期 {issued.value}"
        yield Flaw(printed.start, printed.end, text, "核对两个日期")
    for stage in paper.draft.stages:
        first, last = stage.value.first, stage.value.last
        length = min(len(first), len(last))
        if first[:length] > last[:length]:
            text = f"阶段“{stage.value.name}”起止颠倒：{first} 至 {last}"
            yield Flaw(stage.start, stage.end, text, "核对起止")
