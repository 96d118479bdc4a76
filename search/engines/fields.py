"""The exact fields that every engine keeps of a document, and what a filter asks of them."""

from __future__ import annotations

from typing import Final

from search.document import SearchDocument
from search.engine import Area, Filters

# The heading alone, the clause's own texts (the heading among them), and what it shares with its plan.
HEADING: Final = "heading"
AREAS: Final = (Area.CONTENT.value, Area.SHARED.value)
# What a group held in the heading counts: less than one group more, whatever their number.
IN_HEADING: Final = 1 / 1024
KEYWORDS: Final = ("department", "place", "plan", "kind", "enterprise", "path", "due", "duty")


def keywords(document: SearchDocument) -> dict[str, tuple[str, ...]]:
    """The values of each of KEYWORDS; `path` has every ending of the clause's path, so that （三）5 finds 二（三）5."""
    path = document.path
    return {
        "department": document.departments,
        "place": document.places,
        "plan": (document.plan,),
        "kind": (document.kind,),
        "enterprise": document.enterprises,
        "path": tuple("/".join(path[at:]) for at in range(len(path))),
        "due": document.due,
        "duty": ("1",) if document.duties else (),
    }


def conditions(filters: Filters) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(field, values of which the document has one) for each field that is asked for; `due_before` is left to the
    engine, since each has its own kind of range.
    """
    rows = (
        ("department", filters.departments),
        ("place", filters.places),
        ("plan", filters.plans),
        ("kind", filters.kinds),
        ("enterprise", filters.enterprises),
        ("path", filters.paths),
        ("duty", ("1",) if filters.with_duty else ()),
    )
    return tuple((field, values) for field, values in rows if values)
