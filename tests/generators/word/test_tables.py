"""Tables as XML: widths by weight and need, merged cells, bookmarks of rows."""

import dataclasses

import pytest

from generators import blocks as b
from generators.word.columns import column_widths, merges, row_heights
from generators.word.lines import WORD
from generators.word.writer import write_docx
from tests.generators.word.papers import every, parts, task_table, text_of, value


def table(*columns: b.Column, rows: tuple[tuple[str, ...], ...], merged: int = 0) -> b.Table:
    return b.Table(columns=columns, rows=rows, merged=merged)


def test_columns_without_weight_take_what_their_texts_need() -> None:
    made = table(b.Column(name="序号"), b.Column(name="要求", weight=3), b.Column(name="单位", weight=1), rows=())
    narrow, wide, middle = column_widths(made, width=9000)
    assert narrow + wide + middle == 9000
    assert narrow < 1000
    assert wide == pytest.approx(3 * middle, abs=2)


def test_a_long_text_does_not_starve_its_neighbours() -> None:
    made = table(b.Column(name="甲"), b.Column(name="乙"), rows=(("字" * 300, "字" * 6),))
    long, short = column_widths(made, width=8000)
    assert long + short == 8000
    assert short >= 6 * 240


def test_fourteen_columns_keep_to_the_width() -> None:
    columns = tuple(b.Column(name=f"第{index}项数目", unit="家") for index in range(14))
    assert sum(column_widths(table(*columns, rows=()), width=8845)) == 8845


def test_a_share_too_small_gets_the_least_and_the_others_give() -> None:
    made = table(*(b.Column(name="甲", weight=weight) for weight in (0.01, 1, 1)), rows=())
    least, second, third = column_widths(made, width=6000)
    assert least >= 3 * 240
    assert least + second + third == 6000
    assert second == pytest.approx(third, abs=1)


def test_a_column_merges_only_inside_the_cells_before_it() -> None:
    rows = (("1", "甲"), ("1", "甲"), ("2", "甲"), ("2", "乙"), ("", ""), ("", ""))
    made = table(b.Column(name="序号"), b.Column(name="任务"), rows=rows, merged=2)
    assert merges(made) == [
        (False, False),
        (True, True),
        (False, False),
        (True, False),
        (False, False),
        (False, False),
    ]


def test_shared_columns_merge_each_by_itself_under_one_task_and_over_a_few_rows() -> None:
    rows = (*([("1", "甲局", "乙局")] * 6), ("1", "丙局", "乙局"), ("2", "丙局", "乙局"))
    made = b.Table(columns=tuple(b.Column(name=name) for name in "一二三"), rows=rows, merged=1, shared=(1, 2))
    assert [row[1:] for row in merges(made)] == [
        (False, False),
        *([(True, True)] * 4),
        (False, False),
        (False, True),
        (False, False),
    ]


def test_the_text_of_a_shared_cell_stands_in_its_first_row() -> None:
    """Else the end of a page may fall into it."""
    rows = (("1", "字" * 30, "查"), ("1", "字" * 30, "验"))
    made = b.Table(columns=tuple(b.Column(name=name) for name in "一二三"), rows=rows, merged=1, shared=(1,))
    document = parts(write_docx(b.Document(title="表", blocks=(made,))))["word/document.xml"]
    first, second = every(document, "tr")[1:]
    heights = [int(value(every(row, "trHeight")[0]) or 0) for row in (first, second)]
    assert heights[0] > heights[1] == 480
    assert [value(mark) for mark in every(first, "vAlign")] == ["top", "top", "center"]
    tall, short = row_heights(made, [900, 1200, 900], size=WORD.cell)
    assert tall > 2000 > short


def test_merged_cells_begin_with_their_text_and_go_on_empty() -> None:
    document = parts(write_docx(b.Document(title="表", blocks=(task_table(rows=7),))))["word/document.xml"]
    head, *rows = every(document, "tr")
    assert every(head, "tblHeader")
    cells = [[text_of(cell) for cell in every(row, "tc")[:2]] for row in rows]
    assert cells[0] == ["1", "整治第1批仓储企业"]
    assert cells[1:6] == [["", ""]] * 5
    assert cells[6] == ["2", "整治第2批仓储企业"]
    marks = [[value(merge) for merge in every(row, "vMerge")] for row in rows]
    assert marks == [["restart", "restart"], *([[None, None]] * 5), []]
    assert all(every(row, "cantSplit") and value(every(row, "trHeight")[0], "hRule") == "atLeast" for row in rows)


def test_a_merged_text_taller_than_its_rows_makes_the_last_one_taller() -> None:
    short = table(b.Column(name="甲"), b.Column(name="乙"), rows=(("字" * 40, "一"), ("字" * 40, "二")), merged=1)
    alone = dataclasses.replace(short, rows=short.rows[:1])
    widths = [1200, 6000]
    both, one = (list(row_heights(made, widths, size=WORD.cell)) for made in (short, alone))
    assert both[0] < one[0]
    assert sum(both) == pytest.approx(one[0], abs=20)


def test_cells_are_centred_only_where_the_column_says_so() -> None:
    document = parts(write_docx(b.Document(title="表", blocks=(task_table(rows=1),))))["word/document.xml"]
    row = every(document, "tr")[1]
    assert [value(style) for style in every(row, "pStyle")] == [
        "TableCentred",
        "TableCell",
        "TableCell",
        "TableCell",
        "TableCentred",
    ]


def bookmarks(*blocks: b.Block) -> list[str | None]:
    document = parts(write_docx(b.Document(title="表", blocks=blocks)))["word/document.xml"]
    starts = every(document, "bookmarkStart")
    assert len({value(start, "id") for start in starts}) == len(starts) == len(every(document, "bookmarkEnd"))
    return [value(start, "name") for start in starts]


def test_a_clause_s_bookmark_stands_in_the_first_of_its_rows() -> None:
    assert bookmarks(task_table(rows=4)) == ["_qinghe_2030_2_1", "_qinghe_2030_2_2"]


def test_a_row_leaves_its_bookmark_to_the_clause_itself_wherever_that_stands() -> None:
    clause = b.Para.of("条文。", anchor="qinghe-2030/2-1")
    for blocks in ((clause, task_table(rows=4)), (task_table(rows=4), clause)):
        assert sorted(str(name) for name in bookmarks(*blocks)) == ["_qinghe_2030_2_1", "_qinghe_2030_2_2"]
    document = parts(write_docx(b.Document(title="表", blocks=(task_table(rows=2), clause))))["word/document.xml"]
    holder = next(item for item in every(document, "p") if every(item, "bookmarkStart"))
    assert text_of(holder) == "条文。"
