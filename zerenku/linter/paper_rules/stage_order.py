"""同一时间安排里的阶段首尾相接：不重叠、不留空当、不倒着排。

通过：动员部署（2月）、排查整治（3月至6月）
不通过：动员部署（2月至3月）、排查整治（3月至6月）；动员部署（2月）、排查整治（5月至6月）
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity
from zerenku.model.outline import Found
from zerenku.model.plan import Stage

ID: Final = "stage-order"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "中"


def check(paper: Paper) -> Iterator[Flaw]:
    """Neighbouring stages of one schedule that share a month, leave months out, or run backwards."""
    staged = sorted(paper.draft.stages, key=lambda found: found.start)
    for _, group in groupby(staged, key=lambda found: paper.path_at(found.start).rpartition("/")[0]):
        for before, after in pairwise(group):
            yield from _compare(before, after)


def _compare(before: Found[Stage], after: Found[Stage]) -> Iterator[Flaw]:
    one, two = before.value, after.value
    names = f"“{one.name}”到 {one.last}，“{two.name}”从 {two.first}"
    if two.first < one.first or two.last < one.last:
        yield Flaw(after.start, after.end, f"阶段次序颠倒：{names} 到 {two.last}", "核对起止")
    elif len(one.last) == len(two.first) and two.first <= one.last:
        yield Flaw(after.start, after.end, f"阶段重叠：{names}", "改成首尾相接")
    elif _months(two.first) > _months(one.last) + 1:
        yield Flaw(after.start, after.end, f"阶段之间有空当：{names}", "改成首尾相接")


def _months(written: str) -> int:
    return int(written[:4]) * 12 + int(written[5:7])
