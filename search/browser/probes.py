"""Before a site is published, questions drawn from its own catalogue are put to the written shards."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import Any, Final, TypeVar

from search.analyzer import plain
from search.browser.reader import ClauseReader, Shards, is_word, numbers_of
from search.browser.shards import drawer_of
from search.browser.terms import LEVELS, phrase_terms
from search.document import SHARED_FIELDS, SearchDocument
from search.lexicon import Lexicon
from search.memory import remembered
from zerenku.errors import ZerenkuError

T = TypeVar("T")
# Clauses that are asked for, of a section (of each plan at least one) and of all, and words of the lexicon.
IN_SECTION: Final = 8
CLAUSES: Final = 40
WORDS: Final = 200
# So much of a long text is asked for.
CHARS: Final = 12
HALF_WORD: Final = re.compile(r"[^\W\u3005-\u9fff]+$")


@dataclass(frozen=True, slots=True)
class Probe:
    """A text that stands in a clause, so that an exact question for it must lead there.

    `frame` is the number of what the clause shares with its plan where the text stands only there, else None.
    """

    text: str
    clause: int
    frame: int | None
    citation: str

    @property
    def sought(self) -> str:
        """The text as it is looked for."""
        return plain(self.text)

    @property
    def own(self) -> bool:
        """Does the text stand in what only the clause says?"""
        return self.frame is None

    def moved(self, clauses: int, frames: int) -> Probe:
        """The same where so many clauses and shared texts stand before."""
        frame = None if self.frame is None else self.frame + frames
        return replace(self, clause=self.clause + clauses, frame=frame)


class ProbeMissed(ZerenkuError):
    """The browser's index does not lead to something that the catalogue holds."""

    def __init__(self, text: str, where: str) -> None:
        self.text, self.where = text, where
        super().__init__(f"网页检索搜“{text}”找不到{where}，网站没有生成；请用 zerenku build --clean 重新生成")


def draw_probes(documents: Sequence[SearchDocument], frames: Sequence[int]) -> Iterator[tuple[Probe, ...]]:
    """The probes of some clauses of each plan of a section, in order.

    `frames` has the number of what each clause shares with its plan.
    """
    plans = [tuple(clauses) for _, clauses in groupby(documents, key=attrgetter("plan"))]
    for clauses in plans:
        for document in spread(clauses, max(1, IN_SECTION // len(plans))):
            yield tuple(_of_clause(document, frames[document.order]))


def _of_clause(document: SearchDocument, frame: int) -> Iterator[Probe]:
    """Heading, summary, 文号, a duty, its departments, a topic."""
    texts = [document.heading, document.summary, document.number]
    if document.duties:
        duty = document.duties[-1]
        texts += [duty.do, *duty.lead[:1], *duty.support[:1]]
    texts += document.fields.get("topics", "").split("\n")[:1]
    content = document.content
    for text in map(_beginning, texts):
        if sought := plain(text):
            own = any(sought in value for value in content)
            yield Probe(text, document.order, None if own else frame, document.citation)


def check_records(probes: Iterable[Probe], documents: Sequence[SearchDocument], reader: ClauseReader) -> None:
    """ProbeMissed when the record of a clause lacks a text that is asked for, or leads elsewhere."""
    texts_of = remembered(reader.texts)
    for probe in probes:
        texts, sought, own = texts_of(probe.clause), probe.sought, probe.own
        found = any(sought in text for name, text in texts.items() if (name in SHARED_FIELDS) != own)
        if not found or reader.url(probe.clause) != documents[probe.clause].url:
            raise ProbeMissed(probe.text, probe.citation)


def terms_by_drawer(probes: Iterable[Probe]) -> dict[int, list[tuple[str, Probe]]]:
    """For each drawer its terms that probes need, each with the probe."""
    found: dict[int, list[tuple[str, Probe]]] = {}
    for probe in probes:
        for term in phrase_terms(probe.sought):
            found.setdefault(drawer_of(term), []).append((term, probe))
    return found


def check_drawer(needed: Iterable[tuple[str, Probe]], heads: Mapping[str, Any], shards: Shards) -> None:
    """ProbeMissed when a clause is not filed under a term that it holds; `heads` is what the root says, by family."""

    def filed(key: tuple[str, str]) -> list[int]:
        family, term = key
        return numbers_of(term, family, heads[family], shards)

    known = remembered(filed)
    for term, probe in needed:
        family, number, width = ("p", probe.clause, LEVELS) if probe.frame is None else ("s", probe.frame, 1)
        numbers = known((family, term))
        at = bisect_left(numbers, number * width)
        if at == len(numbers) or numbers[at] // width != number:
            raise ProbeMissed(probe.text, probe.citation)


def check_words(lexicon: Lexicon, head: Mapping[str, Any], shards: Shards) -> None:
    """ProbeMissed when a word of the lexicon is not found from its beginning; `head` is what the root says of words."""
    for word in spread([variant for group in lexicon.groups for variant in group.variants], WORDS):
        if not is_word(word, head, shards):
            raise ProbeMissed(word.strip(), "词库里的这个词")


def _beginning(text: str) -> str:
    """The first characters of a text, no number or word cut in two."""
    return text if len(text) <= CHARS else HALF_WORD.sub("", text[:CHARS])


def spread(items: Sequence[T], count: int) -> Sequence[T]:
    """So many at most, from all over."""
    return items[:: max(1, -(-len(items) // count))]
