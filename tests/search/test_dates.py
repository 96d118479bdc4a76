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


@pytest.mark.parametrize("text", ["每月清理", "三年行动", "3个月内", "48小时", "清理"])
def test_what_is_no_span(text: str) -> None:
    assert cut_when(text, today="2030-11-20") == (None, text)


def test_without_a_clock_next_month_means_nothing() -> None:
    when, rest = cut_when("下个月清理")
    assert when is None
    assert rest.strip() == "清理"


def test_a_span_holds_days() -> None:
    when, _ = cut_when("六月底前")
    assert when is not None
    assert when.holds("2030-06-30")
    assert when.holds("2031-06")
    assert not when.holds("2030-07-01")
