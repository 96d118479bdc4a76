import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper import Paper
from zerenku.linter.paper_rules import numbering_level as rule
from zerenku.model.outline import Draft, Outline, Piece
from zerenku.model.path import ClausePath


@pytest.mark.parametrize(
    "text",
    ["一、任务\n（一）甲\n1．乙。\n（1）丙。\n", "一、任务\n1．甲。\n2．乙。\n"],
    ids=["all four", "（一） is not used"],
)
def test_levels_in_order(text: str) -> None:
    assert quotes(rule, paper(text)) == []


def test_two_levels_skipped_is_told_once() -> None:
    sheet = paper("一、任务\n（1）甲。\n（2）乙。\n二、要求\n（1）丙。\n")
    assert quotes(rule, sheet) == ["（1）"]
    assert said(rule, sheet) == "“一、”下面是“（1）”，层次越级"


def test_digits_skipped() -> None:
    sheet = paper("一、任务\n（一）甲\n（1）乙。\n（2）丙。\n")
    assert quotes(rule, sheet) == ["（1）"]
    assert said(rule, sheet) == "“（一）”下面是“（1）”，层次越级"


def test_levels_upside_down() -> None:
    text = "1．任务\n（一）甲\n"
    pieces = (
        Piece(ClausePath(("1",)), "1", "1．", "任务", 0, 5, 2),
        Piece(ClausePath(("1", "（一）")), "（一）", "（一）", "甲", 5, 9, 8),
    )
    head = paper(text).head
    sheet = Paper(Draft(Outline("通知.txt", text, (1, 2), head, pieces, (), 0, len(text)), ()))
    assert quotes(rule, sheet) == ["（一）"]
    assert said(rule, sheet) == "“1．”下面是“（一）”，层次颠倒"
