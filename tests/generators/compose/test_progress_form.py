"""进度统计表 on paper: blank, for one district, merged."""

import pytest

from generators import blocks as b
from generators.compose.progress_form import BLANK_ROWS, compose_progress_form, fill_progress_form
from tests.returns.tables import book, catalogue, year
from zerenku.errors import UnknownName
from zerenku.returns.book import ReturnBook


def paper(returns: ReturnBook, **options: str) -> b.Document:
    return compose_progress_form(catalogue(), fill_progress_form(returns, **options))  # type: ignore[arg-type]


def table(document: b.Document) -> b.Table:
    (found,) = (block for block in document.blocks if isinstance(block, b.Table))
    return found


def notes(document: b.Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, b.Para)]


def test_a_blank_form_is_the_plans_own_tree_on_a_turned_sheet() -> None:
    document = paper(book())
    sheet = document.blocks[0]
    assert isinstance(sheet, b.Sheet)
    assert (sheet.sideways, sheet.title.lines) == (True, ("柳塘镇仓库消防进度统计表",))
    assert sheet.lead[0] == "填报单位：________________________________　　　　统计月份：　　年　　月"
    found = table(document)
    assert found.head_rows == 2
    assert [(leaf.name, leaf.unit) for leaf in found.leaves][:3] == [("村", ""), ("自查仓库", "家"), ("发现隐患", "条")]
    assert found.rows == (("",) * 7,) * BLANK_ROWS


def test_one_district_with_and_without_its_return() -> None:
    assert table(paper(year(), district="四村", month="2030-03")).rows == (("四村", "2", "4", "3", "0", "0", "0"),)
    document = paper(year(), district="三村", month="2030-04")
    assert table(document).rows == (("三村", *[""] * 6),)
    assert "填报单位：三村　　　　统计月份：2030年4月" in document.blocks[0].lead  # type: ignore[union-attr]


def test_merged_with_its_sum_and_what_the_sum_leaves_out() -> None:
    document = paper(year(), month="2030-04")
    assert table(document).rows == (
        ("一村", "4", "15", "15", "9", "6", "2"),
        ("二村", "2", "10", "6", "3", "", "0"),
        ("三村", *[""] * 6),
        ("四村", "3", "10", "9", "0", "0", "0"),
        ("合计", "9", "35", "30", "12", "6", "2"),
    )
    assert notes(document) == [
        "汇总说明：各数为2030年1月起的累计数。三村未报，合计未含。二村“发现隐患”未填，合计未含。"
    ]


def test_amounts_lose_nothing_in_the_sum() -> None:
    assert table(paper(year(), month="2030-03")).rows[-1][-1] == "1.7"


def test_the_note_of_the_form_and_the_banner_of_invented_data() -> None:
    sample = book(*year().returns, sample=True)
    assert paper(sample).banner == ""
    assert paper(sample, month="2030-04").banner == "示例数据，地区和数字均为虚构"


def test_fields() -> None:
    form = fill_progress_form(book(), fields={"填报单位": "柳塘镇", "填报人": "某甲"})
    assert form.unit == "柳塘镇"
    assert form.signing.startswith("填报人：某甲　　审核人：________")
    with pytest.raises(UnknownName):
        fill_progress_form(book(), fields={"签发人": "某甲"})
