import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import owner_misprint as rule


def owned(*owners: str) -> str:
    marks = "一二三四五六七八"
    return "一、任务\n" + "".join(f"（{marks[at]}）查。（{owner}牵头）\n" for at, owner in enumerate(owners))


@pytest.mark.parametrize(
    "owners",
    [
        ["应急管理局"] * 4,
        ["经济建设局", "经济建设局", "经济健设局"],
        ["县应急管理局"] * 3 + ["市应急管理局"],
        ["应急管理局"] * 3 + ["应急管理所"],
        ["文化和旅游局"] * 3 + ["文化与旅游局"],
        ["教育体育局"] * 3 + ["教育局"],
    ],
    ids=["same", "not often enough", "level", "another kind", "与", "short form"],
)
def test_names_that_may_stand(owners: list[str]) -> None:
    assert quotes(rule, paper(owned(*owners))) == []


def test_garbled_institution_that_stands_alone() -> None:
    sheet = paper(owned("安委生产监督管理局"))
    assert said(rule, sheet) == "“安委生产监督管理局”疑为“安全生产监督管理局”之误"


@pytest.mark.parametrize("wrong", ["应急管埋局", "应急急管理局"])
def test_a_letter_wrong(wrong: str) -> None:
    sheet = paper(owned(*["应急管理局"] * 3, wrong))
    assert quotes(rule, sheet) == [wrong]
    assert said(rule, sheet) == f"“{wrong}”疑为“应急管理局”（文中 3 处）之误"
