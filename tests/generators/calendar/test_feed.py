"""Calendars as programs that read them see them: parsed again, and their rules unfolded."""

import re
from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from icalendar import Calendar, Event

from generators.calendar.events import events_of
from generators.calendar.feed import CalendarWriter, calendar_of
from generators.calendar.listing import calendars
from tests.support import catalogue_of, clause, plan
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.repeating import repeat_rule

PERIOD = '["2030-01", "2031-12"]'


def ruled(rule: str, *, period: str = PERIOD, **head: str) -> Catalogue:
    duty = f"evidence: 巡查记录, recurrence: [{{text: 照办, what: 巡查, {rule}}}]"
    return catalogue_of(plan(clause(duty=duty), period=period, issued="2030-01-05", **head))


def parsed(data: bytes) -> list[Event]:
    return [item for item in Calendar.from_ical(data).walk("VEVENT") if isinstance(item, Event)]


def written(event: Event, name: str) -> str:
    """A property as the file has it, its parameters aside."""
    (line,) = [line for line in event.content_lines() if re.match(f"{name}[;:]", line, re.IGNORECASE)]
    return str(line).partition(":")[2]


def days(event: Event) -> list[date]:
    """The days of an event, its rule unfolded as the library that calendars use does it."""
    first = event.decoded("dtstart")
    if "rrule" not in event:
        return [first]
    start = datetime.combine(first, time())
    return [found.date() for found in rrulestr(written(event, "rrule"), dtstart=start)]


@pytest.mark.parametrize(
    "rule",
    [
        "every: day",
        "every: week",
        "every: week, day: 3",
        "every: half-month",
        "every: half-month, day: 5",
        "every: half-month, day: 14",
        "every: month",
        "every: month, day: 15",
        "every: month, day: 31",
        "every: quarter",
        "every: quarter, day: 10",
        "every: half-year",
        "every: year",
    ],
)
@pytest.mark.parametrize("period", [PERIOD, '["2030-01", "2030-12"]', '["2030-02", "2031-10-20"]'])
def test_events_fall_on_the_days_of_the_schedule(rule: str, period: str) -> None:
    found = ruled(rule, period=period)
    (timed,) = found.schedule.timed
    events = parsed(calendar_of(found))
    assert sorted(day for event in events for day in days(event)) == list(timed.days)
    assert len(events) == 1 or repeat_rule(timed) == ""
    assert len({event["uid"] for event in events}) == len(events)


def test_a_rule_ends_with_the_plan_and_short_months_are_told_singly() -> None:
    (event,) = parsed(calendar_of(ruled("every: quarter")))
    assert written(event, "rrule") == "FREQ=MONTHLY;UNTIL=20311231;INTERVAL=3;BYMONTHDAY=-1"
    assert len(parsed(calendar_of(ruled("every: month, day: 31")))) == 24
    assert len(parsed(calendar_of(ruled("every: half-year", period='["2030-01", "2030-10"]')))) == 2


def test_an_event_says_what_who_when_and_which_clause() -> None:
    found = ruled("every: month")
    (event,) = parsed(calendar_of(found))
    assert event["summary"] == "巡查"
    assert event["uid"] == "liutang-2030/1-d1-r1@zerenku"
    assert str(event["description"]).split("\n") == [
        "每日巡查。",
        "由谁做：镇政府",
        "留什么记录：巡查记录",
        "原文未写责任单位（文中主体：镇政府）",
        "时限：每月1次（原文未写日子，按当月底）",
        "依据：《柳塘镇消防整治方案》一",
        "文字系摘编，以原文为准。",
    ]
    assert event.decoded("dtstamp").date() == date(2030, 1, 5)
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-3)


def test_a_day_is_a_whole_day_whatever_the_zone() -> None:
    text = plan(clause(duty="deadlines: [{date: 2030-06-30, text: 6月底前}]"))
    (event,) = parsed(calendar_of(catalogue_of(text)))
    assert b"DTSTART;VALUE=DATE:20300630\r\n" in event.to_ical()
    assert event["uid"] == "liutang-2030/1-d1-20300630@zerenku"


def test_the_frame() -> None:
    data = calendar_of(ruled("every: month"))
    whole = Calendar.from_ical(data)
    assert whole["x-wr-calname"] == "责任库：全部时限"
    assert whole["version"] == "2.0"
    (zone,) = whole.walk("VTIMEZONE")
    assert zone["tzid"] == "Asia/Shanghai"
    assert data.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    data.decode("utf-8")
    for line in data.split(b"\r\n"):
        line.decode("utf-8")  # no character is cut in two by the folding


def test_text_that_would_break_out_stays_text() -> None:
    duty = 'deadlines: [{date: 2030-06-30, text: 6月底前, what: "一;二,三\\\\四\\nBEGIN:VEVENT"}]'
    (event,) = parsed(calendar_of(catalogue_of(plan(clause(duty=duty)))))
    assert event["summary"] == "一;二,三\\四\nBEGIN:VEVENT"


def test_reports_cite_the_clause_that_asks_for_them() -> None:
    reports = """[
        {who: [各村], to: [安办], what: 表, due: {date: 2030-06-30, text: 6月底}, clause: 一},
        {who: [各村], what: 简报, due: {date: 2030-07-31, text: 7月底}}]"""
    first, second = parsed(calendar_of(catalogue_of(plan(reporting=reports))))
    assert "报给谁：安办\n时限：2030年6月30日前\n依据：《柳塘镇消防整治方案》一\n" in str(first["description"])
    assert "依据：《柳塘镇消防整治方案》信息报送" in str(second["description"])


def test_a_calendar_for_each_plan_department_and_kind_with_something_due() -> None:
    text = """
        - mark: 一
          starts: 自查
          assignments: [{certainty: lead, lead: [安办], phrase: 安办牵头}]
          duties: [{obliged: [仓储企业], do: 自查。, recurrence: [{every: quarter, text: 每季度}]}]
        """
    found = catalogue_of(plan(text, period=PERIOD), plan(id="liutang-2029"))
    assert {name: title for name, (title, _) in calendars(found).items()} == {
        "calendars/plan-liutang-2030.ics": "柳塘镇消防整治方案",
        "calendars/department-liutang-anban.ics": "柳塘镇安全生产办公室的时限",
        "calendars/enterprise-cangchu.ics": "仓储企业的义务",
    }


def test_the_same_event_in_every_calendar() -> None:
    found = ruled("every: month")
    writer = CalendarWriter()
    (timed,) = found.schedule.timed
    one, two = writer.file("甲", [timed]), writer.file("乙", [timed])
    assert one.replace("甲".encode(), "乙".encode()) == two
    assert re.findall(rb"BEGIN:VEVENT.*END:VEVENT", one, re.DOTALL) == [next(events_of(timed)).to_ical().strip()]
    assert writer.file("甲", [timed]) == CalendarWriter().file("甲", [timed])
