"""Names to offer while somebody types: by their beginning, their middle, their sound, or with one wrong character."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from search.analyzer import plain
from search.lexicon import Group, Lexicon, WordKind, spellings

# Beyond every character that a plain name can hold.
LAST: Final = "\U0010ffff"
SPELT: Final = 2


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry, and the one of its names that fits what was typed."""

    group: Group
    matched: str


class Suggester:
    """Suggestions out of a lexicon, headings last."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        groups = [group for group in lexicon.groups if group.kind != WordKind.EVERY]
        self._groups = (*groups, *lexicon.headings)
        named = [(name.strip(), at) for at, group in enumerate(self._groups) for name in group.variants]
        self._names = sorted(named)
        self._sounds = sorted(
            (typed, at)
            for at, group in enumerate(self._groups)
            for sound in filter(None, group.sounds)
            for typed in spellings(sound)
        )

    def suggest(self, typed: str, *, limit: int) -> tuple[Suggestion, ...]:
        """At most `limit` entries, each once; those that begin as typed come first, the shortest of them ahead."""
        asked = plain(typed).strip()
        if not asked:
            return ()
        found: dict[tuple[WordKind, str, str], Suggestion] = {}
        for at, name in self._fitting(asked):
            group = self._groups[at]
            found.setdefault((group.kind, group.id, group.name), Suggestion(group, name))
            if len(found) >= limit:
                break
        return tuple(found.values())

    def _fitting(self, asked: str) -> Iterator[tuple[int, str]]:
        begun = _begun(self._names, asked)
        yield from _shortest_first(begun)
        yield from _shortest_first((name, at) for name, at in self._names if asked in name)
        if asked.isascii():
            if len(asked) >= SPELT:
                heard = ((self._groups[at].name, at) for _, at in _begun(self._sounds, asked.replace(" ", "")))
                yield from _shortest_first(heard)
            return
        near = {word for _, word in self._lexicon.near(asked)}
        yield from _shortest_first((name, at) for name, at in self._names if name in near)


def _begun(rows: list[tuple[str, int]], asked: str) -> Iterator[tuple[str, int]]:
    yield from rows[bisect_left(rows, (asked, -1)) : bisect_left(rows, (asked + LAST, -1))]


def _shortest_first(rows: Iterator[tuple[str, int]]) -> Iterator[tuple[int, str]]:
    yield from ((at, name) for _, at, name in sorted((len(name), at, name) for name, at in rows))
