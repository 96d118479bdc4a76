"""Which clauses hold which terms: the postings of the browser's index, before they are cut into shards.

A clause counts from 0 in its section. A posting is `clause * LEVELS + level`; the level says where in the clause
the term stands, so that a browser can put the likelier clauses first before it has read any of them. Beside the terms
that engines know there are joints, `月 15` and `15 日`, so that a phrase with a number is found by what surrounds it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import add
from typing import Final

from search.analyzer import FIRST_HAN
from search.document import FIELD_WEIGHTS, SHARED_FIELDS, SearchDocument
from search.memory import remembered
from search.ranking import SLOTS

LEVELS: Final = 4
# In a duty and in the heading or summary; in a duty; in the heading or summary; elsewhere in the clause.
BOTH: Final = 3
DUTY: Final = 2
HEAD: Final = 1
HEADS: Final = ("heading", "summary")
OTHERS: Final = tuple(
    name for name, _ in FIELD_WEIGHTS if name not in SHARED_FIELDS and name not in HEADS and name != "duties"
)
# Names, dates and frequencies come again from clause to clause, and longer lines seldom.
SHORT: Final = 16
# Beside terms there are keys for the end of a clause's path, and for what its duties tell.
PATH_MARK: Final = "/"
SLOT_MARK: Final = "?"

Postings = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Frames:
    """What clauses have from their plans, each text once: its postings (no levels), and the text of each clause."""

    postings: Postings
    of_clause: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many texts there are."""
        return max(self.of_clause, default=-1) + 1

    def steps_back(self) -> Iterator[int]:
        """The text of each clause as 0 when it is the next new one, else how far back it is, 1 for the newest."""
        newest = -1
        for frame in self.of_clause:
            yield 0 if frame > newest else newest - frame + 1
            newest = max(newest, frame)


def terms_of(plain_text: str) -> set[str]:
    """Every term in a plain text: units, pairs of Han neighbours, and joints."""
    found: set[str] = set()
    for line in plain_text.split("\n"):
        _add_terms(found, line)
    return found


def _add_terms(found: set[str], line: str) -> None:
    """Put the terms of one line among those found."""
    before = ""
    for run in line.split():
        first = last = run
        if run[0] >= FIRST_HAN:
            # Each character becomes a text of its own only once.
            chars = [*run]
            found.update(chars)
            found.update(map(add, chars, chars[1:]))
            first, last = chars[0], chars[-1]
        else:
            found.add(run)
        if before:
            found.add(f"{before} {first}")
        before = last


def phrase_terms(plain_text: str) -> tuple[str, ...]:
    """What a clause that holds the phrase must be filed under: a lone character beside a number says nothing new."""
    runs = plain_text.split()
    found: dict[str, None] = {}
    for run in runs:
        pairs = map(add, run, run[1:]) if run[0] >= FIRST_HAN else (run,)
        found.update(dict.fromkeys(pairs if len(runs) > 1 or len(run) > 1 else run))
    ends = [(run[0], run[-1]) if run[0] >= FIRST_HAN else (run, run) for run in runs]
    found.update(dict.fromkeys(f"{one[1]} {other[0]}" for one, other in pairwise(ends)))
    return tuple(found)


def content_postings(documents: Sequence[SearchDocument]) -> Postings:
    """Every term of the clauses' own texts with its postings, ascending."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    known = remembered(terms_of)
    for document in documents:
        fields = document.fields
        duties = _terms_in([fields.get("duties", "")], known)
        heads = _terms_in([fields.get(name, "") for name in HEADS], known)
        # In this order only the fewest are looked for among the others.
        others = _terms_in([fields.get(name, "") for name in OTHERS], known) - duties - heads
        both = duties & heads
        heads -= both
        for level, terms in ((0, others), (0, _keys(document)), (HEAD, heads), (DUTY, duties)):
            posting = document.order * LEVELS + level
            for term in terms:
                postings[term].append(posting)
        # Few among the duties' terms: quicker put right than left out.
        for term in both:
            postings[term][-1] = document.order * LEVELS + BOTH
    return postings


def _terms_in(texts: Sequence[str], known: Callable[[str], set[str]]) -> set[str]:
    """The terms of some plain texts; `known` remembers those of short lines."""
    found: set[str] = set()
    for text in texts:
        for line in text.split("\n"):
            if len(line) > SHORT:
                _add_terms(found, line)
            elif line:
                found |= known(line)
    return found


def frames(documents: Sequence[SearchDocument]) -> Frames:
    """The texts that clauses share with their plans."""
    numbers: dict[tuple[str, ...], int] = {}
    of_clause = tuple([numbers.setdefault(document.shared, len(numbers)) for document in documents])
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for texts, number in numbers.items():
        for text in dict.fromkeys(texts):
            holding[text].append(number)
    # Hundreds of them have what the plan says of itself: a term of that is filed under all of these at once.
    lists: defaultdict[str, list[list[int]]] = defaultdict(list)
    for text, own in holding.items():
        for term in terms_of(text):
            lists[term].append(own)
    return Frames({term: rows[0] if len(rows) == 1 else _merged(rows) for term, rows in lists.items()}, of_clause)


def _merged(rows: Sequence[Sequence[int]]) -> Sequence[int]:
    """Numbers that stand in any of some ascending lists."""
    return sorted(set().union(*rows))


def _keys(document: SearchDocument) -> Iterable[str]:
    """The ends of its path that can be asked for, and the slots that some duty of it fills."""
    path = document.path
    for at in range(len(path)):
        yield PATH_MARK + "/".join(path[at:])
    for asks, fills in SLOTS.items():
        for duty in document.duties:
            if fills(duty):
                yield SLOT_MARK + asks.value
                break
