import pytest

from tests.linter.drafts import paper, quotes, said
from tests.support import catalogue_of
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
