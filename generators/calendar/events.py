"""One thing that falls due as events of a calendar: one event where a rule tells the days, otherwise one a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from icalendar import Alarm, Event

from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedClause, LinkedDuty, LinkedReporting
from zerenku.catalogue.occurrences import Timed, named_day
from zerenku.catalogue.rhythm import Window, days_of
from zerenku.model.clause import Deadline, Every
from zerenku.model.path import ClausePath
from zerenku.model.plan import Plan

DOMAIN: Final = "zerenku"
BEFORE: Final = timedelta(days=3)
NO_DATE: Final = date(2000, 1, 1)
WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
INTERVALS: Final = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6}
HALF_MONTH: Final = 15
SHORTEST_MONTH: Final = 28
DECEMBER: Final = 12
LAST: Final = -1
"""The last day of a month, as RFC 5545 counts."""


def events_of(timed: Timed) -> Iterator[Event]:
    """One event with a rule when that gives exactly these days, else one a day."""
    rule = repeat_rule(timed)
    if rule:
        yield _event(timed, timed.days[0], f"{timed.anchor}{timed.key}", rule)
        return
    for day in timed.days:
        yield _event(timed, day, timed.id_of(day), None)


def repeat_rule(timed: Timed) -> dict[str, Any] | None:
    """The RRULE, with UNTIL, that gives exactly the days; None when no rule does, or there is but one day."""
    said = timed.said
    if isinstance(said, Deadline) or said.every is None or len(timed.days) == 1:
        return None
    month, day = named_day(said)
    first, last = timed.days[0], timed.days[-1]
    # Without the plan's end the rhythm goes on: does it give these days as far as they reach?
    on = days_of(said.every, Window(first, last + timedelta(days=366)), day=day, month=month)
    if tuple(found for found in on if found <= last) != timed.days:
        return None
    if day is not None and day > SHORTEST_MONTH and said.every is not Every.DAY:
        return None
    return _pattern(said.every, first, month=month, day=day) | {"until": last}


def _pattern(every: Every, first: date, *, month: int | None, day: int | None) -> dict[str, Any]:
    if every is Every.DAY:
        return {"freq": "daily"}
    if every is Every.WEEK:
        return {"freq": "weekly", "byday": WEEKDAYS[first.weekday()]}
    if every is Every.HALF_MONTH:
        days = [HALF_MONTH, LAST] if day is None else [day, day + HALF_MONTH]
        return {"freq": "monthly", "bymonthday": days}
    if every is Every.YEAR:
        return {"freq": "yearly", "bymonth": month or DECEMBER, "bymonthday": day or LAST}
    interval = INTERVALS[every]
    return {"freq": "monthly", **({"interval": interval} if interval > 1 else {}), "bymonthday": day or LAST}


def _event(timed: Timed, day: date, uid: str, rule: dict[str, Any] | None) -> Event:
    event = Event()
    event.add("uid", f"{uid}@{DOMAIN}")
    event.add("dtstamp", stamp(timed.plan))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    if rule:
        event.add("rrule", rule)
    event.add("summary", timed.what)
    event.add("description", description(timed))
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{timed.timing}：{timed.what}")
    alarm.add("trigger", -BEFORE)
    event.add_component(alarm)
    return event


def stamp(plan: Plan) -> datetime:
    """When the plan was issued: a calendar made twice is the same twice."""
    day = plan.issued or plan.printed or NO_DATE
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def description(timed: Timed) -> str:
    """What to do, who, when, and which clause says so; nothing that hangs on the day of reading."""
    lines = [line for line in _told(timed.item) if line != timed.what]
    when = f"时限：{timed.timing}" + (f"（{timed.assumed}）" if timed.assumed else "")
    owner = timed.owner if isinstance(timed.item, LinkedDuty) else ""
    return "\n".join([*lines, *filter(None, [owner]), when, f"依据：{citation(timed)}", f"{wording.SUMMARY_CAUTION}。"])


def _told(item: LinkedDuty | LinkedClause | LinkedReporting) -> Iterator[str]:
    match item:
        case LinkedDuty():
            yield item.duty.do
            if item.obliged:
                yield f"由谁做：{wording.obliged_text(item)}"
            if item.duty.evidence:
                yield f"留什么记录：{item.duty.evidence}"
        case LinkedReporting():
            yield f"由谁报：{'、'.join(party.written for party in item.who)}"
            if item.to:
                yield f"报给谁：{'、'.join(party.written for party in item.to)}"
        case LinkedClause():
            yield item.clause.summary or ""


def citation(timed: Timed) -> str:
    """《…方案》四（二）第1段; a report by the clause that asks for it, or as 信息报送."""
    item = timed.item
    if isinstance(item, LinkedReporting):
        path = item.reporting.clause
        return f"《{item.plan.title}》{ClausePath.parse(path).citation if path else '信息报送'}"
    return f"《{item.plan.title}》{item.path.citation}"
