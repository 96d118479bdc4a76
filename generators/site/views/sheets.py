"""Long lists cut into pages: parts under their heads, in order, so many rows a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

Head = TypeVar("Head")
Row = TypeVar("Row")

SHEET: Final = 500
"""Rows on a page of a table."""


def cut(parts: Iterable[tuple[Head, Sequence[Row]]], size: int) -> list[list[tuple[Head, Sequence[Row]]]]:
    """The parts on pages of at most `size` rows; a part that goes on over the page stands on both, each its own rows.

    At least one page, if an empty one.
    """
    sheets: list[list[tuple[Head, Sequence[Row]]]] = [[]]
    room = size
    for head, rows in parts:
        left = rows
        while left:
            if not room:
                sheets.append([])
                room = size
            sheets[-1].append((head, left[:room]))
            left, room = left[room:], max(room - len(left), 0)
    return sheets


def sheet_paths(path: str, count: int) -> list[str]:
    """`topics/xiaofang`, `topics/xiaofang--2` …; no id has two hyphens side by side, so no other page lies there."""
    return [path, *(f"{path}--{number}" for number in range(2, count + 1))]


def sheet_title(title: str, number: int) -> str:
    """The title of the page of that number, counted from 0."""
    return f"{title}（第{number + 1}页）" if number else title
