"""Clauses as the browser shows and ranks them, a few to a shard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, Final

from search.analyzer import plain
from search.browser.codec import scripts
from search.document import FIELD_WEIGHTS, SearchDocument, SearchDuty
from search.memory import remembered

CHUNK: Final = 3
# The browser makes these from what it shows anyway.
DERIVED: Final = frozenset({"heading", "summary", "duties"})
WRITTEN: Final = tuple(name for name, _ in FIELD_WEIGHTS if name not in DERIVED)
# Gives the plain text; owners come again and again.
Say = Callable[[str], str]


def record_shards(section: str, documents: Sequence[SearchDocument]) -> Iterator[tuple[str, bytes]]:
    """(name, script) of every shard of a section: its clause `n` is in shard `n // CHUNK`."""
    say = remembered(plain)
    chunks = (_chunk(documents[start : start + CHUNK], say) for start in range(0, len(documents), CHUNK))
    return scripts(record_shard(section, ""), chunks)


def record_shard(section: str, number: int | str) -> str:
    """What a shard of a section is called."""
    return f"c-{section}.{number}"


def _chunk(chunk: Sequence[SearchDocument], say: Say) -> dict[str, Any]:
    # Each text once, by number: trails and scopes repeat from clause to clause.
    texts: dict[str, int] = {}
    return {
        "plans": {
            item.plan: {"title": item.plan_title, "places": item.places, "period": item.period} for item in chunk
        },
        "clauses": [_clause(item, texts, say) for item in chunk],
        "texts": list(texts),
    }


def _clause(document: SearchDocument, texts: dict[str, int], say: Say) -> dict[str, Any]:
    """Without what is empty, and without what the browser can make of the rest; its texts are put among `texts`."""
    fields = document.fields
    full = {
        "plan": document.plan,
        "url": document.url,
        "path": "/".join(document.path),
        "cite": document.citation.rpartition("》")[2],
        "heading": document.heading,
        "summary": document.summary,
        "topics": document.topics,
        "due": document.due,
        "fields": {name: texts.setdefault(text, len(texts)) for name in WRITTEN if (text := fields.get(name, ""))},
        **_duties(document, say),
    }
    return {key: value for key, value in full.items() if value}


def _duties(document: SearchDocument, say: Say) -> dict[str, Any]:
    """The duties, and `rows`: what of the field `duties` no duty holds."""
    field = document.fields.get("duties", "").split("\n")
    shared = frozenset(field)
    rows = [duty.plain.split("\n") for duty in document.duties]
    told = set(chain.from_iterable(rows))
    return {
        "duties": [_duty(duty, row, shared, say) for duty, row in zip(document.duties, rows, strict=True)],
        "rows": "\n".join([row for row in field if row not in told]),
    }


def _duty(duty: SearchDuty, rows: Sequence[str], field: frozenset[str], say: Say) -> dict[str, Any]:
    """Without what is empty, and without the `rows` of its plain text that the browser makes of what it shows.

    `facts` are the other rows that stand in the clause's own field, `parties` those that do not.
    """
    told = (rows[0], say(duty.owner))
    rest = [row for row in rows if row not in told]
    full = {
        "do": duty.do,
        "owner": duty.owner,
        "certainty": duty.certainty,
        "deadlines": duty.deadlines,
        "when": duty.when,
        "every": duty.every,
        "targets": duty.targets,
        "leads": duty.leads,
        "supports": duty.supports,
        "bearers": duty.bearers,
        "enterprise": duty.enterprise,
        "facts": "\n".join([row for row in rest if row in field]),
        "parties": "\n".join([row for row in rest if row not in field]),
    }
    return {key: value for key, value in full.items() if value}
