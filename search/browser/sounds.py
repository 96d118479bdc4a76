"""Words by how they sound, and by either half, for questions that are misspelt or typed in pinyin; in shards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from search.browser.codec import key_number, mask, script, scripts
from search.lexicon import LONGEST, LOOKED_AT, SHORTEST, SPELT, Lexicon, spellings

# Runs of letters lie in a shard by so many of their first.
FIRST: Final = 2
# About so many characters to a shard.
SHARD: Final = 9_000


class SoundShards:
    """The shards `n0`… of words by half (two words that differ in one character share the other half), `n-mask` which
    tells what halves there are, `h0`… of words by sound, and what the root says of them.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        spoken = dict(lexicon.spoken())
        words = [word for word in spoken if SHORTEST <= len(word) <= LONGEST]
        halves: defaultdict[str, list[list[Any]]] = defaultdict(list)
        for number, word in enumerate(words):
            for key in _halves(word):
                halves[key].append([number, word])
        sounds = {typed: list(lexicon.heard(typed)) for sound in spoken.values() for typed in spellings(sound)}
        self._mask = mask(halves)
        self._families = {"n": _buckets({key: (key, rows) for key, rows in halves.items()}), "h": _buckets(
            {typed: (typed[:FIRST], found) for typed, found in sounds.items() if found}
        )}  # fmt: skip
        self.head: dict[str, Any] = {
            "counts": {family: len(shards) for family, shards in self._families.items()},
            "shortest": SHORTEST,
            "longest": LONGEST,
            "looked": LOOKED_AT,
            "spelt": SPELT,
        }

    def files(self) -> Iterator[tuple[str, bytes]]:
        """(name, script) of every shard."""
        yield "n-mask", script("n-mask", self._mask)
        for family, shards in self._families.items():
            yield from scripts(family, shards)


def _halves(word: str) -> tuple[str, str]:
    half = len(word) // 2
    return f"{len(word)}<{word[:half]}", f"{len(word)}>{word[half:]}"


def _buckets(rows: dict[str, tuple[str, list[Any]]]) -> list[dict[str, Any]]:
    """`rows` by their key: what their shard hangs on, and what they hold."""
    size = sum(len(key) + sum(len(str(item)) + 4 for item in found) for key, (_, found) in rows.items())
    shards: list[dict[str, Any]] = [{} for _ in range(max(1, round(size / SHARD)))]
    for key in sorted(rows):
        place, found = rows[key]
        shards[key_number(place) % len(shards)][key] = found
    return shards
