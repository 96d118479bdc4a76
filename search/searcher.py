"""A question against an index: tiers from strict to loose, each hit with the tier that found it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from search.candidates import HUGE, Candidates
from search.cutting import Cutter
from search.document import SearchDocument, SearchDuty, told_by
from search.engine import NO_FILTERS, Filters, Found, Reader
from search.lexicon import Lexicon
from search.memory import remembered
from search.named import Named
from search.nearest import NearestNames
from search.question import Piece, Question, understand
from search.ranking import coverage, has_slot, rank
from search.sought import Sought, Statistics
from search.steps import Planner, Step
from search.vocabulary import IDLE_UNITS, Asks, Tier

# A clause that holds less than this of what is asked, by worth, or less than that of what the nearest one holds, is no
# hit at all.
LEAST_COVERAGE: Final = 0.1
LEAST_OF_BEST: Final = 0.5
# And with less than this it is shown, but not as an answer.
SURE_COVERAGE: Final = 0.4
# Of clauses that hold but a part of the question one that fills the slot goes first, if it scores so much of the best.
NEAR_ANSWER: Final = 0.8
# So many of those near are compared in full.
RANKED: Final = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause with the duty that fits best (None when it has none), how it was found, whether it fills the slot
    that the question asks for, and whether it was found under words that mean the same.

    `covers` is the share of the question that it holds, below 1 only where most of the terms had to do; `sought` is
    what was looked for, `expired` tells that its plan has run out.
    """

    document: SearchDocument
    duty: SearchDuty | None
    tier: Tier
    score: float
    answers: bool
    same: bool
    covers: float
    expired: bool
    sought: tuple[Sought, ...]

    @property
    def sure(self) -> bool:
        """Does it hold enough of the question to be shown as its answer? Two characters that it happens to share with
        it (公交 in 公交改线) are not enough.
        """
        if self.covers == 1 or self.covers < SURE_COVERAGE:
            return self.covers == 1
        told = told_by(self.document)
        held = [item.piece for item in self.sought if item.worth and item.share_in(told)]
        words = [piece for piece in held if piece.groups or (piece.strong and IDLE_UNITS.isdisjoint(piece.plain))]
        return len(words) > 1 or any(piece.groups for piece in words)


@dataclass(frozen=True, slots=True)
class Result:
    """`hits` is one page; `next` the offset of the following page, None on the last; `tried` the tiers gone through.

    `at_least` when so many clauses may match that not all were looked at: then `total` is the least that do, and the
    pages may end before they have shown as many.
    """

    question: Question
    hits: tuple[Hit, ...]
    total: int
    at_least: bool
    next: int | None
    tried: tuple[Tier, ...]
    nearest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finds:
    """All that one look found, in order. `total` and `at_least` are those of a result."""

    hits: list[Hit]
    total: int
    at_least: bool
    tried: tuple[Tier, ...]


class Searcher:
    """Questions to one open index. `lengths` is the average length of each field in it."""

    def __init__(self, reader: Reader, lexicon: Lexicon, lengths: Mapping[str, float]) -> None:
        self.reader = reader
        self.lexicon = lexicon
        frequency = remembered(reader.frequency)
        self._statistics = Statistics(reader.size, lengths, frequency)
        self._planner = Planner(self._statistics, Cutter(lexicon, frequency))
        self._names = NearestNames(lexicon)

    def search(
        self, text: str, *, filters: Filters = NO_FILTERS, limit: int = 10, offset: int = 0, today: str = ""
    ) -> Result:
        """Hits by tier, score, plan id and text order. A place that the question names narrows the search to it.

        `today` is the ISO day on which plans are judged to have run out, and from which 下个月 is counted.
        """
        question = understand(text, self.lexicon, today=today)
        narrowed = filters
        if question.places and not filters.places:
            narrowed = replace(filters, places=tuple(group.id for group in question.places))
        end = offset + limit
        narrow = self.reader.size > HUGE
        found = self._all_hits(question, narrowed, filters, today, narrow=narrow)
        hits = found.hits
        following = end if end < (max(found.total, len(hits)) if narrow else len(hits)) else None
        if narrow and end > len(hits) and found.total > len(hits):
            # Further pages hold what a closer look finds, after all that the first look found.
            found = self._all_hits(question, narrowed, filters, today)
            known = {hit.document.anchor for hit in hits}
            hits += [hit for hit in found.hits if hit.document.anchor not in known]
            following = end if end < len(hits) else None
        page = tuple(_as_typed(hit, question) for hit in hits[offset:end])
        nearest = () if hits and hits[0].sure else self._names.of(question.core)
        return Result(question, page, found.total, found.at_least, following, found.tried, nearest)

    def _all_hits(
        self, question: Question, narrowed: Filters, filters: Filters, today: str, *, narrow: bool = False
    ) -> Finds:
        """Inside the places that the question names; where that finds nothing, outside them as well."""
        found = self._run(question, narrowed, today, narrow=narrow)
        if not found.hits and narrowed is not filters and question.pieces:
            # 青禾日报 names a paper, not a place: look for the words themselves, and for nothing merely like them.
            places = tuple(Piece(group.variants[0]) for group in question.places)
            loose = replace(question, core=question.named, pieces=(*places, *question.pieces))
            found = replace(self._run(loose, filters, today, close=False, narrow=narrow), tried=found.tried)
        return found

    def _run(
        self, question: Question, filters: Filters, today: str, *, close: bool = True, narrow: bool = False
    ) -> Finds:
        found: dict[str, Hit] = {}
        parts = self._planner.parts(question)
        candidates = Candidates(self.reader, self._planner.widest(question, filters), narrow=narrow)
        total, at_least = 0, False
        tried: list[Tier] = []

        def settled() -> bool:
            return bool(found) and (narrow or not self._is_open(question, found.values()))

        for step in self._steps(question, filters, close=close, settled=settled):
            # What the clauses themselves say goes first; but where none of them tells what is asked (how often, say),
            # those are let in that tell it and are about the rest by their plan's scope.
            closing = step.fallback and bool(found)
            full = narrow and len(found) >= candidates.window
            if (closing or full) and settled():
                at_least = at_least or not closing or self._is_open(question, found.values())
                continue
            if step.tier not in tried:
                tried.append(step.tier)
            got = candidates.find(step, first=not found)
            fresh = self._ranked(step, got, question, parts, today, known=found.keys())
            found.update((hit.document.anchor, hit) for hit in fresh if hit.answers or not closing or step.loose)
            # What a date alone lets through is counted here, what was only looked at to find more is not.
            counted = not closing and not step.loose and bool(step.sought or question.path)
            total = max(total, got.total if counted else 0, len(found))
            at_least = at_least or got.total > len(got.documents)
        if close and not found and not question.path and Tier.CLOSE not in tried:
            tried.append(Tier.CLOSE)
        return Finds(_in_order(question, found.values()), total, at_least, tuple(tried))

    def _steps(
        self, question: Question, filters: Filters, *, close: bool, settled: Callable[[], bool]
    ) -> Iterator[Step]:
        """Close ones are not even thought of where the strict ones have settled it."""
        yield from self._planner.strict(question, filters)
        if close and not question.path and not settled():
            yield from self._planner.close(question, filters)

    def _is_open(self, question: Question, found: Iterable[Hit]) -> bool:
        """Is something asked that no hit tells yet?"""
        return has_slot(question) and not any(hit.answers for hit in found)

    def _ranked(
        self,
        step: Step,
        got: Found,
        question: Question,
        parts: tuple[Sought, ...],
        today: str,
        *,
        known: Collection[str],
    ) -> list[Hit]:
        """What the step found beside what is known by anchor, best first."""
        # In a tier that mended the question's words, duties are compared by what was really looked for.
        parts = step.sought if step.tier == Tier.CLOSE else parts
        covers = {item.anchor: coverage(item, step.sought) for item in got.documents} if step.loose else {}
        documents = _nearest(got.documents, covers)
        if question.when and not step.sought:
            documents = tuple(item for item in documents if any(map(question.when.holds, item.due)))
        documents = tuple(item for item in documents if item.anchor not in known)
        if not documents:
            return []
        named = Named.of(question, parts)
        ranked = [
            rank(
                item,
                step.sought,
                parts,
                question,
                named,
                self._statistics,
                step.wanted.filters,
                today=today,
                loose=step.loose,
            )
            for item in documents
        ]
        ranked.sort(key=lambda item: (-item.score, item.document.order))
        return [
            Hit(
                document=item.document,
                duty=item.duty,
                tier=step.tier,
                score=item.score,
                answers=item.answers,
                same=step.same,
                covers=covers.get(item.document.anchor, 1.0),
                expired=item.expired,
                sought=step.sought,
            )
            for item in ranked
        ]


def _nearest(documents: tuple[SearchDocument, ...], covers: Mapping[str, float]) -> tuple[SearchDocument, ...]:
    """Those that hold most of the question by their anchor's share; all where none of it may be missing."""
    if not covers:
        return documents
    least = max(LEAST_COVERAGE, LEAST_OF_BEST * max(covers.values()))
    kept = [item for item in documents if covers[item.anchor] >= least]
    return tuple(sorted(kept, key=lambda item: (-covers[item.anchor], item.order))[:RANKED])


def _as_typed(hit: Hit, question: Question) -> Hit:
    """A hit under traditional characters is found under another way of writing, whatever else fits."""
    return replace(hit, tier=Tier.ALIAS) if question.simplified and hit.tier in {Tier.EXACT, Tier.ALL} else hit


def _in_order(question: Question, found: Iterable[Hit]) -> list[Hit]:
    """Strict tiers first, in each of them what fills the slot asked for. Where the strictest tiers leave it open, the
    first that fills it goes before them, as long as its words are those of the question or mean the same. What holds
    but a part of the question stands behind what holds it with its slips put right, and goes before others of its sort
    only if it scores about as high as the best of them.

    But who asks 归谁管 is told by a clause of the very words, though it names no department; only 谁牵头 asks for one.
    """
    hits = list(found)
    tiers = {Tier.EXACT, Tier.ALL}
    if question.asks != Asks.OWNER or question.asks_lead:
        tiers.add(Tier.ALIAS)
    order = list(Tier)
    strictest = min((hit.tier for hit in hits if _tells(hit, tiers)), key=order.index, default=None)

    nearest = max((hit.score for hit in hits if hit.covers < 1), default=0.0)

    def place(hit: Hit) -> tuple[bool, int, bool, bool]:
        leads = hit.tier == strictest and _tells(hit, tiers)
        answers = hit.answers and (hit.covers == 1 or hit.score >= NEAR_ANSWER * nearest)
        return not leads, order.index(hit.tier), hit.covers < 1, not answers

    return sorted(hits, key=place)


def _tells(hit: Hit, tiers: Collection[Tier]) -> bool:
    return hit.answers and hit.tier in tiers and (hit.tier != Tier.ALIAS or hit.same)
