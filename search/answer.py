"""Results as the JSON of interchange.md ("Search answers"), and the answer to `who`: never a guess as a fact."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from search.engine import NO_FILTERS, Filters
from search.explain import doubt, reasons
from search.lexicon import Group
from search.searcher import Hit, Result, Searcher

# Of the hits after the first, those of its tier within this share of its score are said to be possible, too.
RIVAL_SHARE: Final = 0.8


def who(
    searcher: Searcher, question: str, *, filters: Filters = NO_FILTERS, limit: int = 10, today: str = ""
) -> Result:
    """Clauses that hold a duty, best first: only they can say who owns something. `today` is an ISO day."""
    return searcher.search(question, filters=replace(filters, with_duty=True), limit=limit, today=today)


def rivals(result: Result) -> tuple[Hit, ...]:
    """Other hits that may be meant as well as the first."""
    if not result.hits:
        return ()
    first, *others = result.hits
    return tuple(
        hit
        for hit in others
        if (hit.tier, hit.answers) == (first.tier, first.answers) and hit.score >= RIVAL_SHARE * first.score
    )


def search_json(result: Result, *, explain: bool = False) -> dict[str, Any]:
    """What `zerenku search --json` prints; with `explain` every hit tells in `why` how it came there."""
    question = result.question
    return {
        "query": question.text,
        "understood": {
            "departments": _names(question.departments),
            "places": _names(question.places),
            "asks": question.asks.value if question.asks else None,
            "every": list(question.every),
            "enterprises": _names(question.enterprises),
            "plans": _names(question.plans),
            "papers": _names(question.papers),
            "path": list(question.path),
            "when": question.when.text if question.when else None,
        },
        "hits": [_told(hit, result, explain=explain) for hit in result.hits],
        "total": result.total,
        "at_least": result.at_least,
        "next": result.next,
    }


def who_json(result: Result, *, explain: bool = False) -> dict[str, Any]:
    """What `zerenku who --json` prints: `answer` is the first hit with its citation, or null with what was tried.

    A hit that holds too little of the question is among the `hits` and is no answer.
    """
    shown = search_json(result, explain=explain)
    if not result.hits or not result.hits[0].sure:
        return {
            **shown,
            "answer": None,
            "tried": [tier.value for tier in result.tried],
            "nearest": list(result.nearest),
        }
    first, *others = (_cited(hit, result, explain=explain) for hit in (result.hits[0], *rivals(result)))
    return {**shown, "answer": first, "candidates": others}


def _told(hit: Hit, result: Result, *, explain: bool) -> dict[str, Any]:
    return {**hit_json(hit), "why": list(reasons(hit, result))} if explain else hit_json(hit)


def _cited(hit: Hit, result: Result, *, explain: bool) -> dict[str, Any]:
    """A hit that is told as an answer: with what can be quoted, and with what speaks against it (None for nothing)."""
    return {
        **_told(hit, result, explain=explain),
        "citation": hit.document.citation,
        "doubt": doubt(hit, result.question) or None,
    }


def hit_json(hit: Hit) -> dict[str, Any]:
    """One hit: its clause and the duty that answers best. A clause without duties has no owner, so certainty none."""
    document, duty = hit.document, hit.duty
    return {
        "plan": document.plan,
        "place": document.place,
        "path": list(document.path),
        "anchor": document.anchor,
        "url": document.url,
        "heading": document.heading,
        "summary": document.summary,
        "duty": duty.do if duty else None,
        "lead": list(duty.lead) if duty else [],
        "support": list(duty.support) if duty else [],
        "certainty": duty.certainty if duty else "none",
        "owner": duty.owner if duty else "",
        "subject": list(duty.subject) if duty else [],
        "obliged": list(duty.obliged) if duty else [],
        "deadlines": list(duty.deadlines if duty else document.due),
        "when": list(duty.when) if duty else [],
        "evidence": duty.evidence or None if duty else None,
        "unconfirmed": list(duty.unconfirmed) if duty else [],
        "period": list(document.period),
        "expired": hit.expired,
        "tier": hit.tier.value,
        "covers": round(hit.covers, 2),
        "score": hit.score,
    }


def _names(groups: tuple[Group, ...]) -> list[str]:
    return list(dict.fromkeys(group.name for group in groups))
