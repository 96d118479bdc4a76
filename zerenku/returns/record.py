"""What one district handed in for one month, and the grid of texts that it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from zerenku.model.place import NOWHERE, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """One row. `month` is `2030-03`; `values` holds the figures by column path, what was left blank is absent.

    `handed_in` is None where the table has no date for it.
    """

    plan: str
    form: str
    month: str
    district: str
    values: Mapping[str, Decimal] = field(hash=False)
    handed_in: date | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as texts, row by row from the first line of the file or sheet; `names` may tell the month."""

    file: str
    rows: tuple[tuple[str, ...], ...]
    names: tuple[str, ...] = ()
