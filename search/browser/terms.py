"""Which clauses hold which terms: the postings of the browser's index, before they are cut into shards.

A clause counts from 0 in its section. A posting is `clause * LEVELS + level`; the level says where in the clause
the term stands, so that a browser can put the likelier clauses first before it has read any of them. Beside the terms
that engines know there are joints, `月 15` and `15 日`, so that a phrase with a number is found by what surrounds it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
# Beside terms there are keys for the end of a clause's path, and for what its duties tell.
PATH_MARK: Final = "/"
SLOT_MARK: Final = "?"

Postings = dict[str, list[int]]


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
        runs = line.split()
        if len(runs) == 1 and runs[0][0] >= FIRST_HAN:
            found.update(runs[0])
            found.update(map(add, runs[0], runs[0][1:]))
            continue
        before = ""
        for run in runs:
            if run[0] >= FIRST_HAN:
                found.update(run)
                found.update(map(add, run, run[1:]))
                first, last = run[0], run[-1]
            else:
                found.add(run)
                first = last = run
            if before:
                found.add(f"{before} {first}")
            before = last
    return found


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
        duties = terms_of(fields.get("duties", ""))
        heads = terms_of("\n".join([fields.get(name, "") for name in HEADS]))
        others: set[str] = set().union(*[known(fields.get(name, "")) for name in OTHERS])
        others -= duties
        others -= heads
        both = duties & heads
        duties -= both
        heads -= both
        levels = ((BOTH, both), (DUTY, duties), (HEAD, heads), (0, others), (0, _keys(document)))
        for level, terms in levels:
            posting = document.order * LEVELS + level
            for term in terms:
                postings[term].append(posting)
    return postings


def frames(documents: Sequence[SearchDocument]) -> Frames:
    """The texts that clauses share with their plans."""
    numbers: dict[tuple[str, ...], int] = {}
    of_clause = tuple(numbers.setdefault(document.shared, len(numbers)) for document in documents)
    postings: defaultdict[str, list[int]] = defaultdict(list)
    known = remembered(terms_of)
    for texts, number in numbers.items():
        terms: set[str] = set().union(*map(known, texts))
        for term in terms:
            postings[term].append(number)
    return Frames(postings, of_clause)


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
