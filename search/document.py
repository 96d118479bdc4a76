"""What is indexed and found: one document per clause with its duties inside, plain values without a catalogue behind.

Kept free of the catalogue's modules so that a question on the command line is answered without loading them.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Final, NamedTuple

# Fields that are searched, and what a unit of text in each is worth against the others.
FIELD_WEIGHTS: tuple[tuple[str, float], ...] = (
    ("heading", 4.0),
    ("duties", 2.5),
    ("summary", 2.0),
    ("parties", 1.5),
    ("original", 1.2),
    ("cites", 3.0),
    ("trail", 0.8),
    ("topics", 0.8),
    ("scope", 0.5),
    ("plan", 0.3),
)
# What a clause has from its plan (title, number, place, the enterprises that the plan covers): consulted only when the
# clauses themselves say nothing.
SHARED_FIELDS: frozenset[str] = frozenset({"scope", "plan"})
_OWN: Final = tuple(name for name, _ in FIELD_WEIGHTS if name not in SHARED_FIELDS)
_SHARED: Final = tuple(name for name, _ in FIELD_WEIGHTS if name in SHARED_FIELDS)


class SearchDuty(NamedTuple):
    """A duty as a searcher needs it, with registered names; a tuple, since every clause looked at has some to be read.

    `owner` and `bearer` are finished lines of wording.py; `deadlines` are ISO days, `when` says them and the
    frequencies in words; `leads`, `supports` and `bearers` hold ids; in `plain` the pieces of a question are sought.
    """

    anchor: str
    do: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    certainty: str
    subject: tuple[str, ...]
    obliged: tuple[str, ...]
    owner: str
    bearer: str
    deadlines: tuple[str, ...]
    when: tuple[str, ...]
    every: tuple[str, ...]
    targets: tuple[str, ...]
    evidence: str
    unconfirmed: tuple[str, ...]
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    bearers: tuple[str, ...]
    enterprise: bool
    plain: str

    @property
    def parties(self) -> frozenset[str]:
        """Ids of all who lead, support or must do it."""
        return frozenset((*self.leads, *self.supports, *self.bearers))


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One clause. `fields` holds the plain text per searched field; `places` the plan's place and those around it;
    `period` the plan's first and last month, empty when it names none.
    """

    anchor: str
    plan: str
    plan_title: str
    number: str
    place: str
    places: tuple[str, ...]
    kind: str
    period: tuple[str, ...]
    path: tuple[str, ...]
    citation: str
    url: str
    heading: str
    summary: str
    departments: tuple[str, ...]
    enterprises: tuple[str, ...]
    topics: tuple[str, ...]
    due: tuple[str, ...]
    duties: tuple[SearchDuty, ...]
    fields: Mapping[str, str]
    order: int

    @property
    def content(self) -> tuple[str, ...]:
        """The clause's own searched texts, one per field."""
        return tuple([self.fields.get(name, "") for name in _OWN])

    @property
    def shared(self) -> tuple[str, ...]:
        """The searched texts that the clause shares with its whole plan."""
        return tuple([self.fields.get(name, "") for name in _SHARED])


_NAMES: Final = tuple(field.name for field in fields(SearchDocument) if field.name not in {"duties", "fields", "order"})
_PLAIN: Final = attrgetter(*_NAMES)
# The last form of marshal in which equal values have equal bytes, whatever else refers to their strings.
_FORM: Final = 2


def told_by(document: SearchDocument) -> str:
    """All searched texts of a document, one below the other."""
    return "\n".join(document.fields.values())


def dump_document(document: SearchDocument) -> bytes:
    """A compact record, read many times faster than JSON; `load_document` is its inverse."""
    return marshal.dumps(
        (_PLAIN(document), tuple(map(tuple, document.duties)), tuple(document.fields.items()), document.order), _FORM
    )


def load_document(record: bytes) -> SearchDocument:
    """The document that `dump_document` wrote; EOFError, TypeError or ValueError for anything else."""
    values, duties, texts, order = marshal.loads(record)  # noqa: S302 - our own files, whose sizes are checked
    row = (*values, tuple(map(SearchDuty._make, duties)), dict(texts), order)
    return SearchDocument(*row)
