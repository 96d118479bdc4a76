"""A question against an index: tiers from strict to loose, each hit with the tier that found it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from search.analyzer import plain, query_terms
from search.document import SearchDocument, SearchDuty
from search.engine import NO_FILTERS, Area, Filters, Found, Reader, Wanted
from search.lexicon import Group, Lexicon, WordKind
from search.question import Piece, Question, understand
from search.ranking import Sought, Statistics, has_slot, rank
from search.vocabulary import Tier

# How many documents of a tier are ranked; what an engine finds beyond them is counted and no more.
WINDOW: Final = 1000
# Of the terms of a question that fits nowhere, so many of ten must be in a clause for it to be called near.
CLOSE_TENTHS: Final = 4
NEAREST: Final = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause with the duty that fits best (None when it has none), how it was found, whether it fills the slot
    that the question asks for, and whether it was found under words that mean the same.
    """

    document: SearchDocument
    duty: SearchDuty | None
    tier: Tier
    score: float
    answers: bool
    same: bool


@dataclass(frozen=True, slots=True)
class Result:
    """`hits` is one page; `next` the offset of the following page, None on the last; `tried` the tiers gone through."""

    question: Question
    hits: tuple[Hit, ...]
    total: int
    next: int | None
    tried: tuple[Tier, ...]
    nearest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One way of looking: `fallback` steps are taken only while nothing has been found; `same` ones look for nothing
    but what means the same.
    """

    tier: Tier
    wanted: Wanted
    sought: tuple[Sought, ...]
    fallback: bool = False
    same: bool = False


class Searcher:
    """Questions to one open index. `lengths` is the average length of each field in it."""

    def __init__(self, reader: Reader, lexicon: Lexicon, lengths: Mapping[str, float]) -> None:
        self.reader = reader
        self.lexicon = lexicon
        self._statistics = Statistics(reader.size, lengths, reader.frequency)

    def search(self, text: str, *, filters: Filters = NO_FILTERS, limit: int = 10, offset: int = 0) -> Result:
        """Hits by tier, score, plan id and text order. A place that the question names narrows the search to it."""
        question = understand(text, self.lexicon)
        narrowed = filters
        if question.places and not filters.places:
            narrowed = replace(filters, places=tuple(group.id for group in question.places))
        hits, total, tried = self._run(question, narrowed)
        if not hits and narrowed is not filters:
            # 青禾日报 names a paper, not a place: look for the words themselves, and for nothing merely like them.
            places = tuple(_as_piece(group.variants[0]) for group in question.places)
            loose = replace(question, core=question.named, pieces=(*places, *question.pieces))
            hits, total, _ = self._run(loose, filters, close=False)
        page = tuple(hits[offset : offset + limit])
        following = offset + limit if offset + limit < len(hits) else None
        nearest = () if hits else self._nearest(question)
        return Result(question, page, total, following, tried, nearest)

    def _run(
        self, question: Question, filters: Filters, *, close: bool = True
    ) -> tuple[list[Hit], int, tuple[Tier, ...]]:
        found: dict[str, Hit] = {}
        parts = self._sought(question.pieces, [_names(piece, question.pieces) for piece in question.pieces])
        total = 0
        tried: list[Tier] = []
        for step in self._steps(question, filters):
            if step.tier == Tier.CLOSE and (found or not close):
                continue
            # What the clauses themselves say goes first; but where none of them tells what is asked (how often, say),
            # those are let in that tell it and are about the rest by their plan's scope.
            narrow = step.fallback and bool(found)
            if narrow and (not has_slot(question) or any(hit.answers for hit in found.values())):
                continue
            if step.tier not in tried:
                tried.append(step.tier)
            got = self.reader.find(step.wanted, limit=WINDOW)
            fresh = [hit for hit in self._ranked(step, got, question, parts) if hit.document.anchor not in found]
            found.update((hit.document.anchor, hit) for hit in fresh if hit.answers or not narrow)
            total = max(total, 0 if narrow else got.total, len(found))
        return _in_order(found.values()), total, tuple(tried)

    def _ranked(self, step: Step, got: Found, question: Question, parts: tuple[Sought, ...]) -> list[Hit]:
        # In a tier that mended the question's words, duties are compared by what was really looked for.
        parts = step.sought if step.tier == Tier.CLOSE else parts
        ranked = [
            rank(document, step.sought, parts, question, self._statistics, step.wanted.filters)
            for document in got.documents
        ]
        ranked.sort(key=lambda item: (-item.score, item.document.order))
        # Words that are only like those asked for answer nothing.
        sure = step.tier != Tier.CLOSE
        return [
            Hit(item.document, item.duty, step.tier, item.score, sure and item.answers, step.same) for item in ranked
        ]

    def _steps(self, question: Question, filters: Filters) -> Iterator[Step]:
        if question.path:
            yield from self._path_steps(question, filters)
            return
        exact = list(dict.fromkeys(text for text in (question.whole, question.core) if text))
        for text in exact:
            yield self._step(Tier.EXACT, [[text]], _as_pieces(text, question), filters)
        for text in exact:
            yield self._step(Tier.EXACT, [[text]], _as_pieces(text, question), filters, area=Area.SHARED, fallback=True)
        pieces = question.pieces
        if pieces and (len(pieces) > 1 or pieces[0].plain not in exact):
            # 报, 开, 配 count where they are found, but are not asked of a clause beside words that say more.
            needed = [piece for piece in pieces if piece.strong] or pieces
            each = [[piece.plain] for piece in needed]
            yield self._step(Tier.ALL, each, needed, filters)
            yield self._step(Tier.ALL, each, needed, filters, area=Area.ANYWHERE, fallback=True)
        yield from self._alias_steps(pieces, filters)
        yield from self._close_steps(question, filters)

    def _alias_steps(self, pieces: Sequence[Piece], filters: Filters) -> Iterator[Step]:
        """By words that mean the same, then by all that the lexicon puts beside them."""
        same = [_names(piece, pieces, related=False) for piece in pieces]
        related = [_names(piece, pieces) for piece in pieces]
        for area in (Area.CONTENT, Area.ANYWHERE):
            fallback = area == Area.ANYWHERE
            if any(len(names) > 1 for names in same):
                yield self._step(Tier.ALIAS, same, pieces, filters, area=area, fallback=fallback, same=True)
            if related != same:
                yield self._step(Tier.ALIAS, related, pieces, filters, area=area, fallback=fallback)

    def _path_steps(self, question: Question, filters: Filters) -> Iterator[Step]:
        """The clause with that path first; words beside it must be in the clause or its plan."""
        at_path = replace(filters, paths=("/".join(question.path),))
        groups = [[piece.plain] for piece in question.pieces]
        yield self._step(Tier.EXACT, groups, question.pieces, at_path, area=Area.ANYWHERE)

    def _close_steps(self, question: Question, filters: Filters) -> Iterator[Step]:
        mended = [self._mended(piece) for piece in question.pieces if piece.strong]
        heard = _most(mended, [piece for piece in mended if piece.groups or self._heard(piece)])
        if heard and heard != list(question.pieces):
            yield self._named_step(heard, filters)
        terms = [plain(term) for term in dict.fromkeys(query_terms(question.core))]
        if len(terms) > 1:
            minimum = max(2, -(-len(terms) * CLOSE_TENTHS // 10))
            pieces = [_as_piece(term) for term in terms]
            yield self._step(Tier.CLOSE, [[term] for term in terms], pieces, filters, minimum=minimum, fallback=True)
        known = _most(mended, [piece for piece in mended if piece.groups])
        if known != heard:
            yield self._named_step(known, filters)

    def _named_step(self, pieces: Sequence[Piece], filters: Filters) -> Step:
        return self._step(Tier.CLOSE, [_names(piece, pieces) for piece in pieces], pieces, filters, fallback=True)

    def _heard(self, piece: Piece) -> bool:
        """Does every term of it occur somewhere?"""
        return all(self.reader.frequency(term) for term in query_terms(piece.plain))

    def _mended(self, piece: Piece) -> Piece:
        """The known word that differs in one character, if there is one."""
        if piece.groups:
            return piece
        near = self.lexicon.near(piece.plain)
        return Piece(near[0], self.lexicon.of(near[0])) if near else piece

    def _step(
        self,
        tier: Tier,
        groups: Sequence[Sequence[str]],
        pieces: Sequence[Piece],
        filters: Filters,
        *,
        area: Area = Area.CONTENT,
        minimum: int | None = None,
        fallback: bool = False,
        same: bool = False,
    ) -> Step:
        phrases = tuple(tuple(query_terms(text) for text in group) for group in groups)
        sought = self._sought(pieces, groups)
        wanted = Wanted(groups=phrases, area=area, minimum=minimum, filters=filters)
        return Step(tier, wanted, sought, fallback, same)

    def _sought(self, pieces: Sequence[Piece], groups: Sequence[Sequence[str]]) -> tuple[Sought, ...]:
        rarity = self._statistics.rarity
        found = []
        for piece, (_, *others) in zip(pieces, groups, strict=True):
            same = {name for group in piece.groups for name in _same(piece, group)}
            names = tuple(name for name in others if name in same)
            related = tuple(name for name in others if name not in same)
            found.append(Sought(piece, names, related, rarity(piece.plain)))
        return tuple(found)

    def _nearest(self, question: Question) -> tuple[str, ...]:
        """Names of the lexicon that share most characters with what was asked, for a did-you-mean."""
        asked = set(query_terms(question.core)) | set(question.core)
        scored = []
        for number, group in enumerate(self.lexicon.groups):
            if group.kind == WordKind.EVERY:
                continue
            word = max(group.variants, key=lambda variant: (_likeness(asked, variant), -len(variant)))
            if (likeness := _likeness(asked, word)) > 0:
                scored.append((-likeness, number, group.name))
        return tuple(dict.fromkeys(name for _, _, name in sorted(scored)))[:NEAREST]


def _likeness(asked: set[str], variant: str) -> float:
    terms = set(query_terms(variant))
    return len(terms & asked) / len(terms) if terms else 0.0


def _most(pieces: list[Piece], some: list[Piece]) -> list[Piece]:
    """Some of the pieces if they hold at least half of what is asked, else all."""
    said = sum(len(piece.plain) for piece in some)
    return some if said * 2 >= sum(len(piece.plain) for piece in pieces) else pieces


def _as_piece(text: str) -> Piece:
    return Piece(text)


def _as_pieces(text: str, question: Question) -> tuple[Piece, ...]:
    """The whole text as one piece, with the meaning of the single piece that it is, if it is one."""
    groups = question.pieces[0].groups if len(question.pieces) == 1 and question.pieces[0].plain == text else ()
    return (Piece(text, groups),)


def _names(piece: Piece, among: Sequence[Piece], *, related: bool = True) -> list[str]:
    """The piece and everything else it is called, less what another piece already asks for.

    Without the `related`, only those that mean the same.
    """
    others = [other.plain for other in among if other is not piece]
    names = [name for group in piece.groups for name in (group.variants if related else _same(piece, group))]
    kept = [name for name in names if not any(other in name or name in other for other in others)]
    return list(dict.fromkeys([piece.plain, *kept]))


def _same(piece: Piece, group: Group) -> tuple[str, ...]:
    """The names of one of the piece's entries that mean the same as the piece.

    A topic gathers what belongs together: all of it is meant by its own name, but by 灭火器 no other part of 消防安全.
    """
    own = group.variants[0]
    if group.kind != WordKind.TOPIC or piece.plain == own:
        return group.variants
    return tuple(name for name in group.variants if name == own or name in piece.plain)


def _in_order(found: Iterable[Hit]) -> list[Hit]:
    """Strict tiers first, in each of them what fills the slot asked for. Where the strictest tiers leave it open, the
    first that fills it goes before them, as long as its words are those of the question or mean the same.
    """
    hits = list(found)
    order = list(Tier)
    telling = [hit.tier for hit in hits if hit.answers and (hit.same or hit.tier != Tier.ALIAS)]
    strictest = min(telling, key=order.index, default=None)

    def place(hit: Hit) -> tuple[bool, int, bool]:
        leads = hit.answers and hit.tier == strictest and (hit.same or hit.tier != Tier.ALIAS)
        return not leads, order.index(hit.tier), not hit.answers

    return sorted(hits, key=place)
