import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import numbering_duplicate as rule


@pytest.mark.parametrize(
    "text",
    [
        "一、目标\n二、任务\n",
        "一、目标\n（一）甲\n二、任务\n（一）甲\n",
        "一、任务\n1．甲。\n2．乙。\n1．丙。\n2．丁。\n",
    ],
    ids=["plain", "another parent", "another list"],
)
def test_each_number_once(text: str) -> None:
    assert quotes(rule, paper(text)) == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [("一、目标\n一、任务\n二、要求\n", "一、"), ("一、任务\n（一）甲\n（二）乙\n（二）丙\n", "（二）")],
)
def test_number_twice(text: str, mark: str) -> None:
    sheet = paper(text)
    assert quotes(rule, sheet) == [mark]
    assert said(rule, sheet) == f"“{mark}”之后又是“{mark}”，序号重复"
