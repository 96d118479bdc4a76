"""Sums over districts: to date, new in the month, and shares of hazards cured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from zerenku.returns.book import Counting, ReturnBook, growth, previous_month, to_date
from zerenku.returns.columns import Leaf, cure_pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """One column over the districts that returned; what they left blank is not in it.

    `to_date` is None when nobody gave a figure. `new` is what came in the month. `before` is what the same districts
    added in the month before, None unless each of them returned in all months needed to tell.
    """

    leaf: Leaf
    to_date: Decimal | None
    new: Decimal | None
    before: Decimal | None


@dataclass(frozen=True, slots=True)
class Span:
    """A district whose growth covers more than one month: it did not return, or left the cell blank, in between."""

    district: str
    since: str


def totals(book: ReturnBook, month: str) -> tuple[Total, ...]:
    """One total for every column that may be summed."""
    return tuple(_total(book, month, leaf) for leaf in book.leaves if leaf.summable)


def growth_of(book: ReturnBook, month: str, leaf: Leaf) -> Decimal | None:
    """What all districts together added in a month, None when there is no figure."""
    return _sum(item.amount for name in book.districts if (item := growth(book, month, name, leaf)))


def long_spans(book: ReturnBook, month: str) -> tuple[Span, ...]:
    """Districts that returned this month but not the month before, with the month that their growth counts from."""
    if book.counting is Counting.MONTHLY:
        return ()
    before = previous_month(month)
    found = []
    for item in book.of_month(month):
        earlier = [other.month for other in book.returns if other.district == item.district and other.month < month]
        if earlier and max(earlier) != before:
            found.append(Span(item.district, max(earlier)))
    return tuple(found)


def cure_rate(book: ReturnBook, month: str, districts: Iterable[str], pair: tuple[Leaf, Leaf]) -> Decimal | None:
    """Per cent of the hazards found that are cured, over the districts that gave both figures; None without any."""
    found, cured = _both(book, month, districts, pair)
    return share(cured, found) if found else None


def uncured(book: ReturnBook, month: str, districts: Iterable[str], pair: tuple[Leaf, Leaf]) -> Decimal | None:
    """Hazards found and not yet cured, over the districts that gave both figures; None when there are no figures."""
    found, cured = _both(book, month, districts, pair)
    return found - cured if found else None


def left_uncured(book: ReturnBook, month: str) -> Decimal:
    """Hazards of all kinds found and not yet cured; 0 when there are no figures."""
    found = (uncured(book, month, book.districts, pair) for pair in pairs_of(book))
    return sum((value for value in found if value), Decimal(0))


def pairs_of(book: ReturnBook) -> tuple[tuple[Leaf, Leaf], ...]:
    """(found, cured) columns of the form."""
    return cure_pairs(book.leaves)


def share(part: Decimal, whole: Decimal) -> Decimal:
    """Per cent with one digit; never 100 while something is left, never 0 while there is something."""
    value = (part * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if value == 100 and part < whole:
        return Decimal("99.9")
    return Decimal("0.1") if value == 0 and part > 0 else value


def _total(book: ReturnBook, month: str, leaf: Leaf) -> Total:
    sums = _sum(value for name in book.districts if (value := to_date(book, month, name, leaf)) is not None)
    return Total(leaf=leaf, to_date=sums, new=growth_of(book, month, leaf), before=_before(book, month, leaf))


def _before(book: ReturnBook, month: str, leaf: Leaf) -> Decimal | None:
    """The growth of the month before, if every district of this month has it and both cover one month each."""
    earlier = previous_month(month)
    amounts = []
    for item in book.of_month(month):
        now, then = growth(book, month, item.district, leaf), growth(book, earlier, item.district, leaf)
        if now is None or then is None or now.since != earlier:
            return None
        if then.since not in {None, previous_month(earlier)}:
            return None
        amounts.append(then.amount)
    return _sum(amounts)


def _both(book: ReturnBook, month: str, districts: Iterable[str], pair: tuple[Leaf, Leaf]) -> tuple[Decimal, Decimal]:
    found = cured = Decimal(0)
    for name in districts:
        one, other = (to_date(book, month, name, leaf) for leaf in pair)
        if one is not None and other is not None:
            found, cured = found + one, cured + other
    return found, cured


def _sum(values: Iterable[Decimal]) -> Decimal | None:
    listed = list(values)
    return sum(listed, Decimal(0)) if listed else None
