"""Duties and reports by plan, in a plan by time: the order in which lists of obligations are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from zerenku.catalogue.entries import LinkedDuty, LinkedReporting
from zerenku.model.plan import Plan
from zerenku.model.register import Place

REPEATED: Final = (date.max, False)
ANY_TIME: Final = (date.max, True)


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """What one plan holds of a list; never empty."""

    plan: Plan
    place: Place
    items: tuple[LinkedDuty | LinkedReporting, ...]


def by_plan(items: Iterable[LinkedDuty | LinkedReporting]) -> tuple[PlanGroup, ...]:
    """Groups in the order of the catalogue; in a group dated things first, then repeating ones, then the rest."""
    groups: dict[str, list[LinkedDuty | LinkedReporting]] = {}
    for item in items:
        groups.setdefault(item.plan.id, []).append(item)
    return tuple([PlanGroup(own[0].plan, own[0].place, _in_time(own)) for own in groups.values()])


def _in_time(items: list[LinkedDuty | LinkedReporting]) -> tuple[LinkedDuty | LinkedReporting, ...]:
    # Most plans have one thing for a department.
    return tuple(sorted(items, key=_time) if len(items) > 1 else items)


def _time(item: LinkedDuty | LinkedReporting) -> tuple[date, bool]:
    """First day due, and whether it does not even repeat."""
    if isinstance(item, LinkedReporting):
        due = item.reporting.due
        return (due.date if due and due.date else date.max), not (due and due.every)
    duty = item.duty
    if not duty.deadlines:
        return REPEATED if duty.recurrence else ANY_TIME
    return item.deadlines[0].date, not duty.recurrence
