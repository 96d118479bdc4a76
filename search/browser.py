"""The search of the static site: its data as a classic script, since a page opened from a disk may not fetch anything.

`browser_index` sets `window.ZERENKU_INDEX`; `search_script` is assets/search.js, which reads it and sets
`window.zerenkuSearch(query, {limit, offset})`. Both come to a site as plain files; nothing here knows its pages.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Final

from search.analyzer import plain
from search.document import FIELD_WEIGHTS, SHARED_FIELDS, SearchDocument, SearchDuty
from search.index import average_lengths
from search.ranking import FIGURES
from search.schema import documents
from search.searcher import CLOSE_TENTHS, NEAREST
from search.vocabulary import ASK_PATTERNS, IDLE_HEADS, IDLE_TAILS
from search.words import gather_lexicon
from zerenku.catalogue.catalogue import Catalogue

# The browser makes these from what it shows anyway.
DERIVED: Final = frozenset({"heading", "summary"})
# What could end the script element or a string in it; JSON reads the escapes as the characters themselves.
UNSAFE: Final = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def search_script() -> bytes:
    """The search function of the site, plain JavaScript that an old browser runs."""
    return files("search").joinpath("assets", "search.js").read_bytes()


def browser_index(catalogue: Catalogue) -> bytes:
    """The script `window.ZERENKU_INDEX = {...};`: same catalogue, same bytes; safe inside a page, too."""
    found = documents(catalogue)
    texts = _Texts()
    data = {
        "tables": _tables(),
        "lengths": average_lengths(found),
        "words": json.loads(gather_lexicon(catalogue).dump()),
        "plans": {item.plan: _plan(item) for item in found},
        "clauses": [_clause(item, texts) for item in found],
        "texts": texts.rows,
    }
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"window.ZERENKU_INDEX = {body.translate(UNSAFE)};\n".encode()


class _Texts:
    """Strings by number, each kept once: trails and scopes repeat from clause to clause."""

    def __init__(self) -> None:
        self.rows: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        if text not in self._numbers:
            self._numbers[text] = len(self.rows)
            self.rows.append(text)
        return self._numbers[text]


def _tables() -> dict[str, Any]:
    return {
        "asks": [[asks.value, pattern] for asks, pattern in ASK_PATTERNS],
        "heads": IDLE_HEADS,
        "tails": IDLE_TAILS,
        "weights": FIELD_WEIGHTS,
        "shared": sorted(SHARED_FIELDS),
        "figures": {**FIGURES, "closeTenths": CLOSE_TENTHS, "nearest": NEAREST},
    }


def _plan(document: SearchDocument) -> dict[str, Any]:
    return {"title": document.plan_title, "places": document.places}


def _clause(document: SearchDocument, texts: _Texts) -> dict[str, Any]:
    return {
        "plan": document.plan,
        "anchor": document.anchor,
        "path": "/".join(document.path),
        "cite": document.citation.rpartition("》")[2],
        "heading": document.heading,
        "summary": document.summary,
        "topics": document.topics,
        "due": document.due,
        "fields": {name: texts.number(document.fields[name]) for name, _ in FIELD_WEIGHTS if name not in DERIVED},
        "duties": [_duty(duty) for duty in document.duties],
    }


def _duty(duty: SearchDuty) -> dict[str, Any]:
    """Without what is empty; `facts` is the plain text that `do` and `owner` do not already hold."""
    told = {plain(duty.do), plain(duty.owner)}
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
        "facts": "\n".join(row for row in duty.plain.split("\n") if row not in told),
    }
    return {key: value for key, value in full.items() if value}
