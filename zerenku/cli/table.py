"""A table for a terminal, where a Chinese character takes two columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset()) -> Iterator[str]:
    """Lines of a table; the columns in `right` are aligned to the right, nothing is cut."""
    widths = [max(map(width, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        cells = (
            " " * (widths[index] - width(cell)) + cell if index in right else cell + " " * (widths[index] - width(cell))
            for index, cell in enumerate(row)
        )
        yield "  ".join(cells).rstrip()


def width(text: str) -> int:
    """Columns that a text takes: two for wide characters, none for combining ones."""
    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)
