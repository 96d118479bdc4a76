"""One thing that falls due as events of a calendar: one event where a rule tells the days, otherwise one a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Alarm, Event, vRecur

from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedClause, LinkedDuty, LinkedReporting
from zerenku.catalogue.occurrences import Timed
from zerenku.catalogue.repeating import repeat_rule
from zerenku.model.path import ClausePath
from zerenku.model.plan import Plan

DOMAIN: Final = "zerenku"
BEFORE: Final = timedelta(days=3)
NO_DATE: Final = date(2000, 1, 1)


def events_of(timed: Timed) -> Iterator[Event]:
    """One event with a rule when that gives exactly these days, else one a day."""
    rule = repeat_rule(timed)
    if rule:
        yield _event(timed, timed.days[0], f"{timed.anchor}{timed.key}", rule)
        return
    for day in timed.days:
        yield _event(timed, day, timed.id_of(day))


def _event(timed: Timed, day: date, uid: str, rule: str = "") -> Event:
    event = Event()
    event.add("uid", f"{uid}@{DOMAIN}")
    event.add("dtstamp", stamp(timed.plan))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    if rule:
        event.add("rrule", vRecur.from_ical(rule))
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
    return item.citation
