"""What a record says, whatever the field: its words, its days, its numbers."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Final

from zerenku.model.place import Span
from zerenku.text.mentions import UNITS, Mention, MentionKind, squeeze
from zerenku.text.numbers import HAN, read_han

OWN_PARTS: Final = frozenset({"clauses", "attachments", "span", "unconfirmed", "topics"})
"""Fields of a clause or plan that are records of their own, or say nothing of the original."""
_HAN_NUMBER: Final = re.compile(rf"(?<![{HAN}第])[{HAN}]{{1,5}}(?=(?:{UNITS}))")
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Said:
    """The squeezed words of records, the days and the numbers in their fields."""

    words: str
    days: frozenset[date]
    numbers: frozenset[float]

    def holds(self, mention: Mention) -> bool:
        """Whether the records say what an original mentions, by its words or by a field of the same value."""
        if any(key in self.words for key in mention.keys):
            return True
        if mention.kind is MentionKind.DATE:
            return any(mention.is_on(day) for day in self.days)
        return mention.kind is MentionKind.NUMBER and mention.value in self.numbers

    def names(self, names: Iterable[str]) -> bool:
        """Whether one of the names of a department stands in the records."""
        return any(squeeze(name) in self.words for name in names)


def said_by(*records: object) -> Said:
    """Gather what records say; verbatim text, which importers store, is not the record's own saying."""
    words: list[str] = []
    days: set[date] = set()
    numbers: set[float] = set()
    for value in (item for record in records for item in _values(record)):
        if isinstance(value, date):
            days.add(value)
        elif isinstance(value, str):
            words.append(value)
            days |= set(_month_days(value))
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            numbers.add(float(value))
    return Said(with_digits(squeeze("\n".join(words).replace("\n", "｜"))), frozenset(days), frozenset(numbers))


def with_digits(squeezed: str) -> str:
    """The text followed by itself with 两次 as 2次: either writing of a number is found in it."""
    digits = _HAN_NUMBER.sub(lambda match: str(read_han(match[0]) or match[0]), squeezed)
    return squeezed if digits == squeezed else f"{squeezed}｜{digits}"


def _values(record: object) -> Iterator[object]:
    if isinstance(record, Enum):
        return
    if is_dataclass(record) and not isinstance(record, type):
        verbatim = {"text", "opening", "closing"} if hasattr(record, "clauses") else set()
        for item in fields(record):
            if item.name not in OWN_PARTS and item.name not in verbatim:
                yield from _values(getattr(record, item.name))
    elif isinstance(record, Span):
        return
    elif isinstance(record, (tuple, list)):
        for item in record:
            yield from _values(item)
    elif record is not None:
        yield record


def _month_days(text: str) -> Iterator[date]:
    """The first and the last day of a month written `2030-06`, as stages and periods hold it."""
    if match := _MONTH.fullmatch(text):
        year, month = int(match[1]), int(match[2])
        last = calendar.monthrange(year, month)[1]
        yield from (date(year, month, int(match[3])),) if match[3] else (date(year, month, 1), date(year, month, last))
