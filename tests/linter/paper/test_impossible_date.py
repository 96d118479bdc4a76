import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import impossible_date as rule


@pytest.mark.parametrize(
    "words",
    [
        "6月30日前",
        "2032年2月29日前",
        "2月29日前",
        "2030年3月5日（星期二）",
        "3月5日（周二）",
        "3.15日前",
        "《6月31日方案》",
    ],
)
def test_real_days(words: str) -> None:
    assert quotes(rule, paper(f"一、{words}完成。\n", issued="2030-03-01")) == []


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("6月31日", "6 月没有 31 日"),
        ("2月30日", "2 月没有 30 日"),
        ("2030年2月29日", "2030 年 2 月没有 29 日"),
        ("13月5日", "没有 13 月"),
        ("2030年3月5日（星期三", "这一天是星期二"),
        ("3月5日（周日", "这一天是星期二"),
    ],
)
def test_no_such_day(words: str, what: str) -> None:
    sheet = paper(f"一、{words}）前完成。\n", issued="2030-03-01")
    assert quotes(rule, sheet) == [words]
    assert said(rule, sheet) == what
