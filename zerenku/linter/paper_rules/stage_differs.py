"""附件里的阶段与正文同名的阶段，起止应当一致，或在其之内；附件把正文的安排再说一遍的，名称、起止都应当一样。

通过：正文“排查整治（8月至12月）”，附件“排查整治（8月至12月）”
不通过：正文“排查整治（8月至12月）”，附件“排查整治（7月至12月）”；三个阶段都同正文，只有一个名称或起止不同
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.paper_rules.stage_order import schedules
from zerenku.model.finding import Severity
from zerenku.model.outline import Found
from zerenku.model.plan import Stage

ID: Final = "stage-differs"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "中"


FEWEST: Final = 3
"""So many stages of the same names are the body's schedule told again."""


def check(paper: Paper) -> Iterator[Flaw]:
    """Stages outside those of that name in the body, and the one stage that differs in a repeated schedule."""
    told = list(schedules(paper))
    body = [found for schedule in told if not paper.part_at(schedule[0].start) for found in schedule]
    spans: dict[str, list[tuple[str, str]]] = {}
    for found in body:
        spans.setdefault(_name(found), []).append(_span(found))
    for schedule in told:
        part = paper.part_at(schedule[0].start)
        if not part:
            continue
        again = len(body) == len(schedule) >= FEWEST
        flaws = list(_repeated(body, schedule, part)) if again else []
        if len(flaws) != 1:
            flaws = [flaw for found in schedule for flaw in _outside(found, spans.get(_name(found), []), part)]
        yield from flaws


def _outside(found: Found[Stage], spans: Sequence[tuple[str, str]], part: str) -> Iterator[Flaw]:
    first, last = _span(found)
    if spans and not any(begin[:7] <= first[:7] and last[:7] <= end[:7] for begin, end in spans):
        yield _flaw(found, spans, part)


def _repeated(body: Sequence[Found[Stage]], schedule: Sequence[Found[Stage]], part: str) -> Iterator[Flaw]:
    """What differs, stage by stage, in a schedule of as many stages as the body's."""
    for one, other in zip(body, schedule, strict=True):
        if _name(one) != _name(other):
            text = f"{part}的“{other.value.name}”在正文叫“{one.value.name}”"
            yield Flaw(other.start, other.end, text, "核对阶段名称")
        elif _span(one) != _span(other) and len(_span(one)[1]) == len(_span(other)[1]):
            yield _flaw(other, [_span(one)], part)


def _flaw(found: Found[Stage], spans: Sequence[tuple[str, str]], part: str) -> Flaw:
    said = "、".join(f"{begin} 至 {end}" for begin, end in spans)
    text = f"阶段“{found.value.name}”在正文是 {said}，在{part}是 {' 至 '.join(_span(found))}"
    return Flaw(found.start, found.end, text, "核对起止")


def _span(found: Found[Stage]) -> tuple[str, str]:
    return found.value.first, found.value.last


def _name(found: Found[Stage]) -> str:
    return found.value.name.removesuffix("阶段")
