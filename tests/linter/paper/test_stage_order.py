import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import stage_order as rule

STAGES = "一、安排\n（一）动员部署（2030年{}）。开会。\n（二）排查整治（2030年{}）。检查。\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2月", "3月至6月"),
        ("2月至3月", "4月"),
        ("2月25日前", "3月至6月"),
        ("1月", "2月"),
        ("3月1日至3月20日", "3月24日至6月1日"),
        ("9月1日至9月30日", "10月9日至10月31日"),
        ("1月2日至1月25日", "2月3日至2月28日"),
    ],
)
def test_one_behind_the_other(first: str, second: str) -> None:
    assert quotes(rule, paper(STAGES.format(first, second))) == []


def test_each_schedule_by_itself() -> None:
    text = STAGES.format("2月", "3月至6月") + "二、另行安排\n（一）动员部署（2030年1月）。开会。\n"
    assert quotes(rule, paper(text)) == []


@pytest.mark.parametrize(
    ("first", "second", "what"),
    [
        ("2月至3月", "3月至6月", "阶段重叠"),
        ("7月", "7月至12月", "阶段重叠"),
        ("2月", "5月至6月", "阶段之间有空当"),
        ("7月至9月", "3月至6月", "阶段次序颠倒"),
        ("3月1日至3月20日", "3月26日至6月1日", "阶段之间有空当"),
        ("9月1日至9月30日", "10月10日至10月31日", "阶段之间有空当"),
    ],
)
def test_not_in_order(first: str, second: str, what: str) -> None:
    assert said(rule, paper(STAGES.format(first, second))).startswith(f"{what}：“动员部署”")


def test_a_stage_backwards_is_told_elsewhere() -> None:
    assert quotes(rule, paper(STAGES.format("2月", "6月至3月"))) == []


def test_tasks_may_overlap() -> None:
    text = "一、任务\n（一）查电（2030年2月至3月）。逐户。\n（二）查水（2030年2月至6月）。逐户。\n"
    assert quotes(rule, paper(text)) == []
