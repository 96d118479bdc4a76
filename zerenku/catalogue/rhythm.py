"""Days of a rhythm: the periods of a calendar, and on which day of each something falls due."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from zerenku.model.clause import Every
from zerenku.model.plan import Plan

LAST_DAYS: Final = {
    Every.DAY: "当天",
    Every.WEEK: "当周末",
    Every.HALF_MONTH: "半月末",
    Every.MONTH: "当月底",
    Every.QUARTER: "当季末",
    Every.HALF_YEAR: "半年末",
    Every.YEAR: "当年底",
}
"""The day on which a rule without a day falls due."""
MONTHS_OF: Final = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}
HALF_MONTH: Final = 15
WEEK: Final = 7
DECEMBER: Final = 12


@dataclass(frozen=True, slots=True)
class Window:
    """From `first` to `last` something may fall due; `last` is the plan's own end unless `assumed`."""

    first: date
    last: date
    assumed: bool = False


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def first_day_of(month: str) -> date:
    """`2030-02` → 2030-02-01; a full date is that day."""
    return date.fromisoformat(month if month.count("-") == 2 else f"{month}-01")


def last_day_of(month: str) -> date:
    """`2030-02` → 2030-02-28; a full date is that day."""
    if month.count("-") == 2:
        return date.fromisoformat(month)
    year, number = map(int, month.split("-"))
    return month_end(year, number)


def window_of(plan: Plan) -> Window | None:
    """The plan's period, from the day of its issue on; without one, to the end of the year of issue; else None."""
    if plan.period:
        first, last = plan.period
        start, end = first_day_of(first), last_day_of(last)
        return Window(max(start, plan.issued) if plan.issued else start, end)
    return Window(plan.issued, date(plan.issued.year, DECEMBER, 31), assumed=True) if plan.issued else None


def days_of(every: Every, window: Window, *, day: int | None = None, month: int | None = None) -> Iterator[date]:
    """The days of a rhythm in a window, in order.

    `day` counts in the week (1 is Monday), half-month or month, for longer periods in their last month or in `month`;
    past the end of a short month it is that month's last day. Without a day it is the last day of the period, or of
    the window when that ends sooner: what is asked once a year is asked in the year the plan ends, too.
    """
    for start, end in _periods(every, window):
        due = _due(every, start, end, day=day, month=month)
        if due > window.last and day is None and month is None:
            due = window.last
        if window.first <= due <= window.last:
            yield due


def _due(every: Every, start: date, end: date, *, day: int | None, month: int | None) -> date:
    if month is not None:
        last = month_end(start.year, month)
        return last if day is None or day > last.day else last.replace(day=day)
    if day is None:
        return end
    if every in MONTHS_OF:
        return end.replace(day=min(max(day, 1), end.day))
    return min(start + timedelta(days=max(day, 1) - 1), end)


def _periods(every: Every, window: Window) -> Iterator[tuple[date, date]]:
    """Every period of the calendar that the window touches."""
    if every in MONTHS_OF:
        yield from _runs_of_months(MONTHS_OF[every], window)
    elif every is Every.HALF_MONTH:
        for start, end in _runs_of_months(1, window):
            yield from ((start, start.replace(day=HALF_MONTH)), (start.replace(day=HALF_MONTH + 1), end))
    else:
        step = WEEK if every is Every.WEEK else 1
        start = window.first - timedelta(days=window.first.weekday() if every is Every.WEEK else 0)
        while start <= window.last:
            yield start, start + timedelta(days=step - 1)
            start += timedelta(days=step)


def _runs_of_months(size: int, window: Window) -> Iterator[tuple[date, date]]:
    number = (window.first.year * 12 + window.first.month - 1) // size * size
    last = window.last.year * 12 + window.last.month - 1
    while number <= last:
        end = number + size - 1
        yield date(number // 12, number % 12 + 1, 1), month_end(end // 12, end % 12 + 1)
        number += size
