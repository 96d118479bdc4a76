"""Calendars of a catalogue, for each plan, department and kind of enterprise that has something due, as .ics files.

Every day is a whole day (VALUE=DATE): a deadline is no hour, and a whole day is that day on every phone. Asia/Shanghai
is named for programs that ask. The same catalogue gives the same bytes: no clock is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from icalendar import Calendar, Timezone, TimezoneStandard

from generators.calendar.events import events_of
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.occurrences import Timed
from zerenku.model.plan import Plan

PRODUCT: Final = "-//zerenku//responsibility calendar//ZH"
ALL: Final = "责任库：全部时限"
ZONE: Final = "Asia/Shanghai"
AHEAD: Final = timedelta(hours=8)
SINCE: Final = datetime(1992, 1, 1)  # noqa: DTZ001 - a zone begins at its own local time; summer time ended in 1991
END: Final = b"END:VCALENDAR\r\n"


class CalendarWriter:
    """Writes calendars of one catalogue, which the caller holds; an event that stands in several is made once."""

    def __init__(self) -> None:
        self._made: dict[int, bytes] = {}

    def file(self, name: str, timed: Iterable[Timed]) -> bytes:
        """A calendar under the name that readers see."""
        head, tail, _ = _frame(name).to_ical().partition(END)
        return b"".join((head, *map(self._events, timed), tail))

    def _events(self, timed: Timed) -> bytes:
        if id(timed) not in self._made:
            self._made[id(timed)] = b"".join(event.to_ical() for event in events_of(timed))
        return self._made[id(timed)]


def calendar_of(catalogue: Catalogue, plan: Plan | None = None) -> bytes:
    """The calendar of a plan, or of all plans."""
    schedule = catalogue.schedule
    timed = schedule.by_plan.get(plan.id, ()) if plan else schedule.timed
    return CalendarWriter().file(plan.title if plan else ALL, timed)


def _frame(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE)
    zone = Timezone()
    zone.add("tzid", ZONE)
    standard = TimezoneStandard()
    standard.add("dtstart", SINCE)
    standard.add("tzoffsetfrom", AHEAD)
    standard.add("tzoffsetto", AHEAD)
    standard.add("tzname", "CST")
    zone.add_component(standard)
    calendar.add_component(zone)
    return calendar
