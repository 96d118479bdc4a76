import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import half_width as rule


@pytest.mark.parametrize(
    "text",
    [
        "一、任务\n各村要自查，每月一次（见附件）：8:00前上报1,200家。\n",
        "(一)自查。\n(二)复查。\n",
        "附件1\n汇总表\n地区\t企业(家)\t隐患(条)\n",
        "一、执行GB/T 33000(2016版)标准。\n".replace("版", ""),
        "一.任务\n比例为1:5，见附件.xlsx。\n",
    ],
    ids=["full width and numbers", "marks", "table", "no Han inside", "marks with a stop"],
)
def test_full_width(text: str) -> None:
    assert quotes(rule, paper(text)) == []


def test_one_flaw_a_paragraph() -> None:
    sheet = paper("一、任务\n各村要自查,每月一次(见附件),不得遗漏。\n二、要求\n")
    assert quotes(rule, sheet) == [","]
    assert said(rule, sheet) == "本段有半角标点：“,”2 处、“()”1 处"


def test_nested_brackets_count_once() -> None:
    assert said(rule, paper("一、任务\n仓库(以下简称(仓库))按月检查。\n")) == "本段有半角标点：“()”1 处"


def test_a_text_typed_so_throughout_is_one_flaw() -> None:
    assert said(rule, paper("各村要自查,每月一次。\n" * 11)) == "全文有 11 段用了半角标点"


def test_full_stop_and_colon() -> None:
    assert said(rule, paper("一、任务\n各村自查.逐户登记.\n")) == "本段有半角标点：“.”2 处"
    assert said(rule, paper("一、任务\n联系电话:80000001。\n")) == "本段有半角标点：“:”1 处"
