import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import deadline_before_issue as rule


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("一、任务\n2030年9月底前完成自查。\n", "2030-08-14"),
        ("一、任务\n2030年7月底前完成自查。\n", ""),
        ("一、任务\n2027年底前建成的仓库要复查。\n", "2030-08-14"),
        ("一、排查阶段（2030年8月至12月）。全面排查。\n", "2030-08-14"),
    ],
    ids=["in time", "no date", "history", "stage"],
)
def test_in_time(text: str, issued: str) -> None:
    assert quotes(rule, paper(text, issued=issued)) == []


def test_too_late() -> None:
    sheet = paper("一、任务\n2030年7月25日前完成自查。\n", issued="2030-08-14")
    assert quotes(rule, sheet) == ["2030年7月25日前"]
    assert said(rule, sheet) == "完成时限 2030-07-25 早于成文日期 2030-08-14"


def test_stage_that_was_over() -> None:
    sheet = paper("一、部署阶段（2030年6月至7月）。开会部署。\n", issued="2030-08-14")
    assert said(rule, sheet) == "阶段“部署阶段”的截止 2030-07 早于成文日期 2030-08-14"


def test_a_stage_and_its_deadline_are_one_flaw() -> None:
    assert len(quotes(rule, paper("一、部署阶段（2030年7月底前）。开会部署。\n", issued="2030-08-14"))) == 1


def test_year_before_written_by_mistake() -> None:
    text = "一、任务\n2029年12月底前完成自查，6月底前复查。2029年6月底前已建成的仓库要登记。\n"
    assert quotes(rule, paper(text, issued="2030-03-14")) == ["2029年12月底前"]
