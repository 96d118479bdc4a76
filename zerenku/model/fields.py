"""How a record is declared: strict about its keys, described in Chinese, with the place it was read from.

The same declaration gives the reader (catalogue/records.py), its messages and the JSON Schema that editors use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Annotated, Any, TypeVar, dataclass_transform

from pydantic import BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

T = TypeVar("T")
DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
MONTH_PATTERN = r"^\d{4}-\d{2}(-\d{2})?$"


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Declare a frozen, slotted, keyword-only dataclass that refuses unknown keys when read from a source."""
    cls.__pydantic_config__ = ConfigDict(extra="forbid", allow_inf_nan=False)  # type: ignore[attr-defined]
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


def says(description: str, **more: Any) -> dict[str, Any]:
    """Metadata of a field: the Chinese sentence that content authors see, and an `alias` where the key differs."""
    return {"description": description, **more}


def filled(item: Any) -> tuple[str, ...]:
    """The keys of a record that hold anything, as sources write them, in the order of the record."""
    return tuple(
        str(found.metadata.get("alias", found.name))
        for found in fields(item)
        if "description" in found.metadata and getattr(item, found.name) not in (None, "", ())
    )


def _parse_day(value: object) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.match(DAY_PATTERN, value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("bad_date", "日期应写作 2026-03-05 这样的实有日期")


def _parse_month(value: object) -> str:
    if isinstance(value, str) and re.match(MONTH_PATTERN, value):
        try:
            date.fromisoformat(value if value.count("-") == 2 else f"{value}-01")
        except ValueError:
            pass
        else:
            return value
    raise PydanticCustomError("bad_date", "月份应写作 2026-03（或 2026-03-05）")


Day = Annotated[date, BeforeValidator(_parse_day), WithJsonSchema({"type": "string", "pattern": DAY_PATTERN})]
Month = Annotated[str, BeforeValidator(_parse_month), WithJsonSchema({"type": "string", "pattern": MONTH_PATTERN})]
