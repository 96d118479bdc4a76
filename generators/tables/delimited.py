"""Rows as CSV that Excel and WPS open by double click: UTF-8 with its mark, CRLF, and no cell that would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

MARK: Final = b"\xef\xbb\xbf"
RUNNING: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula, or skips before one."""


def guarded(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(RUNNING) else text


def to_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Heads and rows."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(heads)
    table.writerows([guarded(cell) for cell in row] for row in rows)
    return MARK + written.getvalue().encode()
