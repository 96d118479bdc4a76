"""What was due when, what came late, what has not come."""

from datetime import date

import pytest

from tests.returns.tables import REPORTING, book, plan_and_form, returned, year
from zerenku.returns.punctuality import blanks, due_day, due_months, late, missing, overdue


@pytest.mark.parametrize(
    ("month", "due"),
    [
        ("2030-01", None),  # the plan was issued on the 20th
        ("2030-02", date(2030, 2, 10)),
        ("2030-12", date(2030, 12, 10)),
        ("2029-12", None),
        ("2031-01", None),
    ],
)
def test_nothing_is_due_before_the_plan_was_issued_nor_outside_its_period(month: str, due: date | None) -> None:
    assert due_day(*plan_and_form(), month) == due


def test_other_rules() -> None:
    assert due_day(*plan_and_form(issued="2030-01-10"), "2030-01") == date(2030, 1, 10)
    assert due_day(*plan_and_form(issued=None), "2030-01") == date(2030, 1, 10)
    assert due_day(*plan_and_form(reporting=REPORTING.replace("day: 10", "day: 31")), "2030-02") == date(2030, 2, 28)
    assert due_day(*plan_and_form(reporting=None), "2030-02") is None
    assert due_day(*plan_and_form(reporting=REPORTING.replace(", day: 10", "")), "2030-02") is None


def test_on_the_day_is_in_time() -> None:
    assert [(item.district, item.days) for item in late(year(), "2030-03")] == [("四村", 3)]
    assert late(year(), "2030-02") == ()


def test_late_is_nothing_where_nothing_was_due() -> None:
    assert late(book(returned("2030-01", "一村", 0, 0, 0, 0, 0, 0, on="2030-01-31")), "2030-01") == ()


def test_missing_and_overdue() -> None:
    assert missing(year(), "2030-04") == ("三村",)
    assert missing(year(), "2030-01") == year().districts
    assert overdue(year(), as_of=date(2030, 4, 10)) == ()
    assert [(item.month, item.district) for item in overdue(year(), as_of=date(2030, 4, 11))] == [("2030-04", "三村")]
    assert len(overdue(year(), as_of=date(2030, 5, 11))) == 5
    assert [item.month for item in overdue(year(), as_of=date(2031, 9, 1), months=("2030-04",))] == ["2030-04"]


def test_due_months_end_with_the_plan() -> None:
    assert list(due_months(year(), as_of=date(2030, 4, 30))) == ["2030-02", "2030-03", "2030-04"]
    assert list(due_months(year(), as_of=date(2035, 1, 1)))[-1] == "2030-12"


def test_blanks() -> None:
    assert [(item.district, item.leaf.path) for item in blanks(year(), "2030-04")] == [("二村", "镇里检查/发现隐患")]
