import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import period_order as rule


@pytest.mark.parametrize(
    ("issued", "printed"), [("2030-03-05", "2030-03-05"), ("2030-03-05", "2030-03-06"), ("", "2030-03-05")]
)
def test_forward(issued: str, printed: str) -> None:
    text = "一、排查阶段（2030年3月至6月）。检查。\n"
    assert quotes(rule, paper(text, issued=issued, printed=printed)) == []


def test_printed_before_signed() -> None:
    sheet = paper("一、任务\n", issued="2030-03-06", printed="2030-03-05")
    assert quotes(rule, sheet) == ["2030-03-05"]
    assert said(rule, sheet) == "印发日期 2030-03-05 早于成文日期 2030-03-06"


@pytest.mark.parametrize(
    "span",
    [
        "2030年9月至3月",
        "2030年9月至2030年3月",
        "2030年9月15日起至2029年3月",
    ],
)
def test_span_backwards(span: str) -> None:
    sheet = paper(f"一、任务\n整治从{span}结束。\n")
    assert quotes(rule, sheet) == [span]
    assert said(rule, sheet) == f"起止颠倒：{span}"


def test_period_without_years_backwards() -> None:
    sheet = paper("一、任务\n整治从9月至3月，防汛从6月至5月。\n", period=("2030-09", "2030-03"))
    assert quotes(rule, sheet) == ["9月至3月"]


@pytest.mark.parametrize("span", ["2030年9月至次年3月", "2030年9月至2031年3月", "每年11月至3月", "3月至9月"])
def test_span_over_new_year(span: str) -> None:
    assert quotes(rule, paper(f"一、任务\n{span}巡查。\n", period=("2030-01", "2031-12"))) == []


def test_stage_backwards() -> None:
    sheet = paper("一、排查阶段（2030年9月至2030年6月）。检查。\n")
    assert said(rule, sheet) == "阶段“排查阶段”起止颠倒：2030-09 至 2030-06"
