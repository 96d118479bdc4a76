"""Rows of a table → lines, for Word and web pages alike."""

from typing import Final

from zerenku.model.outline import LineKind

Row = list[list[tuple[str, LineKind]]]
"""Cells, left to right, each as its lines; a cell covered by its neighbour is an empty list."""
LAYOUT: Final = 12
"""Paragraphs in one cell from which on a web page's table is there for layout, not for its columns."""


def stays_apart(row: Row) -> bool:
    """Whether a web page uses this row for layout: one cell alone has text, or a cell holds a whole article."""
    filled = [cell for cell in row if any(text.strip() for text, _ in cell)]
    alone = len(filled) == 1 and (len(row) == 1 or len(filled[0]) > 1)
    return alone or any(len(cell) >= LAYOUT for cell in filled)


def row_lines(row: Row, *, alone: bool = False) -> list[tuple[str, LineKind]]:
    """One ROW with cells joined by a tab, paragraphs in a cell by a blank; notes follow it.

    A row of one cell keeps its paragraphs apart; `alone` says that the whole table has one column (a box drawn round
    text): its paragraphs are PARAGRAPHs.
    """
    if alone:
        return [line for cell in row for line in cell]
    filled = [cell for cell in row if any(text.strip() for text, _ in cell)]
    if len(filled) == 1 and len(filled[0]) > 1:
        return [
            (text, LineKind.ROW if kind is LineKind.PARAGRAPH else kind) for text, kind in filled[0] if text.strip()
        ]
    notes = [line for cell in row for line in cell if line[1] is LineKind.NOTE]
    cells = (
        " ".join(text.replace("\t", " ").strip() for text, kind in cell if kind is not LineKind.NOTE and text.strip())
        for cell in row
    )
    joined = "\t".join(cells).rstrip("\t")
    return [(joined, LineKind.ROW), *notes] if joined else notes
