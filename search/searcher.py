"""A question against an index: tiers from strict to loose, each hit with the tier that found it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from search.analyzer import plain, query_terms
from search.document import SearchDocument, SearchDuty
from search.engine import NO_FILTERS, Area, Filters, Found, Reader, Wanted
from search.lexicon import Lexicon, WordKind
from search.question import Piece, Question, understand
from search.ranking import Sought, Statistics, rank
from search.vocabulary import Tier

# How many documents of a tier are ranked; what an engine finds beyond them is counted and no more.
WINDOW: Final = 300
# Of the terms of a question that fits nowhere, so many of ten must be in a clause for it to be called near.
CLOSE_TENTHS: Final = 4
NEAREST: Final = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause with the duty that answers best (None when it has none), and how it was found."""

    document: SearchDocument
    duty: SearchDuty | None
    tier: Tier
    score: float


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
    """One way of looking: `fallback` steps are taken only while nothing has been found."""

    tier: Tier
    wanted: Wanted
    sought: tuple[Sought, ...]
    fallback: bool = False


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
            if (step.fallback and found) or (step.tier == Tier.CLOSE and not close):
                continue
            if step.tier not in tried:
                tried.append(step.tier)
            got = self.reader.find(step.wanted, limit=WINDOW)
            fresh = [hit for hit in self._ranked(step, got, question, parts) if hit.document.anchor not in found]
            found.update((hit.document.anchor, hit) for hit in fresh)
            total = max(total, got.total, len(found))
        return list(found.values()), total, tuple(tried)

    def _ranked(self, step: Step, got: Found, question: Question, parts: tuple[Sought, ...]) -> list[Hit]:
        # In a tier that mended the question's words, duties are compared by what was really looked for.
        parts = step.sought if step.tier == Tier.CLOSE else parts
        ranked = [
            rank(document, step.sought, parts, question, self._statistics, step.wanted.filters)
            for document in got.documents
        ]
        ranked.sort(key=lambda item: (-item.score, item.document.order))
        return [Hit(item.document, item.duty, step.tier, item.score) for item in ranked]

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
            each = [[piece.plain] for piece in pieces]
            yield self._step(Tier.ALL, each, pieces, filters)
            yield self._step(Tier.ALL, each, pieces, filters, area=Area.ANYWHERE, fallback=True)
        named = [_names(piece, pieces) for piece in pieces]
        if any(len(names) > 1 for names in named):
            yield self._step(Tier.ALIAS, named, pieces, filters)
            yield self._step(Tier.ALIAS, named, pieces, filters, area=Area.ANYWHERE, fallback=True)
        yield from self._close_steps(question, filters)

    def _path_steps(self, question: Question, filters: Filters) -> Iterator[Step]:
        """The clause with that path first; words beside it must be in the clause or its plan."""
        at_path = replace(filters, paths=("/".join(question.path),))
        groups = [[piece.plain] for piece in question.pieces]
        yield self._step(Tier.EXACT, groups, question.pieces, at_path, area=Area.ANYWHERE)

    def _close_steps(self, question: Question, filters: Filters) -> Iterator[Step]:
        mended = [self._mended(piece) for piece in question.pieces if piece.strong]
        if mended and mended != list(question.pieces):
            named = [_names(piece, mended) for piece in mended]
            yield self._step(Tier.CLOSE, named, mended, filters, fallback=True)
        terms = [plain(term) for term in dict.fromkeys(query_terms(question.core))]
        if len(terms) > 1:
            minimum = max(2, -(-len(terms) * CLOSE_TENTHS // 10))
            pieces = [_as_piece(term) for term in terms]
            yield self._step(Tier.CLOSE, [[term] for term in terms], pieces, filters, minimum=minimum, fallback=True)

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
    ) -> Step:
        phrases = tuple(tuple(query_terms(text) for text in group) for group in groups)
        sought = self._sought(pieces, groups)
        wanted = Wanted(groups=phrases, area=area, minimum=minimum, filters=filters)
        return Step(tier, wanted, sought, fallback)

    def _sought(self, pieces: Sequence[Piece], groups: Sequence[Sequence[str]]) -> tuple[Sought, ...]:
        rarity = self._statistics.rarity
        return tuple(
            Sought(piece, tuple(group[1:]), rarity(piece.plain)) for piece, group in zip(pieces, groups, strict=True)
        )

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


def _as_piece(text: str) -> Piece:
    return Piece(text)


def _as_pieces(text: str, question: Question) -> tuple[Piece, ...]:
    """The whole text as one piece, with the meaning of the single piece that it is, if it is one."""
    groups = question.pieces[0].groups if len(question.pieces) == 1 and question.pieces[0].plain == text else ()
    return (Piece(text, groups),)


def _names(piece: Piece, among: Sequence[Piece]) -> list[str]:
    """The piece and everything else it is called, less what another piece already asks for."""
    others = [other.plain for other in among if other is not piece]
    names = [variant for group in piece.groups for variant in group.variants]
    kept = [name for name in names if not any(other in name or name in other for other in others)]
    return list(dict.fromkeys([piece.plain, *kept]))
