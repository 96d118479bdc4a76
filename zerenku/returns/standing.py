"""Which districts lead and which lag, by measures that do not favour the large ones unless nothing else is at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from zerenku.returns.book import ReturnBook, growth, previous_month, to_date
from zerenku.returns.columns import Leaf
from zerenku.returns.totals import cure_rate, pairs_of

MOST_NAMED: Final = 3
# Checks of firms before trainings and drills; a count of teams or of hazards is neither.
ACTS: Final = (re.compile(r"(检查|自查|排查|巡查).*\|(家次|户次|次|家|户)$"), re.compile(r"培训|演练|宣传"))


class By(StrEnum):
    """What a ranking goes by."""

    CURE_RATE = "rate"
    GROWTH = "growth"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Ranking:
    """Districts from the best down, with their figures; `mean` is the rate of all together, None for growth."""

    by: By
    leaf: Leaf
    rows: tuple[tuple[str, Decimal], ...]
    mean: Decimal | None = None

    @property
    def leading(self) -> tuple[tuple[str, Decimal], ...]:
        """At most a third of the districts, three at most, each better than the middle; none when all are alike."""
        best = self.rows[: self._named]
        return tuple(row for row in best if row[1] > self._middle)

    @property
    def lagging(self) -> tuple[tuple[str, Decimal], ...]:
        """As many from the bottom up, each worse than the middle and, by growth, with something to show."""
        worst = self.rows[::-1][: self._named]
        return tuple(row for row in worst if row[1] < self._middle and (self.by is By.CURE_RATE or row[1] > 0))

    @property
    def idle(self) -> tuple[str, ...]:
        """By growth: districts that added nothing."""
        return tuple(name for name, value in self.rows if value <= 0) if self.by is By.GROWTH else ()

    @property
    def _named(self) -> int:
        return min(MOST_NAMED, max(1, len(self.rows) // 3)) if len(self.rows) > 1 else 0

    @property
    def _middle(self) -> Decimal:
        if self.mean is not None:
            return self.mean
        values = [value for _, value in self.rows]
        return sum(values, Decimal(0)) / len(values) if values else Decimal(0)


def rankings(book: ReturnBook, month: str) -> tuple[Ranking, ...]:
    """By cure rate for each pair of found and cured; then by growth of one telling column of each group."""
    return (*_by_rate(book, month), *_by_growth(book, month))


def rankings_to_date(book: ReturnBook, month: str) -> tuple[Ranking, ...]:
    """By cure rate for each pair; then by the figures to date in one telling column of each group."""
    return (*_by_rate(book, month), *_by_total(book, month))


def telling_leaves(book: ReturnBook) -> tuple[Leaf, ...]:
    """One count of acts for each group: its first column of checks, else of trainings or drills, else its first."""
    groups: dict[str, list[Leaf]] = {}
    for leaf in book.leaves:
        if leaf.summable:
            groups.setdefault(leaf.group, []).append(leaf)
    return tuple(_telling(group) for group in groups.values())


def _telling(group: list[Leaf]) -> Leaf:
    for act in ACTS:
        found = next((leaf for leaf in group if act.search(f"{leaf.name}|{leaf.unit}")), None)
        if found:
            return found
    return group[0]


def _by_rate(book: ReturnBook, month: str) -> Iterator[Ranking]:
    for pair in pairs_of(book):
        rates = [(name, cure_rate(book, month, (name,), pair)) for name in book.districts]
        rows = [(name, rate) for name, rate in rates if rate is not None]
        yield Ranking(By.CURE_RATE, pair[1], _sorted(rows), cure_rate(book, month, book.districts, pair))


def _by_growth(book: ReturnBook, month: str) -> Iterator[Ranking]:
    """Districts whose growth covers this one month: two months' work in one would lead without merit."""
    for leaf in telling_leaves(book):
        rows = [
            (name, item.amount)
            for name in book.districts
            if (item := growth(book, month, name, leaf)) and item.since in {None, previous_month(month)}
        ]
        yield Ranking(By.GROWTH, leaf, _sorted(rows))


def _by_total(book: ReturnBook, month: str) -> Iterator[Ranking]:
    for leaf in telling_leaves(book):
        figures = [(name, to_date(book, month, name, leaf)) for name in book.districts]
        yield Ranking(By.TOTAL, leaf, _sorted([(name, figure) for name, figure in figures if figure is not None]))


def _sorted(rows: list[tuple[str, Decimal]]) -> tuple[tuple[str, Decimal], ...]:
    return tuple(sorted(rows, key=lambda row: -row[1]))
