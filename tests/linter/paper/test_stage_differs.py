import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import stage_differs as rule

TEXT = "一、安排\n（一）排查整治（2030年8月至12月）。检查。\n附件1\n商铺方案\n一、安排\n（一）{}（2030年{}）。检查。\n"


@pytest.mark.parametrize(
    ("name", "span"), [("排查整治阶段", "8月至12月"), ("排查整治", "9月至11月"), ("总结提升", "1月至2月")]
)
def test_agrees(name: str, span: str) -> None:
    assert quotes(rule, paper(TEXT.format(name, span))) == []


SCHEDULE = "一、安排\n（一）部署（2030年{}）。开会。\n（二）整治（2030年{}）。检查。\n（三）{}（2030年{}）。复查。\n"


@pytest.mark.parametrize(
    ("told", "what"),
    [
        (("2月", "3月至8月", "总结", "9月"), ""),
        (("2月", "3月至7月", "总结", "9月"), "阶段“整治”在正文是 2030-03 至 2030-08，在附件1是 2030-03 至 2030-07"),
        (("2月", "3月至8月", "验收", "9月"), "附件1的“验收”在正文叫“总结”"),
    ],
    ids=["same", "one span", "one name"],
)
def test_the_schedule_told_again(told: tuple[str, ...], what: str) -> None:
    own = SCHEDULE.format("2月", "3月至8月", "总结", "9月")
    sheet = paper(f"{own}附件1\n商铺方案\n{SCHEDULE.format(*told)}")
    assert [flaw.text for flaw in rule.check(sheet)] == ([what] if what else [])


def test_a_schedule_of_its_own() -> None:
    """Where more than one stage differs, the attachment goes its own way, within the body's."""
    own = SCHEDULE.format("2月", "3月至8月", "总结", "9月")
    other = SCHEDULE.format("2月", "4月至6月", "验收", "7月至9月")
    assert quotes(rule, paper(f"{own}附件1\n商铺方案\n{other}")) == []


def test_differs() -> None:
    sheet = paper(TEXT.format("排查整治", "7月至12月"))
    assert said(rule, sheet) == "阶段“排查整治”在正文是 2030-08 至 2030-12，在附件1是 2030-07 至 2030-12"
