"""What a question says: the slot it asks for, the places and departments it names, and the pieces to look for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from search.analyzer import fold, plain
from search.lexicon import Group, Lexicon, WordKind
from search.vocabulary import ASK_PATTERNS, IDLE_HEADS, IDLE_TAILS, Asks

MAX_CHARS: Final = 200
PATTERNS: Final = tuple((asks, re.compile(pattern)) for asks, pattern in ASK_PATTERNS)
PATH_ELEMENT: Final = re.compile(
    r"附件\d*|第[一二三四五六七八九十]+[编章节条]|第\d+段|[(][一二三四五六七八九十]+[)]|[(]\d+[)]|[一二三四五六七八九十]+|\d+|¶\d+"
)
PATH_FILLING: Final = re.compile(r"[\s、,.，．。/]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing to look for: its plain text and the lexicon entries it may mean."""

    plain: str
    groups: tuple[Group, ...] = ()

    def ids(self, kind: WordKind) -> tuple[str, ...]:
        """Ids of its entries of one kind."""
        return tuple(group.id for group in self.groups if group.kind == kind)

    @property
    def strong(self) -> bool:
        """False for an unknown single character (开, 报), which says little."""
        return bool(self.groups) or len(self.plain) > 1

    @property
    def wide(self) -> bool:
        """True for a word that means any enterprise."""
        return any(group.wide for group in self.groups)


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood.

    `whole` is all of it in plain text, `named` that without its asking form, `core` without places, too.
    """

    text: str
    whole: str
    core: str
    named: str
    asks: Asks | None
    pieces: tuple[Piece, ...]
    places: tuple[Group, ...]
    path: tuple[str, ...]

    @property
    def departments(self) -> tuple[Group, ...]:
        """Departments that the question names, each once."""
        return self._named(WordKind.DEPARTMENT)

    @property
    def enterprises(self) -> tuple[Group, ...]:
        """Enterprise words that the question names."""
        return self._named(WordKind.ENTERPRISE)

    @property
    def every(self) -> tuple[str, ...]:
        """Periods that the question names."""
        return tuple(group.id for group in self._named(WordKind.EVERY))

    def _named(self, kind: WordKind) -> tuple[Group, ...]:
        groups = (group for piece in self.pieces for group in piece.groups if group.kind == kind)
        return tuple({group.id: group for group in groups}.values())


def understand(text: str, lexicon: Lexicon) -> Question:
    """Read a question of at most 200 characters (the rest is not looked at)."""
    shown = " ".join(text.split())[:MAX_CHARS]
    folded = fold(shown)
    asks, rest = _cut_asking(folded)
    if not plain(rest):
        rest = folded
    parts = rest.split()
    path = next((found for part in parts if (found := read_path(part))), ())
    words = [part for part in parts if not path or read_path(part) != path]
    pieces = [piece for part in words for piece in _pieces(part, lexicon)]
    places = [piece for piece in pieces if _is_place(piece)]
    if len(places) == len(pieces) and not path:
        places = []
    core = plain(" ".join(words))
    for place in places:
        core = plain(core.replace(place.plain, "", 1))
    return Question(
        text=shown,
        whole=plain(folded),
        core=core,
        named=plain(" ".join(words)),
        asks=asks,
        pieces=tuple(dict.fromkeys(piece for piece in pieces if piece not in places)),
        places=tuple({piece.groups[0].id: piece.groups[0] for piece in places}.values()),
        path=path,
    )


def read_path(text: str) -> tuple[str, ...]:
    """`附件4二(一)2`, `二、（一）2．` or `附件4/二/（一）/2` as path elements; empty when it is something else.

    A bare number is no path, and neither is a lone Chinese numeral inside other words.
    """
    rest = PATH_FILLING.sub("/", fold(text)).strip("/")
    elements: list[str] = []
    while rest:
        match = PATH_ELEMENT.match(rest)
        if match is None:
            return ()
        elements.append(_element(match.group()))
        rest = rest[match.end() :].lstrip("/")
    return () if not elements or elements[0].isdecimal() else tuple(elements)


def _element(written: str) -> str:
    if written.startswith("("):
        return f"（{written[1:-1]}）"
    if written.startswith("第") and written.endswith("段"):
        return f"¶{written[1:-1]}"
    return written


def _cut_asking(folded: str) -> tuple[Asks | None, str]:
    found: Asks | None = None
    for asks, pattern in PATTERNS:
        if match := pattern.search(folded):
            found = found or asks
            kept = match.group(1) if match.lastindex else ""
            folded = f"{folded[: match.start()]} {kept} {folded[match.end() :]}"
    return found, folded


def _pieces(part: str, lexicon: Lexicon) -> list[Piece]:
    found: list[Piece] = []
    for word, groups in lexicon.cut(plain(part)):
        kept = word if groups else _trim(word)
        if kept:
            found.append(Piece(kept, groups or lexicon.of(kept)))
    return found


def _trim(word: str) -> str:
    """Without idle words at either end; all of it when nothing else would be left of a single character."""
    changed = True
    while changed and word:
        before = word
        for head in IDLE_HEADS:
            word = word.removeprefix(head)
        for tail in IDLE_TAILS:
            word = word.removesuffix(tail)
        word = plain(word)
        changed = word != before
    return word


def _is_place(piece: Piece) -> bool:
    return bool(piece.groups) and all(group.kind == WordKind.PLACE for group in piece.groups)
