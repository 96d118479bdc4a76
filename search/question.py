"""What a question says: the slot it asks for, the places and departments it names, and the pieces to look for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from search.analyzer import fold, plain
from search.dates import When, cut_when
from search.lexicon import Group, Lexicon, WordKind
from search.paths import cut_last_path, cut_path
from search.traditional import simplify
from search.vocabulary import (
    ASK_PATTERNS,
    CITES_PATTERNS,
    DAY_OF_MONTH,
    IDLE_HEADS,
    IDLE_TAILS,
    IDLE_UNITS,
    LEAD,
    PLAN,
    SPACED_CODE,
    Asks,
)

MAX_CHARS: Final = 200
CITES: Final = tuple(map(re.compile, CITES_PATTERNS))
PATTERNS: Final = tuple((asks, re.compile(pattern)) for asks, pattern in ASK_PATTERNS)


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing to look for: its plain text and the lexicon entries it may mean."""

    plain: str
    groups: tuple[Group, ...] = ()

    def ids(self, kind: WordKind) -> tuple[str, ...]:
        """Ids of its entries of one kind."""
        return tuple(group.id for group in self.groups if group.kind == kind)

    @property
    def names(self) -> tuple[str, ...]:
        """The piece as it stands, and all other names of what it may mean."""
        others = (name for group in self.groups for name in (*group.variants, *group.broader))
        return tuple(dict.fromkeys((self.plain, *others)))

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

    `whole` is all of it in plain text, `named` that without its asking form, `dated` without places, too, and `core`
    without dates besides.
    `cites` when it asks for the standard or paper to go by, `simplified` when traditional characters were read as
    simplified ones.
    """

    text: str
    whole: str
    core: str
    dated: str
    named: str
    asks: Asks | None
    pieces: tuple[Piece, ...]
    places: tuple[Group, ...]
    path: tuple[str, ...]
    when: When | None = None
    simplified: bool = False
    cites: bool = False

    @property
    def asks_lead(self) -> bool:
        """Is it a department that leads that is asked for, not anybody who may have to see to it?"""
        return self.asks == Asks.OWNER and LEAD in self.whole

    @property
    def asks_basis(self) -> bool:
        """Is it what a plan itself goes by that is asked for?"""
        return self.cites and PLAN in self.whole

    @property
    def departments(self) -> tuple[Group, ...]:
        """Departments that the question names, each once."""
        return self._named(WordKind.DEPARTMENT)

    @property
    def enterprises(self) -> tuple[Group, ...]:
        """Enterprise words that the question names."""
        return self._named(WordKind.ENTERPRISE)

    @property
    def plans(self) -> tuple[Group, ...]:
        """Plans that the question names by title or number."""
        return self._named(WordKind.PLAN)

    @property
    def papers(self) -> tuple[Group, ...]:
        """Standards and other papers that the question names, by title or number."""
        return (*self._named(WordKind.STANDARD), *self._named(WordKind.DOCUMENT))

    @property
    def every(self) -> tuple[str, ...]:
        """Periods that the question names."""
        return tuple(group.id for group in self._named(WordKind.EVERY))

    def _named(self, kind: WordKind) -> tuple[Group, ...]:
        groups = (group for piece in self.pieces for group in piece.groups if group.kind == kind)
        return tuple({group.id: group for group in groups}.values())


def understand(text: str, lexicon: Lexicon, *, today: str = "") -> Question:
    """Read a question of at most 200 characters (the rest is not looked at). `today`, an ISO day, is what 下个月 and
    今年 are counted from.
    """
    shown = " ".join(text.split())[:MAX_CHARS]
    typed = fold(shown)
    folded = simplify(typed)
    path, pathless = cut_path(re.sub(*DAY_OF_MONTH, re.sub(*SPACED_CODE, folded)))
    uncited = _cut_cites(pathless)
    asks, rest = _cut_asking(uncited)
    if not path:
        # 第13条归谁管: what asks stood behind it.
        path, rest = cut_last_path(rest)
    if not plain(rest) and not path:
        rest = folded
    when, undated = cut_when(rest, today=today)
    if not plain(undated) and when is None:
        undated = rest
    pieces = [piece for part in undated.split() for piece in _pieces(part, lexicon)]
    if when is not None and not any(piece.strong for piece in pieces):
        # 下个月要交什么: what is due is asked for, not what has a 交 in it.
        pieces, undated = [], ""
    places = [piece for piece in pieces if _is_place(piece)]
    if len(places) == len(pieces) and not path and undated == rest:
        places = []
    dated, core = plain(rest), plain(undated)
    for place in places:
        dated, core = (plain(text.replace(place.plain, "", 1)) for text in (dated, core))
    return Question(
        text=shown,
        whole=plain(folded),
        core=core,
        dated=dated,
        named=plain(rest),
        asks=asks,
        pieces=tuple(dict.fromkeys(piece for piece in pieces if piece not in places)),
        places=tuple({piece.groups[0].id: piece.groups[0] for piece in places}.values()),
        path=path,
        when=when,
        simplified=folded != typed,
        cites=uncited != pathless,
    )


def _cut_cites(folded: str) -> str:
    for pattern in CITES:
        folded = pattern.sub(" ", folded)
    return folded


def _cut_asking(folded: str) -> tuple[Asks | None, str]:
    found: Asks | None = None
    for asks, pattern in PATTERNS:
        while match := pattern.search(folded):
            found = found or asks
            kept = match.group(1) if match.lastindex else ""
            folded = f"{folded[: match.start()]} {kept} {folded[match.end() :]}"
    return found, folded


def _pieces(part: str, lexicon: Lexicon) -> list[Piece]:
    found: list[Piece] = []
    for word, groups in lexicon.cut(plain(part)):
        kept = word if groups else trim(word)
        if kept and kept not in IDLE_UNITS:
            found.append(Piece(kept, groups or lexicon.of(kept)))
    return found


def trim(word: str) -> str:
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
