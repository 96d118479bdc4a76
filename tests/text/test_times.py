"""Due dates, repeat rules, stages and periods: case tables, and dates that are generated, written out and read back."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.text.tables import Case, read_cases
from zerenku.model.clause import Recurrence
from zerenku.text.times import read_deadlines, read_period, read_recurrence, read_stage


@pytest.mark.parametrize("case", read_cases("deadlines.yml", "deadlines"))
def test_deadline(case: Case) -> None:
    found = read_deadlines(case.text, year=int(case["year"] or 2030))
    assert " ".join(str(item.value.date) for item in found) == case["due"], case
    assert all(item.value.text == case.text[item.start : item.end] for item in found), case
    if case["words"]:
        assert " ".join(item.value.text for item in found) == case["words"], case


@pytest.mark.parametrize("case", read_cases("deadlines.yml", "stages"))
def test_stage(case: Case) -> None:
    found = read_stage(case.text, year=2030)
    stage = found and found.value
    assert (f"{stage.name} {stage.first} {stage.last}" if stage else "") == case["read"], case


@pytest.mark.parametrize("case", read_cases("deadlines.yml", "periods"))
def test_period(case: Case) -> None:
    found = read_period(case.text, issued=date(2030, 5, 16))
    assert (" ".join(found.value) if found else "") == case["read"], case


def shown(rule: Recurrence) -> str:
    return f"{rule.every} {rule.op}{rule.n}" + (f" @{rule.day}" if rule.day else "")


@pytest.mark.parametrize("case", read_cases("recurrence.yml", "recurrence"))
def test_recurrence(case: Case) -> None:
    found = read_recurrence(case.text)
    assert " ;; ".join(shown(item.value) for item in found) == case["read"], case
    assert all(item.value.text == case.text[item.start : item.end] for item in found), case
    if case["words"]:
        assert " ;; ".join(item.value.text for item in found) == case["words"], case


def test_without_a_year_an_undated_month_stays_unread() -> None:
    assert read_deadlines("6月底前自查。", year=None) == ()


DAYS = st.dates(min_value=date(2030, 1, 1), max_value=date(2039, 12, 31))
BLANK = st.sampled_from(["", " "])


@given(DAYS, st.sampled_from(["前", "之前", "以前"]), st.booleans(), BLANK)
def test_day_is_read_back(day: date, before: str, with_year: bool, blank: str) -> None:  # noqa: FBT001
    year = f"{day.year}{blank}年{blank}" if with_year else ""
    words = f"{year}{day.month}{blank}月{blank}{day.day}{blank}日{before}"
    (found,) = read_deadlines(f"各站于{words}报送清单。", year=2030 if with_year else day.year)
    assert (found.value.date, found.value.text) == (day, words)


@given(DAYS, st.sampled_from(["底前", "末前", "底之前"]))
def test_month_end_is_read_back(day: date, ending: str) -> None:
    (found,) = read_deadlines(f"{day.year}年{day.month}月{ending}，完成改造。", year=2030)
    assert found.value.date == day.replace(day=calendar.monthrange(day.year, day.month)[1])


@given(DAYS)
def test_before_a_month_is_the_end_of_the_month_before(day: date) -> None:
    assume((day.year, day.month) != (2030, 1))
    (found,) = read_deadlines(f"必须在{day.year}年{day.month}月前拆除。", year=2030)
    assert found.value.date == day.replace(day=1) - timedelta(days=1)


UNITS = {
    "月": "month",
    "季度": "quarter",
    "半年": "half-year",
    "年": "year",
    "周": "week",
    "半月": "half-month",
    "日": "day",
}


@given(st.sampled_from(sorted(UNITS)), st.integers(1, 12), st.sampled_from(["至少", "不少于", ""]), st.booleans())
def test_rule_is_read_back(unit: str, number: int, least: str, verb: bool) -> None:  # noqa: FBT001
    text = f"各站每{unit}{least}{'组织检查' if verb else ''}{number}次。"
    (found,) = read_recurrence(text)
    assert shown(found.value) == f"{UNITS[unit]} {'>=' if least else '='}{number}"


@given(st.text(alphabet="2030年月日底前至到、，。每季度半一次少于不0123 （）起内", max_size=50))
def test_any_text_is_read_without_a_stumble(text: str) -> None:
    read_stage(text, year=2030)
    read_period(text)
    for deadline in read_deadlines(text, year=2030):
        assert deadline.value.text == text[deadline.start : deadline.end]
    for rule in read_recurrence(text):
        assert rule.value.text == text[rule.start : rule.end]
