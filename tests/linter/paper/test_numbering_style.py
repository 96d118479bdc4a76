import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import numbering_style as rule


@pytest.mark.parametrize(
    "text",
    [
        "一、任务\n（一）甲\n（二）乙\n1．丙。\n2．丁。\n",
        "一、任务\n1.甲。\n附件1\n乙表\n一、填写\n1、甲。\n",
        "㈠甲\n㈡乙\n⒈丙。\n⒉丁。\n⑴戊。\n⑵己。\n",
    ],
    ids=["plain", "an attachment has its own", "numbers in one sign"],
)
def test_one_style_a_level(text: str) -> None:
    assert quotes(rule, paper(text)) == []


def test_digits_among_han_numbers_are_one_flaw() -> None:
    text = "一、任务\n（一）甲\n（二）乙\n（3）丙\n（4）丁\n（五）戊\n"
    sheet = paper(text, cousins={"（3）": "（三）", "（4）": "（四）"})
    assert quotes(rule, sheet) == ["（3）"]
    assert said(rule, sheet) == "序号“（3）（4）”与同级写法不一致，按顺序应为“（三）（四）”"


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("一、任务\n(一)甲\n（二）乙\n（三）丙\n", "(一)"),
        ("一、任务\n1．甲。\n2．乙。\n3、丙。\n", "3、"),
        ("一、任务\n(一)甲\n二、要求\n（一）乙\n（二）丙\n", "(一)"),
    ],
)
def test_two_forms_of_one_style(text: str, mark: str) -> None:
    sheet = paper(text)
    assert quotes(rule, sheet) == [mark]
    assert "写法不同" in said(rule, sheet)
