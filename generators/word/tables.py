"""Tables with a head of merged cells that repeats on every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from generators import blocks as b
from generators.word.columns import OVER, ROW_HEIGHT, SIDE, column_widths, label, least_height, merges
from generators.word.oxml import Xml, paragraph, properties, run, w

MARGINS: Final = (("top", OVER), ("left", SIDE), ("bottom", OVER), ("right", SIDE))
CELL_END: Final = "</w:p></w:tc>"
Anchored = Callable[[str, Xml], Xml]


def form_table(block: b.Table, *, width: int, anchored: Anchored) -> Xml:
    """The table inside `width` twips: all rules thin, head in 黑体, every row whole on one page.

    `anchored` puts a clause's bookmark round the text of its row.
    """
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
    return w("tbl", look, grid, *_head(block, widths), *_rows(block, widths, anchored))


def _row_look(*more: Xml, height: int = ROW_HEIGHT) -> Xml:
    return properties("trPr", w("cantSplit"), w("trHeight", val=height, hRule="atLeast"), *more)


def _head(block: b.Table, widths: Sequence[int]) -> list[Xml]:
    """One row for each level of the tree: groups span their leaves, a leaf reaches down to the last head row."""
    depth = block.head_rows
    return [
        w(
            "tr",
            _row_look(w("tblHeader")),
            *(
                cell
                for column, start in _starts(block.columns)
                for cell in _head_cells(column, start, level, depth, widths)
            ),
        )
        for level in range(depth)
    ]


def _starts(columns: Sequence[b.Column], start: int = 0) -> list[tuple[b.Column, int]]:
    placed = []
    for column in columns:
        placed.append((column, start))
        start += len(column.leaves)
    return placed


def _head_cells(column: b.Column, start: int, level: int, depth: int, widths: Sequence[int], top: int = 0) -> list[Xml]:
    """The cells that `column`, whose head begins in row `top`, puts into head row `level` of `depth`."""
    span = len(column.leaves)
    width = sum(widths[start : start + span])
    props = [w("tcW", w=width, type="dxa"), w("vAlign", val="center")]
    if span > 1:
        props.append(w("gridSpan", val=span))
    if level == top:
        if not column.columns and top + 1 < depth:
            props.append(w("vMerge", val="restart"))
        return [_head_cell(label(column, width), props)]
    if column.columns:
        parts = _starts(column.columns, start)
        return [cell for part, at in parts for cell in _head_cells(part, at, level, depth, widths, top + 1)]
    return [_head_cell("", [*props, w("vMerge")])]


def _head_cell(text: str, props: Sequence[Xml]) -> Xml:
    return w("tc", properties("tcPr", *props), paragraph("TableHead", *([run(text)] if text else [])))


def _rows(block: b.Table, widths: Sequence[int], anchored: Anchored) -> list[Xml]:
    """The rows, neighbours sharing merged cells. What opens a cell is the same all down its column: it is made once."""
    opened = [_opened(leaf, width) for leaf, width in zip(block.leaves, widths, strict=True)]
    restart, place = w("vMerge", val="restart"), "top" if block.shared else "center"
    begun = [_opened(leaf, width, restart, place=place) for leaf, width in zip(block.leaves, widths, strict=True)]
    ongoing = [_opened(leaf, width, w("vMerge")) + CELL_END for leaf, width in zip(block.leaves, widths, strict=True)]
    start, made = f"<w:tr>{_row_look()}", []
    held = min(block.merged, len(opened) - 1)
    anchors = block.anchors or ("",) * len(block.rows)
    joined = merges(block)
    for row, continued, below, anchor in zip(
        block.rows, joined, (*joined[1:], ())[: len(joined)], anchors, strict=True
    ):
        begins = [index for index, on in enumerate(below) if on and not continued[index]] if block.shared else []
        height = least_height(row, begins, widths) if begins else ROW_HEIGHT
        cells = [start if height == ROW_HEIGHT else f"<w:tr>{_row_look(height=height)}"]
        for index, text in enumerate(row):
            if continued[index]:
                cells.append(ongoing[index])
                continue
            shown = run(text) if text else ""
            if anchor and index == held:
                shown = anchored(anchor, shown)
            cells += (begun[index] if index < len(below) and below[index] else opened[index], shown, CELL_END)
        made.append(f"{''.join(cells)}</w:tr>")
    return made


def _opened(leaf: b.Column, width: int, *merge: Xml, place: str = "center") -> Xml:
    """A cell and its paragraph up to the text."""
    look = properties("tcPr", w("tcW", w=width, type="dxa"), *merge, w("vAlign", val=place))
    return f'<w:tc>{look}<w:p><w:pPr><w:pStyle w:val="Table{"Centred" if leaf.centred else "Cell"}"/></w:pPr>'
