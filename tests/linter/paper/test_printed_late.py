import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import printed_late as rule


@pytest.mark.parametrize("printed", ["2030-03-05", "2030-03-15", "2030-02-01", ""])
def test_soon(printed: str) -> None:
    assert quotes(rule, paper("一、任务\n", issued="2030-03-05", printed=printed)) == []


def test_late() -> None:
    sheet = paper("一、任务\n", issued="2030-03-05", printed="2030-04-26")
    assert quotes(rule, sheet) == ["2030-04-26"]
    assert said(rule, sheet) == "印发日期 2030-04-26 比成文日期 2030-03-05 晚 52 天"
