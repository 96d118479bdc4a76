"""The line of a plan's time: its stages as bars between the first and the last day, to scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedClause
from zerenku.catalogue.rhythm import first_day_of, last_day_of
from zerenku.model.plan import Attachment, Plan, Stage

WIDTH: Final = 100
"""Per cent from end to end: bars scale with the page, words on them do not."""
LANE: Final = 22
"""Pixels of height for each lane; stages that overlap lie in lanes of their own."""


@dataclass(frozen=True, slots=True)
class StageBar:
    """A stage from `x`, `width` wide, in per cent; lanes count from 0 at the top. `number` is its source place."""

    number: int
    stage: Stage
    clause: LinkedClause | None
    x: float
    width: float
    lane: int

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return round(self.x + self.width / 2, 2)

    @property
    def top(self) -> int:
        """Pixels from the top of the lanes."""
        return self.lane * LANE

    @property
    def time(self) -> str:
        """2030年3月至2030年4月."""
        first, last = self.stage.first, self.stage.last
        return wording.month_text(first) + (f"至{wording.month_text(last)}" if last != first else "")


@dataclass(frozen=True, slots=True)
class StageLane:
    """The stages of a part of the plan in source order: an attachment, what a clause heads, or (neither) the whole."""

    scope: str
    attachment: Attachment | None
    clause: LinkedClause | None
    bars: tuple[StageBar, ...]

    @property
    def height(self) -> int:
        """Pixels of height."""
        return LANE * (1 + max((bar.lane for bar in self.bars), default=0))


@dataclass(frozen=True, slots=True)
class StageLine:
    """From day to day (ISO, both included). `years` are (year, x) where a year begins on the way."""

    first: str
    last: str
    years: tuple[tuple[int, float], ...]
    lanes: tuple[StageLane, ...]


def stage_line(plan: Plan, clauses: Mapping[str, LinkedClause]) -> StageLine | None:
    """The line of a plan, `clauses` by path; None when it says neither its period nor a stage."""
    months = [*(plan.period or ()), *(month for stage in plan.stages for month in (stage.first, stage.last))]
    if not months:
        return None
    first, last = min(map(first_day_of, months)), max(map(last_day_of, months))
    unit = WIDTH / ((last - first).days + 1)

    def at(day: date) -> float:
        return round((day - first).days * unit, 2)

    def bar(number: int, stage: Stage, lane: int) -> StageBar:
        x, end = at(first_day_of(stage.first)), at(last_day_of(stage.last) + timedelta(1))
        clause = clauses.get(stage.clause) if stage.clause else None
        return StageBar(number, stage, clause, x, round(end - x, 2), lane)

    attachments = {item.no: item for item in plan.attachments}
    lanes = []
    for scope, members in groupby(enumerate(plan.stages), key=lambda item: item[1].scope or ""):
        own = list(members)
        placed = _placed([stage for _, stage in own])
        bars = tuple(bar(number, stage, lane) for (number, stage), lane in zip(own, placed, strict=True))
        lanes.append(StageLane(scope.replace("/", ""), attachments.get(scope), clauses.get(scope), bars))
    years = tuple((year, at(date(year, 1, 1))) for year in range(first.year + 1, last.year + 1))
    return StageLine(first.isoformat(), last.isoformat(), years, tuple(lanes))


def _placed(stages: Sequence[Stage]) -> list[int]:
    """The lane of each stage: the first that is free when it begins."""
    ends: list[date] = []
    lanes = [0] * len(stages)
    for number in sorted(range(len(stages)), key=lambda number: first_day_of(stages[number].first)):
        begin = first_day_of(stages[number].first)
        lane = next((lane for lane, end in enumerate(ends) if end < begin), len(ends))
        ends[lane : lane + 1] = [last_day_of(stages[number].last)]
        lanes[number] = lane
    return lanes
