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


def test_stage_backwards() -> None:
    sheet = paper("一、排查阶段（2030年9月至2030年6月）。检查。\n")
    assert said(rule, sheet) == "阶段“排查阶段”起止颠倒：2030-09 至 2030-06"
