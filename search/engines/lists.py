"""Questions answered from lists: which documents hold a word. For an engine whose own phrases are slow, or has none.

A phrase is looked for in the texts of the documents that hold all its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, Protocol

from search.analyzer import is_han
from search.engine import Area, Filters, Phrase, Wanted
from search.engines.fields import AREAS, HEADING, IN_HEADING, conditions
from search.pairs import joined

Numbers = frozenset[int]
NOBODY: Final[Numbers] = frozenset()


class Stock(Protocol):
    """What an engine keeps, by field and word."""

    @property
    def size(self) -> int:
        """How many documents there are; they are numbered from 0 in catalogue order."""
        ...

    def listed(self, field: str, word: str) -> Numbers:
        """The documents with that word in that field."""
        ...

    def words(self, field: str, beginning: str = "") -> Iterable[str]:
        """The words of a field that begin so."""
        ...

    def with_text(self, field: str, sought: str, numbers: Numbers) -> Numbers:
        """Those of the documents in whose plain text it stands: in the heading, the content, or what plans share."""
        ...


def held(wanted: Wanted, stock: Stock) -> dict[int, float]:
    """The documents that match, and what puts them in order: the groups they hold, then those in their headings."""
    found = _enough(wanted, stock)
    if (allowed := _allowed(wanted.filters, stock)) is not None:
        found = {number: count for number, count in found.items() if number in allowed}
    for group in wanted.groups:
        for number in _any_of(group, (HEADING,), stock) & found.keys():
            found[number] += IN_HEADING
    return found


def holding(field: str, word: str, stock: Stock) -> Numbers:
    """The documents that hold a word; a lone Han character begins pairs, or stands alone where no other follows."""
    if len(word) > 1 or not is_han(word):
        return stock.listed(field, word)
    return NOBODY.union(*(stock.listed(field, found) for found in stock.words(field, word)))


def _enough(wanted: Wanted, stock: Stock) -> dict[int, float]:
    areas = AREAS if wanted.area == Area.ANYWHERE else (wanted.area.value,)
    groups = [_any_of(group, areas, stock) for group in wanted.groups]
    if not groups:
        return dict.fromkeys(range(stock.size), 0.0)
    if wanted.minimum is None or wanted.minimum >= len(groups):
        return dict.fromkeys(frozenset.intersection(*sorted(groups, key=len)), float(len(groups)))
    counted = Counter(number for group in groups for number in group)
    return {number: float(count) for number, count in counted.items() if count >= wanted.minimum}


def _allowed(filters: Filters, stock: Stock) -> Numbers | None:
    """The documents that pass the filters; None when nothing is asked of them."""
    asked = list(conditions(filters))
    if filters.due_before:
        asked.append(("due", tuple(day for day in stock.words("due") if day <= filters.due_before)))
    parts = [NOBODY.union(*(stock.listed(field, value) for value in values)) for field, values in asked]
    return frozenset.intersection(*parts) if parts else None


def _any_of(phrases: tuple[Phrase, ...], fields: tuple[str, ...], stock: Stock) -> Numbers:
    return NOBODY.union(*(_phrase(field, words, stock) for field in fields for words in phrases))


def _phrase(field: str, words: Phrase, stock: Stock) -> Numbers:
    found = frozenset.intersection(*sorted((holding(field, word, stock) for word in words), key=len))
    if len(words) == 1:
        return found
    return stock.with_text(field, joined(words), found)
