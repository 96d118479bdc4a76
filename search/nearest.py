"""Names of the lexicon that look like what was asked, for a did-you-mean where nothing sure was found."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import Final

from search.analyzer import query_terms
from search.lexicon import Lexicon, WordKind

NEAREST: Final = 5


class NearestNames:
    """Looks up names by the terms that they share with a question."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def of(self, core: str) -> tuple[str, ...]:
        """At most NEAREST names: first those of whose terms the plain text holds the largest share, among equals in the
        order of the lexicon.
        """
        shared = Counter(name for term in {*query_terms(core), *core} for name in self._by_term.get(term, ()))
        likeness: dict[int, float] = {}
        for (group, _variant, terms), count in shared.items():
            likeness[group] = max(likeness.get(group, 0.0), count / terms)
        ranked = sorted(likeness, key=lambda group: (-likeness[group], group))
        return tuple(dict.fromkeys(self._lexicon.groups[group].name for group in ranked))[:NEAREST]

    @cached_property
    def _by_term(self) -> dict[str, list[tuple[int, int, int]]]:
        """(number of the group, of its variant, how many terms that has) by term; words of frequency are no names."""
        found: dict[str, list[tuple[int, int, int]]] = {}
        for number, group in enumerate(self._lexicon.groups):
            if group.kind == WordKind.EVERY:
                continue
            for at, variant in enumerate(group.variants):
                terms = frozenset(query_terms(variant))
                for term in terms:
                    found.setdefault(term, []).append((number, at, len(terms)))
        return found
