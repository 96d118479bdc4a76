from __future__ import annotations

import pytest

from search.dates import cut_when


@pytest.mark.parametrize(
    ("text", "rest", "year", "months"),
    [
        ("2030年6月底前清理", "清理", 2030, (6, 6)),
        ("2030年12月清理", "清理", 2030, (12, 12)),
        ("2030年清理", "清理", 2030, (1, 12)),
        ("2030年底前清理", "清理", 2030, (12, 12)),
        ("清理年底前", "清理", None, (12, 12)),
        ("六月份前清理", "清理", None, (6, 6)),
        ("十一月清理", "清理", None, (11, 11)),
        ("3月15日前清理", "清理", None, (3, 3)),
        ("下个月清理", "清理", 2030, (12, 12)),
        ("本月清理", "清理", 2030, (11, 11)),
        ("明年清理", "清理", 2031, (1, 12)),
        ("去年清理", "清理", 2029, (1, 12)),
        ("今年清理", "清理", 2030, (1, 12)),
        ("年内清理", "清理", 2030, (1, 12)),
        ("今年六月清理", "清理", 2030, (6, 6)),
        ("明年3月底前清理", "清理", 2031, (3, 3)),
        ("去年年底清理", "清理", 2029, (12, 12)),
        ("今年底前清理", "清理", 2030, (12, 12)),
        ("本年度清理", "清理", 2030, (1, 12)),
        ("二〇三一年清理", "清理", 2031, (1, 12)),
        ("二零三一年底前清理", "清理", 2031, (12, 12)),
        ("23年底清理", "清理", 2023, (12, 12)),
        ("2030-06-30前清理", "清理", 2030, (6, 6)),
        ("2030/6/30前清理", "清理", 2030, (6, 6)),
        ("2030.6.30清理", "清理", 2030, (6, 6)),
        ("上半年清理", "清理", None, (1, 6)),
        ("2031年下半年清理", "清理", 2031, (7, 12)),
        ("第一季度清理", "清理", None, (1, 3)),
        ("明年三季度前清理", "清理", 2031, (7, 9)),
        ("第4季度清理", "清理", None, (10, 12)),
        ("上个月清理", "清理", 2030, (10, 10)),
        ("本季度清理", "清理", 2030, (10, 12)),
        ("下季度清理", "清理", 2031, (1, 3)),
        ("上个季度清理", "清理", 2030, (7, 9)),
    ],
)
def test_spans(text: str, rest: str, year: int | None, months: tuple[int, int]) -> None:
    when, left = cut_when(text, today="2030-11-20")
    assert left.strip() == rest
    assert when is not None
    assert (when.year, (when.first, when.last)) == (year, months)


def test_december_is_followed_by_january() -> None:
    when, _ = cut_when("下月", today="2030-12-31")
    assert when is not None
    assert (when.year, when.first, when.last) == (2031, 1, 1)


@pytest.mark.parametrize(
    "text", ["每月清理", "三年行动", "3个月内", "48小时", "清理", "三年内", "10年", "一季度清理一次", "gb 12158-2006"]
)
def test_what_is_no_span(text: str) -> None:
    assert cut_when(text, today="2030-11-20") == (None, text)


def test_without_a_clock_next_month_means_nothing() -> None:
    when, rest = cut_when("下个月清理")
    assert when is None
    assert rest.strip() == "清理"
    assert cut_when("明年清理")[0] is None
    when, _ = cut_when("明年3月清理")
    assert when is not None
    assert (when.year, when.first) == (None, 3)


def test_the_next_of_that_month_is_meant_before_others() -> None:
    when, _ = cut_when("年底前", today="2030-11-20")
    assert when is not None
    assert when.share(["2030-12-31"]) == when.share(["2029-12-31", "2030-12-10"]) == 1
    assert 0 < when.share(["2029-12-31"]) == when.share(["2031-12-31"]) < 1
    assert when.share(["2030-11-30"]) == 0
    later, _ = cut_when("六月", today="2030-11-20")
    assert later is not None
    assert later.share(["2031-06-30"]) == 1 > later.share(["2030-06-30"]) > 0
    year, _ = cut_when("2029年底", today="2030-11-20")
    assert year is not None
    assert year.share(["2029-12-31"]) == 1


def test_a_span_holds_days() -> None:
    when, _ = cut_when("六月底前")
    assert when is not None
    assert when.holds("2030-06-30")
    assert when.holds("2031-06")
    assert not when.holds("2030-07-01")
