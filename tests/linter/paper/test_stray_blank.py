import pytest

from tests.linter.drafts import TITLE, paper, quotes, said
from zerenku.linter.paper_rules import stray_blank as rule

CLOSE = "二、2030年3月5日起每月检查20家，6月30日前完成。\n"


@pytest.mark.parametrize(
    "text",
    [
        CLOSE,
        "一、于 2030 年 12 月 20 日前检查 20 家仓库，每月 15 日前上报 1 次情况。\n",
        "地　区\t仓库　数\n",
        "柳　塘　镇\n",
        "一、根据柳塘镇委员会 柳塘镇人民政府的统一安排，做好检查工作，不得遗漏。\n",
    ],
    ids=["none", "everywhere", "table", "spaced name", "two authorities"],
)
def test_no_stray_blank(text: str) -> None:
    assert quotes(rule, paper(text)) == []


def test_between_letters() -> None:
    sheet = paper("一、各村要逐户走访仓库和商铺，看电线有无老 化，看通道有无堵塞，发现问题当场登记。\n")
    assert quotes(rule, sheet) == ["老 化"]
    assert said(rule, sheet) == "本段有 1 处多余的空格，如“有无老 化，看”"


def test_numbers_in_one_paragraph_only() -> None:
    text = CLOSE * 3 + "三、请各村于 2030 年 12 月 20 日前报工作总结，写明检查了几家仓库、改了几处隐患。\n"
    assert "6 处" in said(rule, paper(text))


def test_title() -> None:
    title = TITLE.replace("整治", " 整治")
    assert quotes(rule, paper(CLOSE, title=title)) == ["防 整"]


def test_a_text_converted_so_throughout_is_one_flaw() -> None:
    line = "各村要逐户走访仓库和商铺，看电线有无老 化，看通道有无堵塞，发现问题当场登记。\n"
    assert said(rule, paper(line * 11)) == "全文有 11 段夹着多余的空格"
