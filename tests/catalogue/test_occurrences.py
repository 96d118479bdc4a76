from datetime import date

import pytest

from tests.support import catalogue_of, clause, plan
from zerenku.catalogue.catalogue import Catalogue

PERIOD = '["2030-01", "2030-12"]'


def days(found: Catalogue) -> list[str]:
    """Every day of every thing, in the order of the schedule."""
    return [f"{day:%m-%d}" for timed in found.schedule.timed for day in timed.days]


def ruled(rule: str, *, period: str | None = PERIOD, **head: str | None) -> Catalogue:
    return catalogue_of(plan(clause(duty=f"recurrence: [{{text: 照办, {rule}}}]"), period=period, **head))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("every: month, day: 15", [f"{month:02}-15" for month in range(1, 13)]),
        (
            "every: month, day: 31, n: 2",
            "01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31".split(),
        ),
        ("every: quarter", ["03-31", "06-30", "09-30", "12-31"]),
        ("every: quarter, day: 5", ["03-05", "06-05", "09-05", "12-05"]),
        ("every: half-year", ["06-30", "12-31"]),
        ("every: year, n: 5, op: '>='", ["12-31"]),
    ],
)
def test_a_rule_is_unfolded_in_the_period_of_its_plan(rule: str, expected: list[str]) -> None:
    assert days(ruled(rule)) == expected


def test_half_months_weeks_and_days() -> None:
    june = '["2030-06", "2030-06"]'
    assert days(ruled("every: half-month", period=june)) == ["06-15", "06-30"]
    assert days(ruled("every: week", period=june)) == ["06-02", "06-09", "06-16", "06-23", "06-30"]
    assert days(ruled("every: week, day: 1", period=june)) == ["06-03", "06-10", "06-17", "06-24"]
    assert len(days(ruled("every: day", period=june))) == 30


@pytest.mark.parametrize(
    ("text", "expected"),
    [("每年6月15日前", "06-15"), ("每年2月底前", "02-28"), ("每年15月前", "12-31"), ("每年", "12-31")],
)
def test_the_words_of_a_yearly_rule_may_name_the_day(text: str, expected: str) -> None:
    found = catalogue_of(plan(clause(duty=f"recurrence: [{{every: year, text: {text}}}]"), period=PERIOD))
    assert days(found) == [expected]


def test_nothing_falls_due_before_the_plan_is_issued_or_after_it_ends() -> None:
    found = ruled("every: month, day: 15", period='["2030-01", "2030-05-10"]', issued="2030-01-29")
    assert days(found) == ["02-15", "03-15", "04-15"]


def test_what_is_asked_in_every_period_is_asked_in_the_last_one_too() -> None:
    assert days(ruled("every: half-year", period='["2030-01", "2030-10"]')) == ["06-30", "10-31"]


def test_a_plan_without_period_runs_to_the_end_of_the_year_of_issue() -> None:
    assert days(ruled("every: quarter", period=None, issued="2030-05-20")) == ["06-30", "09-30", "12-31"]


def test_a_rule_without_any_bounds_has_no_days_but_is_not_lost() -> None:
    found = ruled("every: quarter", period=None).schedule
    assert found.timed == ()
    assert [timed.timing for timed in found.dateless] == ["每季度1次"]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("every: month", "原文未写日子，按当月底"),
        ("every: quarter", "原文未写日子，按当季末"),
        ("every: month, day: 15", ""),
        ("every: day", ""),
    ],
)
def test_an_assumed_day_says_so(rule: str, said: str) -> None:
    (timed,) = ruled(rule).schedule.timed
    assert timed.assumed == said


def test_every_deadline_once_and_headings_say_no_more_than_their_duties() -> None:
    text = """
        - mark: 一
          heading: 自查
          starts: 自查
          deadlines: [{date: 2030-06-30, text: 6月底}, {date: 2030-09-30, text: 9月底, what: 回头看}]
          duties:
            - {obliged: [镇政府], do: 自查。, deadlines: [{date: 2030-06-30, text: 6月底}]}
        """
    found = [(timed.anchor, f"{timed.days[0]}", timed.what) for timed in catalogue_of(plan(text)).schedule.timed]
    assert found == [
        ("liutang-2030/1", "2030-09-30", "回头看"),
        ("liutang-2030/1-d1", "2030-06-30", "自查。"),
    ]


def test_reports_and_their_words() -> None:
    rules = """[
        {who: [各村], what: 汇总表, due: {every: month, day: 25, text: 每月25日前}},
        {who: [各村], what: 总结, due: {date: 2030-12-20, text: 12月20日前}},
        {who: [各村], what: 年报, due: {every: year, text: 年底前}},
        {who: [各村], what: 险情, due: {text: 及时}}]"""
    found = catalogue_of(plan(reporting=rules, period='["2030-10", "2030-12"]')).schedule.timed
    assert [(timed.what, timed.timing, len(timed.days), timed.owner) for timed in found] == [
        ("报送汇总表", "每月25日前", 3, "各村报送"),
        ("报送总结", "2030年12月20日前", 1, "各村报送"),
        ("报送年报", "每年（年底前）", 1, "各村报送"),
    ]


@pytest.mark.parametrize(
    ("duty", "report", "left"),
    [
        ("do: 上报台账, obliged: [各村]", "who: [各村], clause: 一", ["r1"]),
        ("do: 上报台账, obliged: [各村]", "who: [各村], clause: 二", ["1-d1", "r1"]),
        ("do: 上报台账, obliged: [派出所]", "who: [各村], clause: 一", ["1-d1", "r1"]),
        ("do: 清理通道, obliged: [各村]", "who: [各村], clause: 一", ["1-d1", "r1"]),
        ("do: 检查并上报, obliged: [各村]", "who: [各村], clause: 一", ["1-d1", "r1"]),
        ("do: 上报台账, obliged: [企业]", "who: [企业], clause: 一", ["1-d1"]),
        ("do: 上报台账, obliged: [企业]", "who: [企业], to: [安办], clause: 一", ["1-d1", "r1"]),
    ],
    ids=["same", "other clause", "other bearer", "no report", "more than a report", "a firm's", "a firm's to somebody"],
)
def test_what_is_told_as_duty_and_as_report_falls_due_once(duty: str, report: str, left: list[str]) -> None:
    due = "{date: 2030-06-30, text: 6月底}"
    text = f"- {{mark: 一, starts: 报送, duties: [{{{duty}, deadlines: [{due}]}}]}}"
    rules = f"[{{{report}, what: 台账, due: {due}}}]"
    found = catalogue_of(plan(f"{text}\n{clause(mark='二')}", reporting=rules, period=PERIOD)).schedule.timed
    assert [timed.anchor.partition("/")[2] for timed in found] == left


def test_ids_are_told_apart_and_stay() -> None:
    facts = "deadlines: [{date: 2030-06-30, text: 6月底}, {date: 2030-06-30, text: 6月底, what: 报表}], "
    text = plan(clause(duty=f"{facts}recurrence: [{{every: half-year, text: 每半年}}]"), period=PERIOD)
    found = catalogue_of(text).schedule.between(date(2030, 6, 1), date(2030, 6, 30))
    assert [occurrence.id for occurrence in found] == [
        "liutang-2030/1-d1-20300630",
        "liutang-2030/1-d1-2-20300630",
        "liutang-2030/1-d1-r1-20300630",
    ]


def test_between_two_days() -> None:
    found = ruled("every: month, day: 15").schedule
    assert [item.day for item in found.between(date(2030, 3, 15), date(2030, 5, 14))] == [
        date(2030, 3, 15),
        date(2030, 4, 15),
    ]
    assert found.between(date(2031, 1, 1), date(2031, 12, 31)) == ()


def test_who_has_what_to_do() -> None:
    text = """
        - mark: 一
          starts: 自查
          assignments: [{certainty: lead, lead: [安办], support: [派出所], phrase: 安办牵头，派出所配合}]
          duties:
            - {obliged: [仓储企业], do: 自查。, recurrence: [{every: quarter, text: 每季度}]}
            - {obliged: [镇政府], do: 抽查。}
        """
    report = "[{who: [各村], to: [安办], what: 表, due: {date: 2030-06-30, text: 6月底}}]"
    found = catalogue_of(plan(text, period=PERIOD, reporting=report)).schedule
    assert {name: [timed.anchor for timed in own] for name, own in found.by_department.items()} == {
        "liutang/anban": ["liutang-2030/1-d1", "liutang-2030/r1"],
        "liutang/cun": ["liutang-2030/r1"],
        "liutang/paichusuo": ["liutang-2030/1-d1"],
    }
    assert list(found.by_enterprise) == ["cangchu"]
    assert len(found.by_plan["liutang-2030"]) == 2
