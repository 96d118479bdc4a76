"""A reader that looks at every document for every question: what each engine is measured against."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from search.analyzer import query_terms, units
from search.document import SearchDocument
from search.engine import Area, Filters, Found, Phrase, Wanted


class ReferenceReader:
    """The protocol of `search.engine.Reader`, from its words alone."""

    engine = "reference"

    def __init__(self, documents: Sequence[SearchDocument]) -> None:
        self._documents = tuple(documents)

    @property
    def size(self) -> int:
        return len(self._documents)

    def frequency(self, term: str) -> int:
        return sum(_holds(document.content, (term,)) for document in self._documents)

    def find(self, wanted: Wanted, *, limit: int) -> Found:
        needed = len(wanted.groups) if wanted.minimum is None else min(wanted.minimum, len(wanted.groups))
        found = []
        for document in self._documents:
            texts = _texts(document, wanted.area)
            held = sum(any(_holds(texts, phrase) for phrase in group) for group in wanted.groups)
            heads = sum(any(_holds(document.content[:1], phrase) for phrase in group) for group in wanted.groups)
            if held >= needed and _passes(document, wanted.filters):
                found.append((-held, -heads, document.order, document))
        found.sort(key=lambda row: row[:3])
        return Found(len(found), tuple(row[3] for row in found[:limit]))

    def close(self) -> None:
        pass


def _texts(document: SearchDocument, area: Area) -> tuple[str, ...]:
    return {
        Area.CONTENT: document.content,
        Area.SHARED: document.shared,
        Area.ANYWHERE: document.content + document.shared,
    }[area]


def _holds(texts: Sequence[str], phrase: Phrase) -> bool:
    """Do the units of the phrase stand in one line of the texts, one after another?"""
    sought = f" {' '.join(_phrase_units(phrase))} "
    return any(sought in line for text in texts for line in _lines(text))


@cache
def _lines(text: str) -> tuple[str, ...]:
    return tuple(f" {' '.join(units(line))} " for line in text.split("\n"))


def _phrase_units(phrase: Phrase) -> list[str]:
    """Each term of a phrase stands one unit after the one before it; the last brings its second unit with it."""
    *first, last = phrase
    return [units(term)[0] for term in first] + units(last)


def _passes(document: SearchDocument, filters: Filters) -> bool:
    endings = {"/".join(document.path[at:]) for at in range(len(document.path))}
    asked = (
        (filters.departments, set(document.departments)),
        (filters.places, set(document.places)),
        (filters.plans, {document.plan}),
        (filters.kinds, {document.kind}),
        (filters.enterprises, set(document.enterprises)),
        (filters.paths, endings),
    )
    return (
        all(not values or set(values) & there for values, there in asked)
        and (not filters.due_before or any(day <= filters.due_before for day in document.due))
        and (not filters.with_duty or bool(document.duties))
    )


def phrase(text: str) -> Phrase:
    return query_terms(text)
