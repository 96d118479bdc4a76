import pytest

from tests.linter.drafts import paper, quotes, said
from tests.support import catalogue_of
from zerenku.linter.bureaus import is_odd_bureau
from zerenku.linter.paper_rules import owner_unknown as rule

TEXT = "一、任务\n（一）查电。（{}牵头，派出所配合）\n"


@pytest.mark.parametrize(
    "owner", ["安办", "柳塘镇安全生产办公室", "镇安全生产办公室", "青禾县应急管理局", "各相关部门"]
)
def test_known(owner: str) -> None:
    assert quotes(rule, paper(TEXT.format(owner), registers=catalogue_of().registers)) == []


@pytest.mark.parametrize("issuer", ["平川县人民政府", "桑园镇人民政府"])
def test_silent_where_the_register_knows_little(issuer: str) -> None:
    sheet = paper(TEXT.format("经济发展局"), issuers=[issuer], registers=catalogue_of().registers)
    assert quotes(rule, sheet) == []


def test_unknown_once() -> None:
    text = TEXT.format("经济发展局") + "（二）查水。（经济发展局牵头，派出所配合）\n"
    sheet = paper(text, registers=catalogue_of().registers)
    assert quotes(rule, sheet) == ["经济发展局"]
    assert said(rule, sheet).startswith("部门名录里没有“经济发展局”")


def test_near_name_is_suggested() -> None:
    sheet = paper(TEXT.format("柳塘镇安全生产办"), registers=catalogue_of().registers)
    assert "相近的有“柳塘镇安全生产办公室”" in said(rule, sheet)


def test_silent_where_most_are_unknown() -> None:
    text = "一、任务\n（一）查电。（经济发展局牵头，派出所、农业农村局配合）\n"
    assert quotes(rule, paper(text, registers=catalogue_of().registers)) == []


@pytest.mark.parametrize(
    ("owner", "odd"),
    [("县实验室管理局", True), ("县教育和体育局", False), ("平川县林业局", False), ("县公安局城关分局", False)],
)
def test_a_bureau_like_none_elsewhere(owner: str, *, odd: bool) -> None:
    """Where no register tells, only what no bureau is called; a misprint is another rule's."""
    sheet = paper(TEXT.format(owner), issuers=["平川县人民政府"])
    assert quotes(rule, sheet) == ([owner] if odd else [])
    assert quotes(rule, paper(TEXT.format("县应急管埋局"), issuers=["平川县人民政府"])) == []


def test_words_that_can_be_cut_in_many_ways() -> None:
    """社会保障 is one word and two: trying every way of so many would never end."""
    assert is_odd_bureau("社会保障" * 40 + "实验局")
    assert not is_odd_bureau("社会保障" * 40 + "局")
    assert is_odd_bureau("局")
