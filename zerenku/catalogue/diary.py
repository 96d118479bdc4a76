"""On which days a rule falls due within its plan's period, and the day that its words name."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from zerenku.catalogue.rhythm import Window, days_of, window_of
from zerenku.model.clause import Every, Recurrence
from zerenku.model.plan import Due, Plan

NAMED_DAY: Final = re.compile(r"(\d{1,2})月(?:(\d{1,2})日|底|末)")
DECEMBER: Final = 12

Days = dict[tuple[Every, int | None, int | None], tuple[date, ...]]
"""By period, and by day and month as far as the rule names them."""


class Diary:
    """Days of rules, each worked out once: plans of one year repeat each other's."""

    def __init__(self) -> None:
        self._days: dict[Window | None, Days] = {}
        self._months: dict[tuple[date, ...], tuple[str, ...]] = {}
        self._plans: dict[str, tuple[Window | None, Days]] = {}

    def window(self, plan: Plan) -> Window | None:
        """When rules of the plan may fall due; None where it does not say."""
        return self._of(plan)[0]

    def days(self, plan: Plan, said: Recurrence | Due) -> tuple[date, ...]:
        """The days of a rule in order; the same tuple for every plan that runs as long and every rule that says so."""
        window, known = self._of(plan)
        if window is None or said.every is None:
            return ()
        month, day = named_day(said)
        key = said.every, day, month
        if key not in known:
            known[key] = tuple(days_of(said.every, window, day=day, month=month))
        return known[key]

    def months(self, days: tuple[date, ...]) -> tuple[str, ...]:
        """The months in which days lie (`2030-06`), in order."""
        if days not in self._months:
            self._months[days] = tuple(dict.fromkeys(f"{day:%Y-%m}" for day in days))
        return self._months[days]

    def _of(self, plan: Plan) -> tuple[Window | None, Days]:
        if plan.id not in self._plans:
            window = window_of(plan)
            self._plans[plan.id] = window, self._days.setdefault(window, {})
        return self._plans[plan.id]


def named_day(said: Recurrence | Due) -> tuple[int | None, int | None]:
    """The month and day of a rule; for the year, those that only its words name (每年6月15日前, 每年10月底)."""
    found = NAMED_DAY.search(said.text) if said.every is Every.YEAR else None
    if found and 1 <= int(found[1]) <= DECEMBER:
        return int(found[1]), int(found[2]) if found[2] else None
    return None, said.day
