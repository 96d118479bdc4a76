"""Words for engines: one a position, a pair of Han characters where two follow each other. See `search.analyzer`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import add

from search.analyzer import is_han


def pair_terms(text: str) -> list[str]:
    """The words of a plain text in order: at a Han character followed by another both, elsewhere the unit alone.

    每月15日前 → 每月, 月, 15, 日前, 前: what `query_terms` gives for a phrase stands here in the same order, but for a
    lone Han character at its end, which here may stand as the first of a pair.
    """
    found: list[str] = []
    for run in text.split():
        if is_han(run):
            found.extend(map(add, run, run[1:]))
            found.append(run[-1])
        else:
            found.append(run)
    return found


def unit_terms(phrase: Iterable[str]) -> list[str]:
    """The units of a phrase as `query_terms` gives it: 每月, 月, 15, 日前 → 每, 月, 15, 日, 前."""
    found: list[str] = []
    last = ""
    for term in phrase:
        pair = len(term) > 1 and is_han(term)
        found.append(term[0] if pair else term)
        last = term[1:] if pair else ""
    return [*found, *last]


def joined(phrase: Iterable[str]) -> str:
    """A phrase as it stands in a plain text: 每月, 月, 15, 日前 → `每月 15 日前`."""
    parts: list[str] = []
    for unit in unit_terms(phrase):
        if is_han(unit):
            parts.append(unit)
        else:
            parts.append(f"{unit} " if parts and parts[-1].endswith(" ") else f" {unit} ")
    return "".join(parts)


def cover(phrase: Sequence[str], frequency: Callable[[str], int]) -> list[tuple[int, str]]:
    """Words of a phrase that hold all its units, with their positions: every other pair where pairs follow each other,
    and the rarest, which few documents have.
    """
    rarest = min(range(len(phrase)), key=lambda at: frequency(phrase[at])) if len(phrase) > 2 else 0
    row: list[tuple[int, str]] = []
    held = 0
    for at, word in enumerate(phrase):
        after = at + (2 if len(word) > 1 and is_han(word) else 1)
        if at in {held, rarest} or (at == len(phrase) - 1 and after > held):
            row.append((at, word))
            held = max(held, after)
    return row


def shortest(phrases: Iterable[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    """Those that hold none of the others: where 演练 will do, nobody need look for 应急演练 as well."""
    kept: dict[str, tuple[str, ...]] = {}
    for text, phrase in sorted(((joined(phrase), phrase) for phrase in phrases), key=lambda row: len(row[0])):
        if not any(other in text for other in kept):
            kept[text] = phrase
    return kept.values()
