import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import unpaired_mark as rule


@pytest.mark.parametrize(
    "text",
    [
        "一、任务\n贯彻《规程（试行）》，做到“三关”（关电（总闸）、关气、关门）。\n",
        "一、任务\n1）自查。\n2）复查。（3）上报；4）总结。\n",
        "一、任务\n各村要做到“查电、\n查水”，每月一次。\n",
        "一、任务\n（以下简称:仓库)按月检查。\n",
    ],
    ids=["pairs", "list marks", "cut by a page break", "widths mixed"],
)
def test_pairs(text: str) -> None:
    assert quotes(rule, paper(text)) == []


@pytest.mark.parametrize(
    ("text", "mark", "what"),
    [
        ("一、任务\n贯彻《规程（试行））》。\n", "）", "） 多出，前面没有 （"),
        ("一、任务\n做到“三关，每月一次。\n二、要求\n", "“", "“ 没有配对的 ”"),
        ("一、任务\n贯彻《规程，每月一次。\n", "《", "《 没有配对的 》"),
    ],
)
def test_odd_one(text: str, mark: str, what: str) -> None:
    sheet = paper(text)
    assert quotes(rule, sheet) == [mark]
    assert said(rule, sheet) == what


def test_title_over_two_lines() -> None:
    title = "关于印发《柳塘镇仓库消防\n专项整治方案》的通知"
    assert quotes(rule, paper("一、任务\n", title=title)) == []
    assert quotes(rule, paper("一、任务\n", title=title.replace("》", "）》"))) == ["）"]
