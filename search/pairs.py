"""Words for engines: one a position, a pair of Han characters where two follow each other. See `search.analyzer`."""

from __future__ import annotations

from collections.abc import Iterable
from operator import add

from search.analyzer import UNITS, fold, is_han


def pair_terms(text: str) -> list[str]:
    """The words of a text in order: at a Han character followed by another both, elsewhere the unit alone.

    每月15日前 → 每月, 月, 15, 日前, 前: what `query_terms` gives for a phrase stands here in the same order, but for a
    lone Han character at its end, which here may stand as the first of a pair.
    """
    found: list[str] = []
    for run in UNITS.findall(fold(text)):
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
