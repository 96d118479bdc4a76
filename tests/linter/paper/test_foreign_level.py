import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import foreign_level as rule

OWN = "一、目标\n在全镇开展整治。\n"


@pytest.mark.parametrize(
    "text",
    [
        OWN,
        OWN + "二、要求\n按照全省统一部署，参加全市会议。\n",
        OWN + "二、要求\n力争全县排名前列，全县考核不落后。\n",
        OWN + "二、要求\n贯彻《全县消防整治方案》。\n",
        OWN + "二、要求\n健全市场机制，保全区位优势。\n",
    ],
    ids=["own", "superior", "ranking", "title", "other words"],
)
def test_own_level(text: str) -> None:
    assert quotes(rule, paper(text)) == []


@pytest.mark.parametrize(
    ("word", "issuer", "own"),
    [
        ("全区", "柳塘镇人民政府", "全镇"),
        ("全市", "柳塘镇人民政府", "全镇"),
        ("全区", "青禾县人民政府", "全县"),
        ("全市", "青禾县人民政府", "全县"),
        ("我区", "柳塘镇人民政府", "我镇"),
        ("本市", "青禾县人民政府", "本县"),
    ],
)
def test_another_level(word: str, issuer: str, own: str) -> None:
    sheet = paper(f"一、目标\n在{own}开展整治。\n二、任务\n对{word}仓库进行检查。\n", issuers=[issuer])
    assert quotes(rule, sheet) == [word]
    assert "层级不符" in said(rule, sheet)


def test_the_own_area_said_to_be_another() -> None:
    """结合我区实际 is no reference to a superior, though 结合 often is."""
    assert quotes(rule, paper("一、目标\n根据我县部署，结合我区实际，制定方案。\n")) == ["我区"]
    assert quotes(rule, paper("一、目标\n基本市场秩序良好，本区域无事故。\n")) == []


def test_what_happened_in_the_area_above() -> None:
    text = "一、目标\n近期全市接连发生火灾，我县先后发生三起，我市近年火灾多发，全市防火形势十分严峻。\n"
    assert quotes(rule, paper(text)) == []


def test_a_town_that_never_says_its_own_word() -> None:
    assert quotes(rule, paper("一、目标\n在全区开展整治，全区不发生事故。\n")) == ["全区", "全区"]
    assert quotes(rule, paper("一、目标\n在全区开展整治。\n", issuers=["青禾县城东街道办事处"])) == ["全区"]


def test_county_speaks_of_its_city() -> None:
    text = "一、目标\n在全县开展整治，信息量居全市首位。\n"
    assert quotes(rule, paper(text, issuers=["青禾县人民政府"])) == []
