"""How good a hit is: BM25 over weighted fields, then the duty that fits best. Ours alone, so every engine ranks alike.

`assets/search.js` computes the same figures; change both together (tests/cases/search.yml compares them).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from search.dates import MONTH_CHARS, OTHER_YEARS
from search.document import FIELD_WEIGHTS, SearchDocument, SearchDuty, told_by
from search.engine import Filters
from search.lexicon import WordKind
from search.named import Named
from search.question import Question
from search.sought import ALIAS_SHARE, RELATED_SHARE, RELATED_WORTH, Sought, Statistics
from search.vocabulary import Asks

# BM25: how soon repetition stops counting, and how much a long field is held against itself.
SATURATION: Final = 1.2
LENGTH_SHARE: Final = 0.5
# What one duty holding all that is asked is worth beside the words strewn over the clause.
DUTY_WEIGHT: Final = 1.0
TOPIC_BONUS: Final = 1.5
SLOT_BONUS: Final = 2.0
BEARER_BONUS: Final = 1.5
ANY_ENTERPRISE_BONUS: Final = 1.0
LEAD_BONUS: Final = 1.5
# Who says 牵头 asks for a lead; but one named for more duties than so many says less of each, unless the heading holds
# more than so much of what is asked.
ASKED_LEAD_BONUS: Final = 3.0
AT_ONE: Final = 5
HEADED: Final = 0.4
SUPPORT_BONUS: Final = 0.7
# Who owns something is sooner an authority than those who are told to do it.
AUTHORITY_BONUS: Final = 1.0
# A clause that names what it goes by, for who asks that.
CITES_BONUS: Final = 3.0
# What a plan itself goes by is told at its head, where there is nothing to do yet.
BASIS_BONUS: Final = 6.0
# Who must do what is told by duties; of the words of a clause without any so much.
DUTILESS_SHARE: Final = 0.7
# Where only some of the words are found, so much of them must be in the duty that fills the slot asked for.
LOOSE_ANSWER: Final = 0.5
# A duty due when the question says, and a plan of the year that it names.
WHEN_BONUS: Final = 1.5
# Of the same words those of a plan that has run out count for less.
EXPIRED_SHARE: Final = 0.9
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
ASKS_FOR_DUTIES: Final = frozenset({Asks.OWNER, Asks.DUTY})
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
    "askedLead": ASKED_LEAD_BONUS,
    "atOne": AT_ONE,
    "headed": HEADED,
    "support": SUPPORT_BONUS,
    "when": WHEN_BONUS,
    "otherYears": OTHER_YEARS,
    "expired": EXPIRED_SHARE,
    "owners": OWNER_SHARES,
    "relatedWorth": RELATED_WORTH,
    "authority": AUTHORITY_BONUS,
    "cites": CITES_BONUS,
    "basis": BASIS_BONUS,
    "dutiless": DUTILESS_SHARE,
    "looseAnswer": LOOSE_ANSWER,
}


@dataclass(frozen=True, slots=True)
class Ranked:
    """A document with its score and the duty that fits best; `answers` when that duty fills the slot asked for,
    `expired` when its plan had run out on the day of asking.
    """

    document: SearchDocument
    score: float
    duty: SearchDuty | None
    answers: bool
    expired: bool


def rank(
    document: SearchDocument,
    sought: Sequence[Sought],
    parts: Sequence[Sought],
    question: Question,
    named: Named,
    statistics: Statistics,
    filters: Filters,
    *,
    today: str = "",
    loose: bool = False,
) -> Ranked:
    """Score one document.

    `sought` is what its tier looks for, `parts` the pieces of the question, by which duties are compared; those that
    pass the filters themselves go before others of the clause, then of equals the first in the text is taken. A clause
    without duties is measured by its heading and summary. `today` is an ISO day; without it no plan has run out. In a
    `loose` step the duty that answers need not hold every piece.
    """
    told = told_by(document)
    held = [near for item in sought if (near := item.within(told)).share_in(told)]
    score = sum(_worth_in(told, item, statistics) * _saturated(_weight_in(document, item, statistics)) for item in held)
    if not named.topics.isdisjoint(document.topics):
        score += TOPIC_BONUS
    if question.cites and document.fields.get("cites"):
        score += CITES_BONUS + (BASIS_BONUS if question.asks_basis and not document.duties else 0.0)
    said = "\n".join([duty.plain for duty in document.duties])
    # What none of the duties says need not be asked of each.
    compared = [near for item in parts if (near := item.within(said)).share_in(said)]
    lead = _asked_lead(document, parts) if question.asks_lead else 0.0
    best: SearchDuty | None = None
    best_fit = -1.0
    for duty in _passing(document.duties, filters) or document.duties:
        fit = fit_of(duty, compared, question, named) if compared or not parts else 0.0
        fit += lead if fit and duty.certainty == "lead" else 0.0
        if fit > best_fit:
            best, best_fit = duty, fit
    if best is None:
        told = document.fields.get("heading", "") + "\n" + document.fields.get("summary", "")
        best_fit = sum(item.worth * item.share_in(told) for item in parts)
        score *= DUTILESS_SHARE if question.asks in ASKS_FOR_DUTIES else 1.0
    answers = best is not None and _answers(best, document, parts, question, loose=loose)
    expired = is_expired(document, today)
    score = (score + DUTY_WEIGHT * best_fit + when_bonus(document, question)) * (EXPIRED_SHARE if expired else 1.0)
    return Ranked(document, round(score, DIGITS), best, answers, expired)


def is_expired(document: SearchDocument, today: str) -> bool:
    """Had the plan's last month passed on that ISO day? A plan without a period never runs out."""
    return bool(today and document.period and document.period[-1] < today[:MONTH_CHARS])


def when_bonus(document: SearchDocument, question: Question) -> float:
    """For a clause with something due in the span that the question names, or of a plan of that year."""
    when = question.when
    if when is None:
        return 0.0
    named = when.year is not None and f" {when.year} " in document.fields.get("plan", "")
    return WHEN_BONUS * (1.0 if named else when.share(document.due))


def coverage(document: SearchDocument, sought: Sequence[Sought]) -> float:
    """What share of all that is sought, by worth, a document holds anywhere: 0 to 1."""
    whole = sum(item.worth for item in sought)
    if not whole:
        return 0.0
    told = told_by(document)
    return sum(item.worth * item.share_in(told) for item in sought) / whole


def _passing(duties: Sequence[SearchDuty], filters: Filters) -> Sequence[SearchDuty]:
    if not (filters.departments or filters.enterprises or filters.due_before):
        return duties
    return [duty for duty in duties if passes(duty, filters)]


def passes(duty: SearchDuty, filters: Filters) -> bool:
    """Is it this duty of its clause that the filters on departments, enterprises and due dates let through?"""
    parties = duty.parties
    return (
        (not filters.departments or not parties.isdisjoint(filters.departments))
        and (not filters.enterprises or not parties.isdisjoint(filters.enterprises))
        and (not filters.due_before or any(day <= filters.due_before for day in duty.deadlines))
    )


def fit_of(duty: SearchDuty, parts: Sequence[Sought], question: Question, named: Named) -> float:
    """How well one duty answers: the pieces it holds, then the parties, period and slot that the question names."""
    fit = 0.0
    for item in parts:
        fit += item.worth * item.share_in(duty.plain)
    if parts and not fit:
        return 0.0
    if not named.every.isdisjoint(duty.every):
        fit += SLOT_BONUS
    if question.when:
        fit += WHEN_BONUS * question.when.share(duty.deadlines)
    if question.asks == Asks.OWNER and not duty.enterprise:
        fit += AUTHORITY_BONUS
    return fit + SLOT_BONUS * _slot_share(duty, question) + _party_bonus(duty, named)


def _asked_lead(document: SearchDocument, parts: Sequence[Sought]) -> float:
    """What a lead that the clause names is worth to who asks for one."""
    heading = document.fields.get("heading", "")
    asked = [item for item in parts if not item.piece.ids(WordKind.PLAN)]
    if sum(item.worth * item.share_in(heading) for item in asked) > HEADED * sum(item.worth for item in asked):
        return ASKED_LEAD_BONUS
    return ASKED_LEAD_BONUS * min(1.0, AT_ONE / max(1, len(document.duties)))


def has_slot(question: Question) -> bool:
    """Does the question ask for something that a duty may lack? What must be done is told by every duty, but not when
    it is due.
    """
    return question.asks in SLOTS or question.when is not None


def _slot_share(duty: SearchDuty, question: Question) -> float:
    fills = SLOTS.get(question.asks) if question.asks else None
    if fills:
        return fills(duty)
    return float(question.when is not None and any(map(question.when.holds, duty.deadlines)))


def _answers(
    duty: SearchDuty, document: SearchDocument, parts: Sequence[Sought], question: Question, *, loose: bool
) -> bool:
    """The duty fills the slot, and every piece of the question is in it, in its headings, or among its parties; in a
    loose step most of them by worth.
    """
    if not _slot_share(duty, question):
        return False
    told = "\n".join((duty.plain, *(document.fields.get(name, "") for name in PLACE_OF_DUTY)))
    if loose:
        held = sum(item.worth * item.share_in(told) for item in parts)
        return held >= LOOSE_ANSWER * sum(item.worth for item in parts)
    parties = duty.parties
    return all(
        item.share_in(told) >= ALIAS_SHARE
        or (duty.enterprise and item.piece.wide)
        or any(group.id in parties for group in item.piece.groups if group.kind in PARTIES)
        for item in parts
        if item.piece.strong
    )


def _party_bonus(duty: SearchDuty, named: Named) -> float:
    bonus = 0.0
    if not named.departments.isdisjoint(duty.leads):
        bonus += LEAD_BONUS
    elif not named.departments.isdisjoint(duty.supports):
        bonus += SUPPORT_BONUS
    if not (named.departments.isdisjoint(duty.bearers) and named.enterprises.isdisjoint(duty.bearers)):
        bonus += BEARER_BONUS
    if duty.enterprise and named.any_enterprise:
        bonus += ANY_ENTERPRISE_BONUS
    return bonus


def _worth_in(told: str, item: Sought, statistics: Statistics) -> float:
    """What an item counts for in a text that holds it, its names already reduced to those that the text holds."""
    if item.names or item.piece.plain in told:
        return item.worth
    return RELATED_WORTH * min(item.worth, max(map(statistics.rarity, item.related)))


def _weight_in(document: SearchDocument, item: Sought, statistics: Statistics) -> float:
    total = 0.0
    fields = document.fields
    for name, weight in FIELD_WEIGHTS:
        text = fields.get(name)
        if text and (count := _count(text, item)):
            average = statistics.lengths.get(name, 0.0) or 1.0
            total += weight * count / (1 - LENGTH_SHARE + LENGTH_SHARE * len(text) / average)
    return total


def _count(text: str, item: Sought) -> float:
    if own := text.count(item.piece.plain):
        return float(own)
    if item.names and (named := max(map(text.count, item.names))):
        return ALIAS_SHARE * named
    return RELATED_SHARE * max(map(text.count, item.related)) if item.related else 0.0


def _saturated(weight: float) -> float:
    return weight * (SATURATION + 1) / (weight + SATURATION)
