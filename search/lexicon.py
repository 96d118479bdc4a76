"""Words that the registers know, with everything they are also called: one lexicon for query, answer and browser."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from search.analyzer import FIRST_HAN, plain, units


class WordKind(StrEnum):
    """What a word names."""

    DEPARTMENT = "department"
    PLACE = "place"
    ENTERPRISE = "enterprise"
    TOPIC = "topic"
    TERM = "term"
    DOCUMENT = "document"
    STANDARD = "standard"
    EVERY = "every"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Group:
    """One register entry: `variants` are its plain names, `wide` marks words such as 企业 that mean any enterprise."""

    kind: WordKind
    id: str
    name: str
    variants: tuple[str, ...]
    wide: bool = False


class Lexicon:
    """All groups, with look-up of a plain word and cutting of a text into known words and what lies between."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self.groups: tuple[Group, ...] = tuple(groups)
        self._by_word: dict[str, list[Group]] = {}
        for group in self.groups:
            for variant in group.variants:
                self._by_word.setdefault(variant, []).append(group)
        self._lengths = sorted({len(word) for word in self._by_word}, reverse=True)

    def of(self, word: str) -> tuple[Group, ...]:
        """Every entry that answers to the plain word."""
        return tuple(self._by_word.get(word, ()))

    def cut(self, text: str) -> list[tuple[str, tuple[Group, ...]]]:
        """A plain text as (plain piece, groups) in order, the longest known word first; an unknown run has no group."""
        pieces: list[tuple[str, tuple[Group, ...]]] = []
        loose = ""
        at = 0
        while at < len(text):
            word = self._longest(text, at)
            if not word:
                loose += text[at]
                at += 1
                continue
            pieces.extend(_unknown(loose))
            pieces.append((word, self.of(word)))
            loose = ""
            at += len(word)
            # The blank that closes a number or Latin word opens the one that follows it.
            if word.endswith(" ") and at < len(text) and text[at] < FIRST_HAN:
                at -= 1
        return [*pieces, *_unknown(loose)]

    def _longest(self, text: str, at: int) -> str:
        for length in self._lengths:
            word = text[at : at + length]
            if len(word) == length and word in self._by_word:
                return word
        return ""

    def near(self, word: str) -> tuple[str, ...]:
        """Known words of the same length that differ in one unit only; none for words under three units."""
        row = units(word)
        if len(row) < 3:
            return ()
        return tuple(known for known in self._by_word if len(known) == len(word) and _differ_once(row, units(known)))

    def dump(self) -> str:
        """Compact JSON; `Lexicon.load` is its inverse."""
        rows = [[group.kind.value, group.id, group.name, list(group.variants), group.wide] for group in self.groups]
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def load(cls, text: str) -> Lexicon:
        """The lexicon that `dump` wrote."""
        rows: list[list[Any]] = json.loads(text)
        return cls(
            Group(WordKind(kind), entry_id, name, tuple(variants), wide)
            for kind, entry_id, name, variants, wide in rows
        )


def variants_of(names: Iterable[str | None]) -> tuple[str, ...]:
    """Plain names of two units and more, each once: a single character such as 省 would be found everywhere."""
    known = dict.fromkeys(plain(name) for name in names if name and len(units(name)) > 1)
    return tuple(known)


def _unknown(loose: str) -> list[tuple[str, tuple[Group, ...]]]:
    word = plain(loose)
    return [(word, ())] if word else []


def _differ_once(row: list[str], other: list[str]) -> bool:
    return len(row) == len(other) and sum(one != two for one, two in zip(row, other, strict=True)) == 1
