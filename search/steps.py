"""The ways of looking for a question, strict before loose. The tiers and their order are decided here alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from search.analyzer import query_terms
from search.cutting import Cutter, weighty
from search.engine import Area, Filters, Wanted
from search.lexicon import Group, WordKind
from search.memory import remembered
from search.question import Piece, Question
from search.sought import IDLE_WEIGHT, KNOWN_WEIGHT, Sought, Statistics
from search.vocabulary import IDLE_UNITS, PAPER_WORDS, Tier

# Of the terms of a question that fits nowhere, so many of ten must be in a clause for it to be called near.
CLOSE_TENTHS: Final = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One way of looking: `fallback` steps are taken only while nothing has been found; `same` ones look for nothing
    but what means the same; `loose` ones take clauses that hold only some of what they look for.
    """

    tier: Tier
    wanted: Wanted
    sought: tuple[Sought, ...]
    fallback: bool = False
    same: bool = False
    loose: bool = False


class Planner:
    """Makes the steps of questions to one index."""

    def __init__(self, statistics: Statistics, cutter: Cutter) -> None:
        self._cutter = cutter
        self._terms = remembered(query_terms)
        self._rarity = remembered(statistics.rarity)

    def parts(self, question: Question) -> tuple[Sought, ...]:
        """The pieces of a question with all their names, by which duties are compared."""
        pieces = self._cutter.cut(question.pieces)
        return self._sought(pieces, [names_of(piece, pieces) for piece in pieces])

    def strict(self, question: Question, filters: Filters) -> Iterator[Step]:
        """By the words themselves, then by what the lexicon puts beside them."""
        if question.path:
            yield self._path_step(question, filters)
            return
        exact = list(dict.fromkeys(text for text in (question.whole, question.dated, question.core) if text))
        for area in (Area.CONTENT, Area.SHARED):
            for text in exact:
                pieces = _as_pieces(text, question)
                yield self._step(Tier.EXACT, [[text]], pieces, filters, area=area, fallback=area == Area.SHARED)
        if not question.pieces and question.when:
            yield self._step(Tier.ALL, [], [], filters)
            return
        pieces = question.pieces
        cut = self._cutter.cut(pieces)
        if pieces and (len(pieces) > 1 or pieces[0].plain not in exact or cut != pieces):
            for row in dict.fromkeys((weighty(pieces), weighty(cut))):
                each = [[piece.plain] for piece in row]
                yield self._step(Tier.ALL, each, row, filters)
                yield self._step(Tier.ALL, each, row, filters, area=Area.ANYWHERE, fallback=True)
        yield from self._alias_steps(weighty(cut), filters)

    def widest(self, question: Question, filters: Filters) -> Wanted | None:
        """What every strict step asks for, and more: whatever they find is among this. None for a path or a date."""
        if question.path or not question.pieces:
            return None
        pieces = weighty(self._cutter.cut(question.pieces))
        groups = tuple(self._phrases(names_of(piece, pieces)) for piece in pieces)
        return Wanted(groups=groups, area=Area.ANYWHERE, filters=filters)

    def close(self, question: Question, filters: Filters) -> Iterator[Step]:
        """With words put right, then by most of the terms; all of it is fallback."""
        mended = self._cutter.mend(question.core, question.pieces)
        if mended != question.pieces:
            yield from self._mended(mended, filters)
        if not self._cutter.has_strange_number(question.pieces):
            yield from self._loose(mended, filters)

    def _mended(self, mended: Sequence[Piece], filters: Filters) -> Iterator[Step]:
        """With words put right that were misspelt or typed by sound."""
        pieces = weighty(self._cutter.cut(mended))
        each = [[piece.plain] for piece in pieces]
        same = [names_of(piece, pieces, related=False) for piece in pieces]
        related = [names_of(piece, pieces) for piece in pieces]
        for area in (Area.CONTENT, Area.ANYWHERE):
            for names in (each, same, related):
                yield self._step(
                    Tier.CLOSE, names, pieces, filters, area=area, fallback=True, same=names is not related
                )

    def _loose(self, mended: Sequence[Piece], filters: Filters) -> Iterator[Step]:
        """By most of the terms."""
        pieces = self._cutter.scatter(mended)
        names = [names_of(piece, pieces) for piece in pieces]
        heard = [row for row in names if any(map(self._cutter.is_heard, row))]
        if not heard:
            return
        minimum = max(1, len(heard) * CLOSE_TENTHS // 10)
        groups = tuple(map(self._phrases, heard))
        wanted = Wanted(groups=groups, area=Area.ANYWHERE, minimum=minimum, filters=filters)
        sought = tuple(map(self._weighed, self._sought(pieces, names)))
        yield Step(Tier.CLOSE, wanted, sought, fallback=True, loose=True)

    def _weighed(self, item: Sought) -> Sought:
        """With what it counts for beside others that may be missing. A known word is as common as the commonest of its
        names: 工人 stands in few clauses by that name, but in many by others. Two characters of which one is idle mean
        little, and nothing where no clause has them.
        """
        if item.piece.groups:
            heard = [self._rarity(name) for name in (item.piece.plain, *item.names) if self._cutter.is_heard(name)]
            return replace(item, worth=KNOWN_WEIGHT * min(heard, default=item.worth))
        if IDLE_UNITS.isdisjoint(item.piece.plain):
            return item
        return replace(item, worth=IDLE_WEIGHT * item.worth if self._cutter.is_heard(item.piece.plain) else 0.0)

    def _alias_steps(self, pieces: Sequence[Piece], filters: Filters) -> Iterator[Step]:
        """By words that mean the same, then by all that the lexicon puts beside them."""
        same = [names_of(piece, pieces, related=False) for piece in pieces]
        related = [names_of(piece, pieces) for piece in pieces]
        for area in (Area.CONTENT, Area.ANYWHERE):
            fallback = area == Area.ANYWHERE
            if any(len(names) > 1 for names in same):
                yield self._step(Tier.ALIAS, same, pieces, filters, area=area, fallback=fallback, same=True)
            if related != same:
                yield self._step(Tier.ALIAS, related, pieces, filters, area=area, fallback=fallback)

    def _path_step(self, question: Question, filters: Filters) -> Step:
        """The clause with that path; words beside it must be in the clause or its plan."""
        at_path = replace(filters, paths=("/".join(question.path),))
        pieces = [piece for piece in question.pieces if piece.strong and piece.plain not in PAPER_WORDS]
        return self._step(Tier.EXACT, [[piece.plain] for piece in pieces], pieces, at_path, area=Area.ANYWHERE)

    def _step(
        self,
        tier: Tier,
        groups: Sequence[Sequence[str]],
        pieces: Sequence[Piece],
        filters: Filters,
        *,
        area: Area = Area.CONTENT,
        fallback: bool = False,
        same: bool = False,
    ) -> Step:
        wanted = Wanted(groups=tuple(map(self._phrases, groups)), area=area, filters=filters)
        return Step(tier, wanted, self._sought(pieces, groups), fallback, same)

    def _sought(self, pieces: Sequence[Piece], groups: Sequence[Sequence[str]]) -> tuple[Sought, ...]:
        found = []
        for piece, (_, *others) in zip(pieces, groups, strict=True):
            same = {name for group in piece.groups for name in same_names(piece, group)}
            names = tuple(name for name in others if name in same)
            related = tuple(name for name in others if name not in same)
            found.append(Sought(piece, names, related, self._worth(piece.plain, names or related)))
        return tuple(found)

    def _phrases(self, names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        return tuple(map(self._terms, names))

    def _worth(self, text: str, names: Sequence[str]) -> float:
        """The rarity of a word; of one that no clause has, that of the rarest other name for it."""
        if self._cutter.is_heard(text):
            return self._rarity(text)
        heard = [self._rarity(name) for name in names if self._cutter.is_heard(name)]
        return max(heard, default=self._rarity(text))


def _as_pieces(text: str, question: Question) -> tuple[Piece, ...]:
    """The whole text as one piece, with the meaning of the single piece that it is, if it is one."""
    groups = question.pieces[0].groups if len(question.pieces) == 1 and question.pieces[0].plain == text else ()
    return (Piece(text, groups),)


def names_of(piece: Piece, among: Sequence[Piece], *, related: bool = True) -> list[str]:
    """The piece and everything else it is called, less what another piece already asks for.

    Without the `related`, only those that mean the same. A word for any enterprise asks for none of them: 改革重组企业
    stays a name of 改制重组 beside 企业.
    """
    others = [other.plain for other in among if other is not piece and not other.wide]
    names = [name for group in piece.groups for name in same_names(piece, group)]
    if related:
        names += [name for group in piece.groups for name in (*group.variants, *group.broader)]
    kept = [name for name in names if not any(other in name or name in other for other in others)]
    return list(dict.fromkeys([piece.plain, *kept]))


def same_names(piece: Piece, group: Group) -> tuple[str, ...]:
    """The names of one of the piece's entries that mean the same as the piece.

    A topic gathers what belongs together: all of it is meant by its own name, but by 灭火器 no other part of 消防安全.
    Its name is meant by words with the same head, which in Chinese stands last: 电瓶车 is 电动自行车.
    """
    own = group.variants[0]
    if group.kind != WordKind.TOPIC or piece.plain == own:
        return group.variants
    return tuple(name for name in group.variants if name in piece.plain or (name == own and own[-1] == piece.plain[-1]))
