"""Words that the registers know, with everything they are also called: one lexicon for query, answer and browser."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from operator import itemgetter
from typing import Any, Final

from search.analyzer import FIRST_HAN, is_han, plain

# Words that one wrong character still lets through; shorter ones are too like each other, longer ones nobody types.
SHORTEST: Final = 3
LONGEST: Final = 20
# So much of a question is looked at for misspelt words.
LOOKED_AT: Final = 60
# The least letters that are taken for initials or for a syllable or two.
SPELT: Final = 3
# Who types by sound seldom types a whole name: 消防 for 消防安全, 隐患 for 隐患排查治理. Names of so many characters
# and more are known by their first two, too.
LONG_NAME: Final = 4
HEAD: Final = 2


# Words by their first half, and by the rest.
Halves = tuple[dict[str, list[str]], dict[str, list[str]]]


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
    HEADING = "heading"


MATTERS: Final = (WordKind.TOPIC, WordKind.TERM, WordKind.ENTERPRISE)
"""What people type the beginning of; a place or a department is typed by its short name, which it has."""


@dataclass(frozen=True, slots=True)
class Group:
    """One register entry: `variants` are its plain names, `wide` marks words such as 企业 that mean any enterprise.

    `broader` are the names of what it is a kind of: a shopping mall is a crowded place.
    `sounds` has the pinyin of each variant, syllables between blanks; it is empty where nobody typed names by sound.
    """

    kind: WordKind
    id: str
    name: str
    variants: tuple[str, ...]
    wide: bool = False
    sounds: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()


class Lexicon:
    """All groups, with look-up of a plain word and cutting of a text into known words and what lies between.

    Headings of clauses are no words of it, but people misspell them and type them by sound, too.
    """

    def __init__(self, groups: Iterable[Group], headings: Iterable[Group] = ()) -> None:
        self.groups: tuple[Group, ...] = tuple(groups)
        self.headings: tuple[Group, ...] = tuple(headings)
        self._sounds: dict[str, list[str]] = {}
        self._halves: dict[int, Halves] = {}
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

    def near(self, text: str) -> tuple[tuple[str, str], ...]:
        """(stretch of the plain text, known word or heading) that differ in one Han character only, of three characters
        and more, the longest first.
        """
        if not self._halves:
            self._halves = _by_half(self.spoken())
        text = text[:LOOKED_AT]
        found: dict[tuple[str, str], None] = {}
        for length, (heads, tails) in self._halves.items():
            middle = length // 2
            for at in range(len(text) - length + 1):
                stretch = text[at : at + length]
                # One character leaves one half as it is.
                for words in (tails.get(stretch[middle:]), heads.get(stretch[:middle])):
                    if words:
                        found.update(((stretch, word), None) for word in _slipped(stretch, words))
        return tuple(found)

    def heard(self, typed: str) -> tuple[str, ...]:
        """Known words and headings, these last, that a run of Latin letters spells: in pinyin, or by its initials."""
        if not self._sounds:
            self._sounds = _by_sound(self.spoken())
        return tuple(self._sounds.get(typed, ()))

    def spelt(self, typed: str) -> tuple[tuple[str, ...], ...]:
        """The words that a run of Latin letters spells one after another, each with its likes; () for none."""
        return self._spelt(typed, set())

    def _spelt(self, typed: str, hopeless: set[str]) -> tuple[tuple[str, ...], ...]:
        """The same, where many cuttings may end in the same rest, which is tried once: else they were past counting."""
        if words := self.heard(typed):
            return (words,)
        for end in range(len(typed) - SPELT, SPELT - 1, -1):
            rest = typed[end:]
            if rest not in hopeless and (head := self.heard(typed[:end])) and (others := self._spelt(rest, hopeless)):
                return (head, *others)
        hopeless.add(typed)
        return ()

    def spoken(self) -> list[tuple[str, str]]:
        """(plain word, its pinyin) of all names, then of the headings, then of what names of matters begin with."""
        heads = [_head(word, sound) for group in self.groups if group.kind in MATTERS for word, sound in _said(group)]
        names = [pair for group in (*self.groups, *self.headings) for pair in _said(group)]
        return [*names, *(head for head in dict.fromkeys(heads) if head)]

    def dump(self) -> str:
        """Compact JSON; `Lexicon.load` is its inverse."""
        rows = {"groups": [_row(group) for group in self.groups], "headings": [_row(group) for group in self.headings]}
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def load(cls, text: str) -> Lexicon:
        """The lexicon that `dump` wrote."""
        rows: dict[str, list[list[Any]]] = json.loads(text)
        return cls(map(_group, rows["groups"]), map(_group, rows["headings"]))


def _row(group: Group) -> list[Any]:
    return [
        group.kind.value,
        group.id,
        group.name,
        list(group.variants),
        group.wide,
        list(group.sounds),
        list(group.broader),
    ]


def _group(row: list[Any]) -> Group:
    kind, entry_id, name, variants, wide, sounds, broader = row
    return Group(WordKind(kind), entry_id, name, tuple(variants), wide, tuple(sounds), tuple(broader))


def _said(group: Group) -> Iterator[tuple[str, str]]:
    return zip_longest(group.variants, group.sounds, fillvalue="")


def _head(word: str, sound: str) -> tuple[str, str] | None:
    """The first two characters of a long name with their pinyin; None of another."""
    syllables = sound.split()
    if len(word) < LONG_NAME or len(syllables) != len(word) or not all(map(is_han, word)):
        return None
    return word[:HEAD], " ".join(syllables[:HEAD])


def variants_of(names: Iterable[str | None]) -> tuple[str, ...]:
    """Plain names of two characters and more, each once: a single one such as 省 would be found everywhere."""
    known = dict.fromkeys([plain(name) for name in names if name])
    return tuple([name for name in known if len(name.replace(" ", "")) > 1])


def _unknown(loose: str) -> list[tuple[str, tuple[Group, ...]]]:
    word = plain(loose)
    return [(word, ())] if word else []


def _by_half(spoken: Iterable[tuple[str, str]]) -> dict[int, Halves]:
    """By their length, the longest first."""
    words = dict.fromkeys(word for word, _ in spoken if SHORTEST <= len(word) <= LONGEST)
    found: dict[int, Halves] = {}
    for word in sorted(words, key=len, reverse=True):
        heads, tails = found.setdefault(len(word), ({}, {}))
        middle = len(word) // 2
        heads.setdefault(word[:middle], []).append(word)
        tails.setdefault(word[middle:], []).append(word)
    return found


def _slipped(stretch: str, words: Iterable[str]) -> list[str]:
    """Those of the words that differ from the stretch in one Han character, by its place."""
    slips = ((_slip(stretch, word), word) for word in words)
    return [word for at, word in sorted(slips, key=itemgetter(0)) if at >= 0]


def _slip(one: str, other: str) -> int:
    """The place where alone two texts of one length differ, each with a Han character there; -1 for none such."""
    at = next((at for at, (here, there) in enumerate(zip(one, other, strict=True)) if here != there), -1)
    alone = at >= 0 and one[at + 1 :] == other[at + 1 :]
    return at if alone and is_han(one[at]) and is_han(other[at]) else -1


def spellings(sound: str) -> tuple[str, str]:
    """How pinyin is typed: without its blanks, and by its initials, one a syllable."""
    syllables = sound.split()
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)


def _by_sound(spoken: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Pinyin without blanks, and initials of three letters and more."""
    found: dict[str, dict[str, None]] = {}
    for word, sound in spoken:
        whole, initials = spellings(sound)
        if len(initials) > 1:
            found.setdefault(whole, {})[word] = None
        if len(initials) >= SPELT:
            found.setdefault(initials, {})[word] = None
    return {typed: list(words) for typed, words in found.items()}
