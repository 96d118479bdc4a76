"""Tables with a head of merged cells that repeats on every page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from generators import blocks as b
from generators.word.measures import CELL_LINE, SIZE_SMALL_4
from generators.word.oxml import Element, paragraph, properties, run, w

SIDE: Final = 28  # white left and right in a cell, half a millimetre
OVER: Final = 45  # white over and under
ROW_HEIGHT: Final = 480
CHARACTER: Final = SIZE_SMALL_4 * 10
SLACK: Final = 20  # for the rules, which take from the cells
LEAST_CHARACTERS: Final = 3
LONG_LABEL: Final = 6
NOT_FIRST: Final = "，。、；：）》”"
MARGINS: Final = (("top", OVER), ("left", SIDE), ("bottom", OVER), ("right", SIDE))


def form_table(block: b.Table, *, width: int) -> Element:
    """The table inside `width` twips: all rules thin, head in 黑体, every row whole on one page."""
    widths = column_widths(block, width=width)
    rule: dict[str, str | int] = {"val": "single", "sz": 4, "space": 0, "color": "000000"}
    look = properties(
        "tblPr",
        w("tblW", w=width, type="dxa"),
        w("tblInd", w=0, type="dxa"),
        w("tblBorders", *(w(side, **rule) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=white, type="dxa") for side, white in MARGINS)),
    )
    grid = w("tblGrid", *(w("gridCol", w=item) for item in widths))
    return w("tbl", look, grid, *_head(block, widths), *(_row(row, widths) for row in block.rows))


def column_widths(block: b.Table, *, width: int) -> list[int]:
    """Widths of the leaf columns in twips, filling `width`.

    Each holds its unit on one line if that is possible at all; what is left over goes to the columns with long heads.
    """
    needs = [max(LEAST_CHARACTERS, len(leaf.unit) + 2) * CHARACTER + 2 * SIDE + SLACK for leaf in block.leaves]
    spare = width - sum(needs)
    if spare < 0:
        return _shares(width, needs)
    longer = [max(0, len(leaf.name) - LONG_LABEL) for leaf in block.leaves]
    more = _shares(spare, longer if any(longer) else [1] * len(longer))
    return [need + extra for need, extra in zip(needs, more, strict=True)]


def _shares(whole: int, weights: Sequence[int]) -> list[int]:
    """`whole` cut in proportion to `weights`, nothing lost in rounding."""
    edges = [whole * sum(weights[:index]) // sum(weights) for index in range(len(weights) + 1)]
    return [right - left for left, right in pairwise(edges)]


def head_height(block: b.Table, *, width: int) -> int:
    """Height of the head in twips: rows of groups, then the tallest leaf."""
    widths = column_widths(block, width=width)
    tallest = max(_label(leaf, at).count("\n") + 1 for leaf, at in zip(block.leaves, widths, strict=True))
    return (block.head_rows - 1) * _row_height(1) + _row_height(tallest)


def row_height(row: Sequence[str]) -> int:
    """Height of a row of short texts in twips."""
    return _row_height(max(text.count("\n") + 1 for text in row))


def _row_height(lines: int) -> int:
    return max(ROW_HEIGHT, lines * CELL_LINE + 2 * OVER)


def _label(column: b.Column, width: int) -> str:
    """A head cell's text, in lines of nearly one length rather than one full and one of a single character."""
    room = max(1, (width - 2 * SIDE - SLACK) // CHARACTER)
    lines = -(-len(column.name) // room)
    edges = [0]
    for edge in (-(-len(column.name) * index // lines) for index in range(1, lines)):
        begins_badly = column.name[edge] in NOT_FIRST
        edges.append(edge if not begins_badly else edge + 1 if edge + 1 - edges[-1] <= room else edge - 1)
    pieces = [column.name[left:right] for left, right in pairwise([*edges, len(column.name)])]
    return "\n".join([*pieces, *([f"（{column.unit}）"] if column.unit else [])])


def _head(block: b.Table, widths: Sequence[int]) -> list[Element]:
    """One row for each level of the tree: groups span their leaves, a leaf reaches down to the last head row."""
    return [
        w(
            "tr",
            properties("trPr", w("cantSplit"), w("trHeight", val=ROW_HEIGHT, hRule="atLeast"), w("tblHeader")),
            *(
                cell
                for column, start in _starts(block.columns)
                for cell in _head_cells(column, start, level, block, widths)
            ),
        )
        for level in range(block.head_rows)
    ]


def _starts(columns: Sequence[b.Column], start: int = 0) -> list[tuple[b.Column, int]]:
    placed = []
    for column in columns:
        placed.append((column, start))
        start += len(column.leaves)
    return placed


def _head_cells(
    column: b.Column, start: int, level: int, block: b.Table, widths: Sequence[int], top: int = 0
) -> list[Element]:
    """The cells that `column`, whose head begins in row `top`, puts into head row `level`."""
    span = len(column.leaves)
    width = sum(widths[start : start + span])
    props = [w("tcW", w=width, type="dxa"), w("vAlign", val="center")]
    if span > 1:
        props.append(w("gridSpan", val=span))
    if level == top:
        if not column.columns and top + 1 < block.head_rows:
            props.append(w("vMerge", val="restart"))
        return [_cell("TableHead", _label(column, width), props)]
    if column.columns:
        parts = _starts(column.columns, start)
        return [cell for part, at in parts for cell in _head_cells(part, at, level, block, widths, top + 1)]
    return [_cell("TableHead", "", [*props, w("vMerge")])]


def _row(texts: Sequence[str], widths: Sequence[int]) -> Element:
    cells = [
        _cell("TableCell", text, [w("tcW", w=width, type="dxa"), w("vAlign", val="center")])
        for text, width in zip(texts, widths, strict=True)
    ]
    return w("tr", properties("trPr", w("cantSplit"), w("trHeight", val=ROW_HEIGHT, hRule="atLeast")), *cells)


def _cell(style: str, text: str, props: Sequence[Element]) -> Element:
    content = [run(text)] if text else []
    return w("tc", properties("tcPr", *props), paragraph(style, *content))
