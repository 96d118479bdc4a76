"""What is indexed and found: one document per clause with its duties inside, plain values without a catalogue behind.

Kept free of the catalogue's modules so that a question on the command line is answered without loading them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

# Fields that are searched, and what a unit of text in each is worth against the others.
FIELD_WEIGHTS: tuple[tuple[str, float], ...] = (
    ("heading", 4.0),
    ("duties", 2.5),
    ("summary", 2.0),
    ("parties", 1.5),
    ("original", 1.2),
    ("cites", 1.5),
    ("trail", 0.8),
    ("topics", 0.8),
    ("scope", 0.5),
    ("plan", 0.3),
)
# What a clause has from its plan (title, number, place, the enterprises that the plan covers): consulted only when the
# clauses themselves say nothing.
SHARED_FIELDS: frozenset[str] = frozenset({"scope", "plan"})


@dataclass(frozen=True, slots=True)
class SearchDuty:
    """A duty as a searcher needs it, with registered names.

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


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One clause. `fields` holds the plain text per searched field; `places` the plan's place and those around it."""

    anchor: str
    plan: str
    plan_title: str
    number: str
    place: str
    places: tuple[str, ...]
    kind: str
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
        return tuple(self.fields.get(name, "") for name, _ in FIELD_WEIGHTS if name not in SHARED_FIELDS)

    @property
    def shared(self) -> tuple[str, ...]:
        """The searched texts that the clause shares with its whole plan."""
        return tuple(self.fields.get(name, "") for name, _ in FIELD_WEIGHTS if name in SHARED_FIELDS)


def dump_document(document: SearchDocument) -> str:
    """Compact JSON; `load_document` is its inverse."""
    return json.dumps(asdict(document), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def load_document(text: str) -> SearchDocument:
    """The document that `dump_document` wrote."""
    raw: dict[str, Any] = json.loads(text)
    duties = tuple(SearchDuty(**_tuples(duty)) for duty in raw.pop("duties"))
    return SearchDocument(**_tuples(raw), duties=duties)


def _tuples(raw: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}
