"""任务分解表."""

import time

import pytest

from generators import blocks as b
from generators.compose.tasks import compose_tasks
from tests.support import catalogue_of, plan
from zerenku.errors import UnknownName

PATROL = "{obliged: [镇政府], do: 每日巡查。}"
CLEAR = "{obliged: [仓库], do: 清理通道。}"
SOURCE = f"""
- mark: 一
  heading: 巡查
  starts: 巡查
  duties: [{PATROL}, {CLEAR}]
  assignments: [{{certainty: lead, lead: [派出所], support: [安办], covers: [d1]}}]
  clauses:
    - {{mark: ¶1, starts: 夜里, duties: [{PATROL}]}}
- {{mark: 二, heading: 演练。, starts: 演练, duties: [{PATROL}]}}
"""
ATTACHED = f"[{{no: 附件, title: 夜查安排, clauses: [{{mark: 一, starts: 夜查, duties: [{PATROL}]}}]}}]"


def tables(document: b.Document) -> list[b.Table]:
    return [block for block in document.blocks if isinstance(block, b.Table)]


def test_duties_stand_in_order_under_their_heading() -> None:
    document = compose_tasks(catalogue_of(plan(SOURCE, period='["2030-01", "2030-12"]')), "liutang-2030")
    sheet = document.blocks[0]
    assert isinstance(sheet, b.Sheet)
    assert (sheet.title.lines, sheet.sideways) == (("柳塘镇消防整治方案任务分解表",), True)
    assert sheet.lead == ("依据：《柳塘镇消防整治方案》", "期限：2030年1月至2030年12月")
    (table,) = tables(document)
    assert [column.name for column in table.columns] == (
        ["序号", "任务", "具体要求", "牵头单位", "配合单位", "完成时限", "依据"]
    )
    nobody = "原文未写责任单位（文中主体：镇政府）"
    assert table.rows == (
        ("1", "巡查", "镇政府：每日巡查。", "派出所", "安办", "原文未写", "一"),
        ("1", "巡查", "清理通道。", "原文未写责任单位（文中主体：仓库）", "—", "原文未写", "一"),
        ("1", "巡查", "每日巡查。", nobody, "—", "原文未写", "一第1段"),
        ("2", "演练", "每日巡查。", nobody, "—", "原文未写", "二"),
    )
    assert table.merged == 2
    assert table.anchors == ("liutang-2030/1", "", "liutang-2030/1-p1", "liutang-2030/2")
    assert document.banner == "样稿，文字系摘编，以原文为准"


def test_neighbours_with_one_owner_and_one_time_share_a_row() -> None:
    """Who must do it is said once; a point that names nobody never follows one that does."""
    named, free = "{obliged: [各村], do: 每月巡查。}", "{obliged: [派出所], do: 夜里抽查。}"
    owner = "assignments: [{certainty: lead, lead: [派出所]}]"
    source = f"[{{mark: 一, heading: 巡查, starts: 巡查, duties: [{free}, {named}, {named}, {free}], {owner}}}]"
    (table,) = tables(compose_tasks(catalogue_of(plan(source)), "liutang-2030"))
    assert [row[2] for row in table.rows] == ["①夜里抽查。各村：②每月巡查。③每月巡查。", "夜里抽查。"]
    assert {row[3:] for row in table.rows} == {("派出所", "—", "原文未写", "一")}
    assert table.shared == (3, 4, 5, 6)
    assert table.anchors == ("liutang-2030/1", "")


def test_a_full_cell_goes_on_in_another_row() -> None:
    long = f"{{obliged: [镇政府], do: {'查' * 60}。}}"
    source = f"[{{mark: 一, heading: 巡查, starts: 巡查, duties: [{', '.join([long] * 5)}]}}]"
    (table,) = tables(compose_tasks(catalogue_of(plan(source)), "liutang-2030"))
    assert [row[2].count("。") for row in table.rows] == [2, 2, 1]


def test_attachments_have_tables_of_their_own_and_one_count() -> None:
    document = compose_tasks(catalogue_of(plan(SOURCE, attachments=ATTACHED)), "liutang-2030")
    heads = [block.text for block in document.blocks if isinstance(block, b.Heading)]
    assert heads == ["一、正文", "二、附件：夜查安排"]
    assert tables(document)[1].rows[0][:2] == ("3", "附件：夜查安排")


def test_a_department_gets_its_own_rows() -> None:
    catalogue = catalogue_of(plan(SOURCE, attachments=ATTACHED))
    for department, rows in (("liutang/anban", 1), ("liutang/zhengfu", 4), ("liutang/cun", 0)):
        document = compose_tasks(catalogue, "liutang-2030", department_id=department)
        assert sum(len(table.rows) for table in tables(document)) == rows
        assert len(tables(document)) <= 1


def test_columns_are_wide_where_the_texts_are_long() -> None:
    """A column of dashes stays narrow; all of them together fill one line."""
    (table,) = tables(compose_tasks(catalogue_of(plan(SOURCE)), "liutang-2030"))
    weights = {column.name: column.weight for column in table.columns}
    assert weights["牵头单位"] > weights["配合单位"]
    assert sum(weights.values()) == 53


def test_unknown_names_are_refused() -> None:
    catalogue = catalogue_of(plan(SOURCE))
    with pytest.raises(UnknownName, match="shangtian-2030"):
        compose_tasks(catalogue, "shangtian-2030")
    with pytest.raises(UnknownName, match=r"liutang/anbn.*liutang/anban"):
        compose_tasks(catalogue, "liutang-2030", department_id="liutang/anbn")
    with pytest.raises(UnknownName, match="文号"):
        compose_tasks(catalogue, "liutang-2030", fields={"文号": "柳政〔2030〕7号"})


def test_a_thousand_duties_take_no_time() -> None:
    clauses = "\n".join(
        f'- {{mark: "{number}", heading: 巡查, starts: 巡查, duties: [{", ".join([PATROL] * 10)}]}}'
        for number in range(1, 121)
    )
    catalogue = catalogue_of(plan(clauses))
    began = time.perf_counter()
    (table,) = tables(compose_tasks(catalogue, "liutang-2030"))
    assert len(table.rows) == 120
    assert time.perf_counter() - began < 1
