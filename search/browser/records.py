"""Clauses as the browser shows and ranks them, a few to a shard."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from json.encoder import encode_basestring as quoted
from typing import Final, NamedTuple

from search.analyzer import plain
from search.browser.codec import written_script
from search.document import FIELD_WEIGHTS, SearchDocument, SearchDuty
from search.memory import remembered

CHUNK: Final = 3
# The browser makes these from what it shows anyway.
DERIVED: Final = frozenset({"heading", "summary", "duties"})
WRITTEN: Final = tuple(name for name, _ in FIELD_WEIGHTS if name not in DERIVED)


class _Owned(NamedTuple):
    """What duties under the same owners tell of them: the plain text; and members of a record, a comma after each."""

    plain: str
    named: str
    ids: str


Owners = tuple[str, str, tuple[str, ...], tuple[str, ...]]
# Owners come again and again.
Say = Callable[[Owners], _Owned]


def record_shards(section: str, documents: Sequence[SearchDocument]) -> Iterator[tuple[str, bytes]]:
    """(name, script) of every shard of a section: its clause `n` is in shard `n // CHUNK`."""
    say = remembered(_owned)
    for number, start in enumerate(range(0, len(documents), CHUNK)):
        name = record_shard(section, number)
        yield name, written_script(name, _chunk(documents[start : start + CHUNK], say))


def record_shard(section: str, number: int | str) -> str:
    """What a shard of a section is called."""
    return f"c-{section}.{number}"


def _chunk(chunk: Sequence[SearchDocument], say: Say) -> str:
    """A shard as JSON, put together by hand: there are as many records as clauses and duties."""
    # Each text once, by number: trails and scopes repeat from clause to clause.
    texts: dict[str, int] = {}
    plans = [
        f'{quoted(item.plan)}:{{"title":{quoted(item.plan_title)},"places":{_list(item.places)},'
        f'"period":{_list(item.period)}}}'
        for item in {item.plan: item for item in chunk}.values()
    ]
    clauses = [_clause(item, texts, say) for item in chunk]
    return f'{{"plans":{{{",".join(plans)}}},"clauses":[{",".join(clauses)}],"texts":{_list(texts)}}}'


def _clause(document: SearchDocument, texts: dict[str, int], say: Say) -> str:
    """Without what is empty, and without what the browser can make of the rest; its texts are put among `texts`."""
    fields = document.fields
    own = [f'"{name}":{texts.setdefault(text, len(texts))}' for name in WRITTEN if (text := fields.get(name, ""))]
    duties, rows = _duties(document, say)
    members = (
        _text("plan", document.plan),
        _text("url", document.url),
        _text("path", "/".join(document.path)),
        _text("cite", document.citation.rpartition("》")[2]),
        _text("heading", document.heading),
        _text("summary", document.summary),
        _texts("topics", document.topics),
        _texts("due", document.due),
        f'"fields":{{{",".join(own)}}},' if own else "",
        f'"duties":[{",".join(duties)}],' if duties else "",
        _text("rows", rows),
    )
    return _record(members)


def _duties(document: SearchDocument, say: Say) -> tuple[list[str], str]:
    """The duties, and what of the field `duties` no duty holds."""
    field = document.fields.get("duties", "").split("\n")
    shared = frozenset(field)
    rows = [duty.plain.split("\n") for duty in document.duties]
    told = set(chain.from_iterable(rows))
    duties = [_duty(duty, row, shared, say) for duty, row in zip(document.duties, rows, strict=True)]
    return duties, "\n".join([row for row in field if row not in told])


def _duty(duty: SearchDuty, rows: Sequence[str], field: frozenset[str], say: Say) -> str:
    """Without what is empty, and without the `rows` of its plain text that the browser makes of what it shows.

    `facts` are the other rows that stand in the clause's own field, `parties` those that do not.
    """
    owners = say((duty.owner, duty.certainty, duty.leads, duty.supports))
    told = (rows[0], owners.plain)
    facts: list[str] = []
    parties: list[str] = []
    for row in rows:
        if row not in told:
            (facts if row in field else parties).append(row)
    members = (
        _text("do", duty.do),
        owners.named,
        # Most duties have no date, frequency or figure.
        _timed(duty) if duty.when or duty.targets else "",
        owners.ids,
        _texts("bearers", duty.bearers),
        '"enterprise":true,' if duty.enterprise else "",
        _text("facts", "\n".join(facts)) if facts else "",
        _text("parties", "\n".join(parties)) if parties else "",
    )
    return _record(members)


def _timed(duty: SearchDuty) -> str:
    """What tells when and how much; `when` says each date and frequency."""
    return (
        _texts("deadlines", duty.deadlines)
        + _texts("when", duty.when)
        + _texts("every", duty.every)
        + _texts("targets", duty.targets)
    )


def _owned(owners: Owners) -> _Owned:
    owner, certainty, leads, supports = owners
    named = _text("owner", owner) + _text("certainty", certainty)
    return _Owned(plain(owner), named, _texts("leads", leads) + _texts("supports", supports))


def _text(name: str, text: str) -> str:
    """A member of a record, with the comma after it; nothing of what is empty."""
    return f'"{name}":{quoted(text)},' if text else ""


def _texts(name: str, texts: Sequence[str]) -> str:
    """The same for a list."""
    return f'"{name}":{_list(texts)},' if texts else ""


def _list(texts: Iterable[str]) -> str:
    return f"[{','.join(map(quoted, texts))}]"


def _record(members: Iterable[str]) -> str:
    return f"{{{''.join(members)[:-1]}}}"
