"""Texts for an engine that splits them at blanks: their units, their pairs, and the known names that they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from search.analyzer import is_han
from search.memory import remembered
from search.pairs import pair_terms

# A word that no text has: it keeps a phrase from reaching over two lines.
BETWEEN: Final = " | "
# Names of fewer characters are pairs as they are.
SHORTEST: Final = 3


class Lines:
    """Reads texts line by line; most lines of a catalogue come again."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = _by_rarest_pair(sorted(kept_names(names)))
        self._read = remembered(self._words)

    def fields(self, texts: Iterable[str]) -> tuple[str, str, str]:
        """The units of some plain texts, their pairs as `pair_terms` has them, and the names in them.

        Pairs, and units of lines that have other than Han characters, follow each other as in the text. The rest of the
        units stand there once.
        """
        lines = [self._read(line) for text in texts if text for line in text.split("\n")]
        mixed = [units for units, _, _ in lines if " " in units]
        plain = dict.fromkeys("".join([units for units, _, _ in lines if " " not in units]))
        return (
            BETWEEN.join([" ".join(plain), *mixed]),
            BETWEEN.join([pairs for _, pairs, _ in lines]),
            " ".join([names for _, _, names in lines if names]),
        )

    def _words(self, line: str) -> tuple[str, str, str]:
        runs = line.split()
        units = line if len(runs) == 1 else " ".join([" ".join(run) if is_han(run) else run for run in runs])
        pairs = pair_terms(line)
        held = [name for pair in pairs if pair in self._names for name in self._names[pair] if name in line]
        return units, " ".join(pairs), " ".join(held)


def kept_names(names: Iterable[str]) -> frozenset[str]:
    """Those of the plain names that are worth a word of their own and are one word: three Han characters and more."""
    return frozenset(name for name in names if len(name) >= SHORTEST and " " not in name)


def _by_rarest_pair(names: Iterable[str]) -> dict[str, list[str]]:
    """Each name under the one of its pairs that fewest names have."""
    pairs = {name: pair_terms(name)[:-1] for name in names}
    counts = Counter(pair for row in pairs.values() for pair in row)
    found: dict[str, list[str]] = {}
    for name, row in pairs.items():
        found.setdefault(min(row, key=counts.__getitem__), []).append(name)
    return found
