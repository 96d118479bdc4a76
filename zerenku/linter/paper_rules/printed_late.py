"""印发日期与成文日期通常只差几天；相差一个月以上的，请核对。时效从成文日期算起。

通过：成文 4 月 15 日，印发 4 月 16 日　不通过：成文 4 月 15 日，印发 5 月 26 日
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity

ID: Final = "printed-late"
SEVERITY: Final = Severity.INFO
CERTAINTY: Final = "低"
LATE_DAYS: Final = 30


def check(paper: Paper) -> Iterator[Flaw]:
    """A distribution date long after the day of signing."""
    issued, printed = paper.head.issued, paper.head.printed
    if issued and printed and (days := (printed.value - issued.value).days) >= LATE_DAYS:
        text = f"印发日期 {printed.value} 比成文日期 {issued.value} 晚 {days} 天"
        yield Flaw(printed.start, printed.end, text, "核对两个日期")
