"""The rule by which a calendar program repeats what falls due (RRULE of RFC 5545), the same for all who write one.

What repeats by a rule is one event under the id of its anchor and key; everything else is one event a day under
`Timed.id_of`. Files of the site and files made in the browser so name the same occurrence by the same id.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from zerenku.catalogue.diary import named_day
from zerenku.catalogue.occurrences import Timed
from zerenku.catalogue.rhythm import Window, days_of
from zerenku.model.clause import Deadline, Every

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
STEPS: Final = {Every.DAY: 1, Every.WEEK: 7}
INTERVALS: Final = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6}
HALF_MONTH: Final = 15
SHORTEST_MONTH: Final = 28
DECEMBER: Final = 12
LAST: Final = -1
"""The last day of a month, as RFC 5545 counts."""


def repeat_rule(timed: Timed) -> str:
    """`FREQ=MONTHLY;UNTIL=20301231;BYMONTHDAY=15`, which gives exactly the days; empty for one day or if none does."""
    said = timed.said
    if isinstance(said, Deadline) or said.every is None or len(timed.days) == 1:
        return ""
    month, day = named_day(said)
    latest = (day or 0) + (HALF_MONTH if said.every is Every.HALF_MONTH and day else 0)
    if latest > SHORTEST_MONTH or not _goes_on(said.every, timed.days, month=month, day=day):
        return ""
    frequency, *rest = _pattern(said.every, timed.days[0], month=month, day=day)
    return ";".join((frequency, f"UNTIL={timed.days[-1]:%Y%m%d}", *rest))


def _goes_on(every: Every, days: tuple[date, ...], *, month: int | None, day: int | None) -> bool:
    """Whether the rhythm gives just these days as far as they reach, the plan's end left aside."""
    first, last = days[0], days[-1]
    if every in STEPS:
        return (last - first).days == STEPS[every] * (len(days) - 1)
    on = days_of(every, Window(first, last + timedelta(days=366)), day=day, month=month)
    return tuple(found for found in on if found <= last) == days


def _pattern(every: Every, first: date, *, month: int | None, day: int | None) -> Iterator[str]:
    """The parts of the rule, without its end, in the order in which the standard lists them."""
    match every:
        case Every.DAY:
            yield "FREQ=DAILY"
        case Every.WEEK:
            yield from ("FREQ=WEEKLY", f"BYDAY={WEEKDAYS[first.weekday()]}")
        case Every.HALF_MONTH:
            ends = f"{HALF_MONTH},{LAST}" if day is None else f"{day},{day + HALF_MONTH}"
            yield from ("FREQ=MONTHLY", f"BYMONTHDAY={ends}")
        case Every.YEAR:
            yield from ("FREQ=YEARLY", f"BYMONTHDAY={day or LAST}", f"BYMONTH={month or DECEMBER}")
        case _:
            yield "FREQ=MONTHLY"
            if (interval := INTERVALS[every]) > 1:
                yield f"INTERVAL={interval}"
            yield f"BYMONTHDAY={day or LAST}"
