"""Forms that a plan asks to be filled, as empty tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generators.blocks import Block, Column, Para, ParaKind, Table
from zerenku.model import plan as model

BLANK_ROWS: Final = 4


def form_blocks(form: model.Form) -> Iterator[Block]:
    """The form's table with rows to fill in, then its note."""
    columns = (Column(name=form.row_key), *(_column(column) for column in form.columns))
    leaves = sum(len(column.leaves) for column in columns)
    yield Table(columns=columns, rows=(("",) * leaves,) * BLANK_ROWS)
    if form.note:
        yield Para.of(f"注：{form.note}", kind=ParaKind.NOTE)


def _column(column: model.Column) -> Column:
    return Column(name=column.name, unit=column.unit or "", columns=tuple(_column(child) for child in column.columns))
