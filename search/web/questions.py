"""Questions to the index: search, who, and suggestions while typing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from search.answer import search_json, who_json
from search.answer import who as ask_who
from search.engine import Filters
from search.web.asked import Asked
from search.web.cursors import next_cursor, offset_of
from search.web.edition import Edition


def search(edition: Edition, asked: Asked) -> Mapping[str, Any]:
    """What `zerenku search --json` prints, with a cursor for the next page instead of an offset."""
    version = edition.version(asked.today)
    result = edition.searcher.search(
        asked.text("q"),
        filters=filters_of(edition, asked),
        limit=asked.number("limit"),
        offset=offset_of(asked, version),
        today=asked.today,
    )
    return {
        **search_json(result, explain=asked.flag("explain")),
        "next": next_cursor(result.next, asked, version),
    }


def who(edition: Edition, asked: Asked) -> Mapping[str, Any]:
    """What `zerenku who --json` prints; it has one page only."""
    result = ask_who(
        edition.searcher,
        asked.text("q"),
        filters=filters_of(edition, asked),
        limit=asked.number("limit"),
        today=asked.today,
    )
    return {**who_json(result, explain=asked.flag("explain")), "next": None}


def suggest(edition: Edition, asked: Asked) -> Mapping[str, Any]:
    """Names that begin with what is being typed, or hold it, or sound or look like it."""
    found = edition.suggester.suggest(asked.text("q"), limit=asked.number("limit"))
    rows = [
        {"text": item.group.name, "kind": item.group.kind.value, "id": item.group.id, "matched": item.matched}
        for item in found
    ]
    return {"query": asked.text("q"), "suggestions": rows}


def filters_of(edition: Edition, asked: Asked) -> Filters:
    """The filters of a request; UnknownName for a name that nothing answers to."""
    return edition.names.filters(
        departments=asked.many("department"),
        places=asked.many("place"),
        plans=asked.many("plan"),
        kinds=asked.many("kind"),
        due_before=asked.text("due_before"),
    )
