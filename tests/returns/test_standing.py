"""Who leads and who lags."""

from decimal import Decimal

from tests.returns.tables import book, leaf, returned, year
from zerenku.returns.standing import By, Ranking, rankings, rankings_to_date, telling_leaves


def ranking(*values: float, by: By = By.GROWTH, mean: float | None = None) -> Ranking:
    rows = tuple((f"{number}村", Decimal(str(value))) for number, value in enumerate(values, 1))
    return Ranking(by, leaf("镇里检查/检查仓库"), rows, None if mean is None else Decimal(str(mean)))


def names(rows: tuple[tuple[str, Decimal], ...]) -> list[str]:
    return [name for name, _ in rows]


def test_a_third_at_most_and_three_at_most() -> None:
    many = ranking(9, 8, 7, 6, 5, 4, 3, 2, 1, 1)
    assert (names(many.leading), names(many.lagging)) == (["1村", "2村", "3村"], ["10村", "9村", "8村"])
    few = ranking(9, 2)
    assert (names(few.leading), names(few.lagging)) == (["1村"], ["2村"])


def test_nobody_leads_where_all_are_alike_or_alone() -> None:
    for values in ((5, 5, 5), (5,), ()):
        assert ranking(*values).leading == ()
        assert ranking(*values).lagging == ()


def test_who_did_nothing_is_idle_and_not_merely_slow() -> None:
    found = ranking(9, 3, 0, 0)
    assert found.idle == ("3村", "4村")
    assert found.lagging == ()
    assert ranking(90, 50, 0, by=By.CURE_RATE, mean=60).idle == ()


def test_a_rate_is_measured_by_that_of_all() -> None:
    found = ranking(99, 98, 50, by=By.CURE_RATE, mean=98.5)
    assert (names(found.leading), names(found.lagging)) == (["1村"], ["3村"])


def test_what_is_ranked() -> None:
    assert [item.path for item in telling_leaves(book())] == ["自查/自查仓库", "镇里检查/检查仓库"]
    found = rankings(year(), "2030-04")
    assert [(item.by, item.leaf.path) for item in found] == [
        (By.CURE_RATE, "自查/已整改"),
        (By.GROWTH, "自查/自查仓库"),
        (By.GROWTH, "镇里检查/检查仓库"),
    ]
    assert names(found[0].rows) == ["一村", "四村", "二村"]
    assert found[2].idle == ("四村",)
    assert [item.by for item in rankings_to_date(year(), "2030-04")] == [By.CURE_RATE, By.TOTAL, By.TOTAL]


def test_growth_of_several_months_is_not_ranked() -> None:
    silent = book(
        *year().returns,
        returned("2030-05", "三村", 9, 9, 9, 30, 9, 9),
        returned("2030-05", "一村", 4, 15, 15, 10, 6, 2),
    )
    checks = rankings(silent, "2030-05")[-1]
    assert names(checks.rows) == ["一村"]
