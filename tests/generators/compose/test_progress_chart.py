"""The picture of the returns: whom it compares, by what, and where it stands."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from generators import blocks as b
from generators.compose.length import length_of
from generators.compose.progress_report import compose_progress_report
from generators.compose.summary import compose_summary
from tests.returns.tables import book, catalogue, plan_and_form, returned, year
from zerenku.returns.book import ReturnBook

DAY = date(2030, 4, 20)


def summary(returns: ReturnBook, *, district: str = "", chart: bool = True) -> b.Document:
    return compose_summary(catalogue(), returns, as_of=DAY, district=district, chart=chart)


def drawn(paper: b.Document) -> b.Chart | None:
    return next((block for block in paper.blocks if isinstance(block, b.Chart)), None)


def test_districts_by_cure_rate_from_the_best_down() -> None:
    paper = summary(year())
    assert drawn(paper) == b.Chart(
        "各村隐患整改率（%）", (("一村", Decimal("100.0")), ("四村", Decimal("90.0")), ("二村", Decimal("60.0")))
    )
    assert drawn(summary(year(), chart=False)) is None


def test_it_stands_under_the_part_that_compares_and_is_not_counted() -> None:
    with_chart, without = summary(year()), summary(year(), chart=False)
    at = next(at for at, block in enumerate(with_chart.blocks) if isinstance(block, b.Chart))
    before, after = with_chart.blocks[at - 2], with_chart.blocks[at + 1]
    assert isinstance(before, b.Heading)
    assert before.text.endswith("、各村进度")
    assert isinstance(after, b.Heading)
    assert tuple(block for block in with_chart.blocks if not isinstance(block, b.Chart)) == without.blocks
    assert length_of(with_chart.blocks) == length_of(without.blocks)


def test_one_district_month_by_month() -> None:
    chart = drawn(summary(year(), district="一村"))
    assert chart == b.Chart(
        "一村各月新增检查仓库（家次）", (("2月", Decimal(1)), ("3月", Decimal(3)), ("4月", Decimal(5)))
    )
    march = compose_progress_report(catalogue(), year(), as_of=DAY, month="2030-03", district="一村", chart=True)
    assert (found := drawn(march))
    assert [name for name, _ in found.bars] == ["2月", "3月"]


def test_of_many_districts_the_first_and_the_last() -> None:
    many = book(*(returned("2030-03", f"{number}村", 1, 100, number, 1, 1, 0) for number in range(1, 31)))
    chart = drawn(summary(many))
    assert chart
    assert chart.title == "隐患整改率（%）前6名和后6名"
    assert [name for name, _ in chart.bars] == [f"{number}村" for number in (*range(30, 24, -1), *range(6, 0, -1))]


def test_without_cures_by_the_acts_and_without_figures_not_at_all() -> None:
    acts = book(*(returned("2030-03", name, 2, None, None, 3, None, None) for name in ("一村", "二村")))
    found = drawn(summary(acts))
    assert found
    assert found.title == "各村累计自查仓库（家）"
    for bare in (book(), book(returned("2030-03", "一村", 2, 4, 4, 3, 1, 1))):
        assert drawn(summary(bare)) is None


def test_rates_alone_are_not_told_month_by_month() -> None:
    rates = "[{id: xiaofang, title: 进度统计表, row_key: 村, columns: [{name: 整改率, unit: '%'}]}]"
    plan, form = plan_and_form(forms=rates)
    months = ("2030-02", "2030-03")
    returns = tuple(replace(returned(month, "一村", *[None] * 6), values={"整改率": Decimal(90)}) for month in months)
    assert drawn(summary(ReturnBook(plan=plan, form=form, returns=returns), district="一村")) is None
