"""The head of a form as rows of table cells: a column tree laid out with spans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zerenku.model.plan import Column, Form


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of a table head; `unit` is None for a group."""

    name: str
    unit: str | None
    columns: int
    rows: int


def leaves(columns: Iterable[Column]) -> tuple[Column, ...]:
    """The columns that will be filled, left to right."""
    return tuple(leaf for column in columns for leaf in (leaves(column.columns) if column.columns else (column,)))


def _height(columns: Iterable[Column]) -> int:
    return 1 + max((_height(column.columns) for column in columns if column.columns), default=0)


def head_rows(form: Form) -> tuple[tuple[HeadCell, ...], ...]:
    """Rows of the head from the top; the row key stands first and runs through all of them."""
    height = _height(form.columns)
    rows: list[list[HeadCell]] = [[] for _ in range(height)]
    rows[0].append(HeadCell(form.row_key, None, 1, height))

    def place(columns: Iterable[Column], level: int) -> None:
        for column in columns:
            if column.columns:
                rows[level].append(HeadCell(column.name, None, len(leaves(column.columns)), 1))
                place(column.columns, level + 1)
            else:
                rows[level].append(HeadCell(column.name, column.unit, 1, height - level))

    place(form.columns, 0)
    return tuple(tuple(row) for row in rows)
