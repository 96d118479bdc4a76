"""How good a hit is: BM25 over weighted fields, then the duty that fits best. Ours alone, so every engine ranks alike.

`assets/search.js` computes the same figures; change both together (tests/cases/search.yml compares them).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from search.analyzer import query_terms
from search.document import FIELD_WEIGHTS, SearchDocument, SearchDuty
from search.engine import Filters
from search.lexicon import WordKind
from search.question import Piece, Question
from search.vocabulary import Asks

# BM25: how soon repetition stops counting, and how much a long field is held against itself.
SATURATION: Final = 1.2
LENGTH_SHARE: Final = 0.5
# A text found under another name counts for less than the word itself.
ALIAS_SHARE: Final = 0.7
# And something merely of the same topic for less again.
RELATED_SHARE: Final = 0.4
# What one duty holding all that is asked is worth beside the words strewn over the clause.
DUTY_WEIGHT: Final = 1.0
TOPIC_BONUS: Final = 1.5
SLOT_BONUS: Final = 2.0
BEARER_BONUS: Final = 1.5
ANY_ENTERPRISE_BONUS: Final = 1.0
LEAD_BONUS: Final = 1.5
SUPPORT_BONUS: Final = 0.7
DIGITS: Final = 4
# How far does a duty fill the slot that is asked for? A lead answers best, named departments without a lead still do.
OWNER_SHARES: Final[Mapping[str, float]] = {"lead": 1.0, "joint": 0.5}
SLOTS: Final[Mapping[Asks, Callable[[SearchDuty], float]]] = {
    Asks.OWNER: lambda duty: OWNER_SHARES.get(duty.certainty, 0.0),
    # 2030年6月30日前, and 每月15日前 as well.
    Asks.DEADLINE: lambda duty: float(any("前" in text for text in duty.when)),
    Asks.FREQUENCY: lambda duty: float(bool(duty.every)),
    Asks.QUOTA: lambda duty: float(bool(duty.targets)),
}
PARTIES: Final = frozenset({WordKind.DEPARTMENT, WordKind.ENTERPRISE})
# Where a duty stands says what it is about, too.
PLACE_OF_DUTY: Final = ("heading", "trail")
# The same for the browser.
FIGURES: Final = {
    "saturation": SATURATION,
    "lengthShare": LENGTH_SHARE,
    "aliasShare": ALIAS_SHARE,
    "relatedShare": RELATED_SHARE,
    "dutyWeight": DUTY_WEIGHT,
    "topic": TOPIC_BONUS,
    "slot": SLOT_BONUS,
    "bearer": BEARER_BONUS,
    "anyEnterprise": ANY_ENTERPRISE_BONUS,
    "lead": LEAD_BONUS,
    "support": SUPPORT_BONUS,
    "owners": OWNER_SHARES,
}


@dataclass(frozen=True, slots=True)
class Statistics:
    """What scores are measured against: documents, the length of each field on average, and a term's frequency."""

    size: int
    lengths: Mapping[str, float]
    frequency: Callable[[str], int]

    def rarity(self, text: str) -> float:
        """The inverse document frequency of the rarest term in a plain text; a text of no term is worth nothing."""
        counts = [self.frequency(term) for term in query_terms(text)]
        if not counts:
            return 0.0
        least = min(counts)
        return math.log(1 + (self.size - least + 0.5) / (least + 0.5))


@dataclass(frozen=True, slots=True)
class Sought:
    """A piece with the other names that its tier takes for it, names that are merely related, and what it is worth."""

    piece: Piece
    names: tuple[str, ...]
    related: tuple[str, ...]
    worth: float

    def share_in(self, text: str) -> float:
        """1 when the text holds the piece itself, less for another name of it, 0 for none."""
        if self.piece.plain in text:
            return 1.0
        if any(name in text for name in self.names):
            return ALIAS_SHARE
        return RELATED_SHARE if any(name in text for name in self.related) else 0.0


@dataclass(frozen=True, slots=True)
class Ranked:
    """A document with its score and the duty that fits best; `answers` when that duty fills the slot asked for."""

    document: SearchDocument
    score: float
    duty: SearchDuty | None
    answers: bool


def rank(
    document: SearchDocument,
    sought: Sequence[Sought],
    parts: Sequence[Sought],
    question: Question,
    statistics: Statistics,
    filters: Filters,
) -> Ranked:
    """Score one document.

    `sought` is what its tier looks for, `parts` the pieces of the question, by which duties are compared; those that
    pass the filters themselves go before others of the clause, then of equals the first in the text is taken. A clause
    without duties is measured by its heading and summary.
    """
    score = sum(item.worth * _saturated(_weight_in(document, item, statistics)) for item in sought)
    topics = {topic for item in parts for topic in item.piece.ids(WordKind.TOPIC)}
    if topics & set(document.topics):
        score += TOPIC_BONUS
    best: SearchDuty | None = None
    best_fit = -1.0
    for duty in [item for item in document.duties if passes(item, filters)] or document.duties:
        fit = fit_of(duty, parts, question)
        if fit > best_fit:
            best, best_fit = duty, fit
    if best is None:
        told = document.fields.get("heading", "") + "\n" + document.fields.get("summary", "")
        best_fit = sum(item.worth * item.share_in(told) for item in parts)
    answers = best is not None and _answers(best, document, parts, question)
    return Ranked(document, round(score + DUTY_WEIGHT * best_fit, DIGITS), best, answers)


def passes(duty: SearchDuty, filters: Filters) -> bool:
    """Is it this duty of its clause that the filters on departments, enterprises and due dates let through?"""
    parties = {*duty.leads, *duty.supports, *duty.bearers}
    return (
        (not filters.departments or not parties.isdisjoint(filters.departments))
        and (not filters.enterprises or not parties.isdisjoint(filters.enterprises))
        and (not filters.due_before or any(day <= filters.due_before for day in duty.deadlines))
    )


def fit_of(duty: SearchDuty, parts: Sequence[Sought], question: Question) -> float:
    """How well one duty answers: the pieces it holds, then the parties, period and slot that the question names."""
    fit = sum(item.worth * item.share_in(duty.plain) for item in parts)
    if parts and not fit:
        return 0.0
    if any(every in duty.every for every in question.every):
        fit += SLOT_BONUS
    return fit + SLOT_BONUS * _slot_share(duty, question) + _party_bonus(duty, question)


def has_slot(question: Question) -> bool:
    """Does the question ask for something that a duty may lack? What must be done is told by every duty."""
    return question.asks in SLOTS


def _slot_share(duty: SearchDuty, question: Question) -> float:
    fills = SLOTS.get(question.asks) if question.asks else None
    return fills(duty) if fills else 0.0


def _answers(duty: SearchDuty, document: SearchDocument, parts: Sequence[Sought], question: Question) -> bool:
    """The duty fills the slot, and every piece of the question is in it, in its headings, or among its parties."""
    if not _slot_share(duty, question):
        return False
    told = "\n".join((duty.plain, *(document.fields.get(name, "") for name in PLACE_OF_DUTY)))
    parties = {*duty.leads, *duty.supports, *duty.bearers}
    return all(
        item.share_in(told) >= ALIAS_SHARE
        or (duty.enterprise and item.piece.wide)
        or any(group.id in parties for group in item.piece.groups if group.kind in PARTIES)
        for item in parts
        if item.piece.strong
    )


def _party_bonus(duty: SearchDuty, question: Question) -> float:
    bonus = 0.0
    named = {group.id for group in question.departments}
    if named & set(duty.leads):
        bonus += LEAD_BONUS
    elif named & set(duty.supports):
        bonus += SUPPORT_BONUS
    if named & set(duty.bearers) or any(group.id in duty.bearers for group in question.enterprises if not group.wide):
        bonus += BEARER_BONUS
    if duty.enterprise and any(group.wide for group in question.enterprises):
        bonus += ANY_ENTERPRISE_BONUS
    return bonus


def _weight_in(document: SearchDocument, item: Sought, statistics: Statistics) -> float:
    total = 0.0
    for name, weight in FIELD_WEIGHTS:
        text = document.fields.get(name, "")
        count = _count(text, item)
        if count:
            average = statistics.lengths.get(name, 0.0) or 1.0
            total += weight * count / (1 - LENGTH_SHARE + LENGTH_SHARE * len(text) / average)
    return total


def _count(text: str, item: Sought) -> float:
    own = text.count(item.piece.plain)
    if own:
        return float(own)
    named = max((text.count(name) for name in item.names), default=0)
    return ALIAS_SHARE * named if named else RELATED_SHARE * max((text.count(name) for name in item.related), default=0)


def _saturated(weight: float) -> float:
    return weight * (SATURATION + 1) / (weight + SATURATION)
