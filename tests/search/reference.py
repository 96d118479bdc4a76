"""A reader that looks at every document for every question: what each engine is measured against."""

from __future__ import annotations

from collections.abc import Sequence
from operator import add

from search.analyzer import query_terms, units
from search.document import SearchDocument
from search.engine import Area, Filters, Found, Phrase, Wanted

HEADING = "heading"


class ReferenceReader:
    """The protocol of `search.engine.Reader`, from its words alone."""

    engine = "reference"

    def __init__(self, documents: Sequence[SearchDocument]) -> None:
        self._documents = tuple(documents)
        self._texts = {
            HEADING: [_padded(document.content[:1]) for document in self._documents],
            Area.CONTENT: [_padded(document.content) for document in self._documents],
            Area.SHARED: [_padded(document.shared) for document in self._documents],
        }
        self._texts[Area.ANYWHERE] = list(map(add, self._texts[Area.CONTENT], self._texts[Area.SHARED]))
        # What was looked for once is not looked for again: questions share most of their words.
        self._holding: dict[tuple[str, Phrase], frozenset[int]] = {}

    @property
    def size(self) -> int:
        return len(self._documents)

    def frequency(self, term: str) -> int:
        return len(self._holders(Area.CONTENT, (term,)))

    def find(self, wanted: Wanted, *, limit: int) -> Found:
        needed = len(wanted.groups) if wanted.minimum is None else min(wanted.minimum, len(wanted.groups))
        groups = [
            frozenset().union(*(self._holders(wanted.area, phrase) for phrase in group)) for group in wanted.groups
        ]
        titled = [frozenset().union(*(self._holders(HEADING, phrase) for phrase in group)) for group in wanted.groups]
        found = []
        for at, document in enumerate(self._documents):
            held, heads = sum(at in group for group in groups), sum(at in group for group in titled)
            if held >= needed and _passes(document, wanted.filters):
                found.append((-held, -heads, document.order, document))
        found.sort(key=lambda row: row[:3])
        return Found(len(found), tuple(row[3] for row in found[:limit]))

    def _holders(self, where: str, phrase: Phrase) -> frozenset[int]:
        """In which documents the units of the phrase stand in one line, one after another."""
        if (where, phrase) not in self._holding:
            sought = f" {' '.join(_phrase_units(phrase))} "
            self._holding[where, phrase] = frozenset(at for at, text in enumerate(self._texts[where]) if sought in text)
        return self._holding[where, phrase]

    def close(self) -> None:
        pass


def _padded(texts: Sequence[str]) -> str:
    """All lines, each as its units with a blank on either side."""
    return "".join(f" {' '.join(units(line))} \n" for text in texts for line in text.split("\n"))


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
