"""What is asked of the returns, figure by figure."""

from decimal import Decimal

import pytest

from tests.returns.tables import book, leaf, plan_and_form, returned, year
from zerenku.errors import UnknownName
from zerenku.returns.book import Counting, Growth, counting_of, falling, growth, previous_month, to_date
from zerenku.returns.totals import cure_rate, long_spans, pairs_of, share, totals, uncured

CHECKS = "镇里检查/检查仓库"


def test_districts_as_the_fullest_month_lists_them() -> None:
    assert year().districts == ("一村", "二村", "三村", "四村")
    assert book(returned("2030-02", "二村", 1, 1, 1, 1, 1, 1)).districts == ("二村",)
    assert year().only("四村").districts == ("四村",)


def test_a_mistyped_district_is_named() -> None:
    with pytest.raises(UnknownName, match="没有这个村：一材；您要找的是不是：一村"):
        year().only("一材")
    assert book().only("一材").districts == ("一材",)


def test_growth_is_measured_from_the_last_return_before() -> None:
    checks = leaf(CHECKS)
    assert growth(year(), "2030-03", "一村", checks) == Growth(Decimal(3), "2030-02")
    assert growth(year(), "2030-02", "一村", checks) == Growth(Decimal(1), None)
    assert growth(year(), "2030-04", "三村", checks) is None
    silent = book(returned("2030-02", "一村", 1, 1, 1, 1, 1, 1), returned("2030-05", "一村", 1, 1, 1, 7, 1, 1))
    assert growth(silent, "2030-05", "一村", checks) == Growth(Decimal(6), "2030-02")
    assert [(item.district, item.since) for item in long_spans(silent, "2030-05")] == [("一村", "2030-02")]


def test_a_blank_cell_is_bridged_too() -> None:
    found = leaf("镇里检查/发现隐患")
    later = book(*year().returns, returned("2030-05", "二村", 2, 11, 7, 3, 5, 0))
    assert growth(later, "2030-04", "二村", found) is None
    assert growth(later, "2030-05", "二村", found) == Growth(Decimal(4), "2030-03")


def test_totals_leave_out_who_did_not_return() -> None:
    found = {item.leaf.path: item for item in totals(year(), "2030-04")}
    assert found[CHECKS].to_date == 12
    assert found[CHECKS].new == 6
    assert found[CHECKS].before == 4
    assert found["镇里检查/发现隐患"].to_date == 6
    assert found["镇里检查/发现隐患"].before is None
    assert {item.to_date for item in totals(year(), "2030-07")} == {None}


def test_monthly_figures_add_up() -> None:
    monthly = book(*year().returns, counting=Counting.MONTHLY)
    assert to_date(monthly, "2030-04", "一村", leaf(CHECKS)) == 14
    assert growth(monthly, "2030-04", "一村", leaf(CHECKS)) == Growth(Decimal(9), "2030-03")
    assert long_spans(monthly, "2030-04") == ()


def test_cure_rates() -> None:
    (pair,) = pairs_of(year())
    assert cure_rate(year(), "2030-04", ("一村",), pair) == 100
    assert cure_rate(year(), "2030-04", year().districts, pair) == Decimal("85.7")
    assert uncured(year(), "2030-04", year().districts, pair) == 5
    assert cure_rate(year(), "2030-02", ("四村",), pair) is None
    assert cure_rate(year(), "2030-04", ("三村",), pair) is None


@pytest.mark.parametrize(
    ("part", "whole", "rate"), [(9999, 10000, "99.9"), (1, 9999, "0.1"), (0, 5, "0"), (1, 3, "33.3"), (5, 5, "100")]
)
def test_a_rate_never_rounds_to_all_or_nothing(part: int, whole: int, rate: str) -> None:
    assert share(Decimal(part), Decimal(whole)) == Decimal(rate)


def test_how_a_form_counts() -> None:
    plan, form = plan_and_form()
    rising = year().returns
    falls = [returned(f"2030-{month:02}", "一村", *[9 - month] * 6) for month in range(1, 6)]
    assert counting_of(form, rising) is Counting.TO_DATE
    assert counting_of(form, ()) is Counting.TO_DATE
    assert counting_of(form, falls) is Counting.MONTHLY
    assert counting_of(form, falls, option=Counting.TO_DATE) is Counting.TO_DATE
    for note, expected in (("填累计数。", Counting.TO_DATE), ("填当月数。", Counting.MONTHLY)):
        (_, noted) = plan_and_form(
            forms=f"[{{id: a, title: 表, row_key: 村, columns: [{{name: 检查, unit: 次}}], note: {note}}}]",
            reporting=None,
        )
        assert counting_of(noted, falls) is expected
    assert plan.id == "liutang-2030"


def test_a_cumulative_figure_that_falls_is_doubted() -> None:
    fallen = book(*year().returns, returned("2030-05", "一村", 4, 14, 14, 9, 6, 2))
    assert [item.rule for item in falling(fallen)] == ["return-falls", "return-falls"]
    assert "“自查/发现隐患”14，少于上次报的 15" in next(falling(fallen)).text
    assert list(falling(year())) == []
    assert list(falling(book(*fallen.returns, counting=Counting.MONTHLY))) == []


def test_previous_month() -> None:
    assert (previous_month("2030-01"), previous_month("2030-12")) == ("2029-12", "2030-11")
