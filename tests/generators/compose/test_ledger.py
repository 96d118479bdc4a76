"""两个清单 and 整改台账."""

from generators import blocks as b
from generators.compose.ledger import Ledger, compose_ledger
from tests.support import PATROL, catalogue_of, plan

REPORTING = "[{who: [派出所], to: [安办], what: 问题隐患清单, due: {every: month, day: 25}, clause: 一}]"
CATALOGUE = catalogue_of(plan(PATROL, reporting=REPORTING))


def test_three_blank_forms() -> None:
    document = compose_ledger(CATALOGUE, rows=5)
    sheets = [block for block in document.blocks if isinstance(block, b.Sheet)]
    assert [sheet.title.lines for sheet in sheets] == [
        ("安全生产问题隐患清单",),
        ("安全生产制度措施清单",),
        ("安全生产整改台账",),
    ]
    tables = [block for block in document.blocks if isinstance(block, b.Table)]
    for table in tables:
        assert [row[0] for row in table.rows] == ["1", "2", "3", "4", "5"]
        assert not any(cell for row in table.rows for cell in row[1:])
    group = next(column for column in tables[2].columns if column.columns)
    assert (group.name, [leaf.name for leaf in group.columns]) == (
        "五落实",
        ["责任", "措施", "资金", "时限", "预案"],
    )
    assert document.banner == ""


def test_headed_by_plan_and_department() -> None:
    document = compose_ledger(
        CATALOGUE, ledgers=(Ledger.ISSUES,), plan_id="liutang-2030", department_id="liutang/paichusuo"
    )
    sheet = document.blocks[0]
    assert isinstance(sheet, b.Sheet)
    assert sheet.title.lines == ("柳塘镇消防整治问题隐患清单",)
    assert sheet.lead[0] == "填报单位：柳塘派出所　　填报日期：　　年　月　日"
    last = document.blocks[-1]
    assert isinstance(last, b.Para)
    assert last.text == "报送要求：派出所每月25日前报安办（《柳塘镇消防整治方案》一，以原文为准）。"


def test_a_list_that_the_plan_does_not_ask_for_has_no_due_date() -> None:
    document = compose_ledger(CATALOGUE, ledgers=(Ledger.RECTIFICATION,), plan_id="liutang-2030")
    assert not any("报送要求" in block.text for block in document.blocks if isinstance(block, b.Para))
