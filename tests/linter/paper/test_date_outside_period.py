import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import date_outside_period as rule

PERIOD = ("2030-01", "2030-12")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("一、任务\n2030年6月底前完成。\n", PERIOD),
        ("一、任务\n2031年1月15日前报总结。\n", PERIOD),
        ("一、任务\n2033年底前完成。\n", None),
        ("一、任务\n2033年底前完成。\n", ("2030-12", "2030-01")),
        ("一、任务\n2029年12月底前制定方案。\n", PERIOD),
        ("一、任务\n2029年6月底前查完。\n", PERIOD),
    ],
    ids=["inside", "final report", "no period", "backwards", "prepares", "before the signing"],
)
def test_inside(text: str, period: tuple[str, str] | None) -> None:
    assert quotes(rule, paper(text, period=period, issued="2029-11-05")) == []


def test_outside() -> None:
    sheet = paper("一、任务\n2032年6月底前完成。\n", period=PERIOD)
    assert quotes(rule, sheet) == ["2032年6月底前"]
    assert said(rule, sheet) == "完成时限 2032-06-30 晚于实施期限 2030-01 至 2030-12"


def test_before_it_begins() -> None:
    sheet = paper("一、任务\n2029年12月底前查完仓库。\n", period=PERIOD, issued="2029-11-05")
    assert said(rule, sheet) == "完成时限 2029-12-31 早于实施期限 2030-01 至 2030-12"
