"""What hits can be narrowed by, each facet in a shard of its own that is loaded after the hits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from search.browser.codec import NumberWriter, Rows, script
from search.document import SearchDocument
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.clause import Certainty

# Facet → the values of one clause, by id.
VALUES: Final[Mapping[str, Callable[[SearchDocument], Iterable[str]]]] = {
    "place": lambda document: document.places,
    "plan": lambda document: (document.plan,),
    "department": lambda document: document.departments,
    "certainty": lambda document: dict.fromkeys(duty.certainty for duty in document.duties),
    "kind": lambda document: (document.kind,),
    "enterprise": lambda document: document.enterprises,
    "topic": lambda document: document.topics,
    "due": lambda document: document.due,
}
# Both are 未明确牵头; why, they tell apart.
MEANT: Final = {Certainty.JOINT: "（按职责分工）", Certainty.COLLECTIVE: "（各相关部门）"}


def facet_values(documents: Sequence[SearchDocument]) -> dict[str, dict[str, list[int]]]:
    """The clauses with each value of each facet, values in order."""
    found = {}
    for facet, values in VALUES.items():
        clauses: defaultdict[str, list[int]] = defaultdict(list)
        for document in documents:
            for value in values(document):
                clauses[value].append(document.order)
        found[facet] = dict(sorted(clauses.items()))
    return found


def facet_shards(
    catalogue: Catalogue, parts: Sequence[tuple[int, Mapping[str, Rows]]], writer: NumberWriter
) -> Iterator[tuple[str, bytes]]:
    """(name, script) of every facet: rows of [id, name, clauses], in the order of the register or of the id.

    `parts` are, section by section, the first clause and the rows of `facet_values`.
    """
    for facet in VALUES:
        clauses = writer.joined((start, rows[facet]) for start, rows in parts)
        names = facet_names(catalogue, facet)
        order = {value: at for at, value in enumerate(names)}
        rows: list[Any] = [
            [value, names.get(value, value), clauses[value]]
            for value in sorted(clauses, key=lambda value: (order.get(value, len(order)), value))
        ]
        yield f"f-{facet}", script(f"f-{facet}", rows)


def facet_names(catalogue: Catalogue, facet: str) -> dict[str, str]:
    """What people read for each value, in the order of the register; nothing for values that say themselves."""
    registers = catalogue.registers
    if facet == "certainty":
        return {level.value: wording.certainty_label(level) + MEANT.get(level, "") for level in Certainty}
    if facet == "plan":
        return {plan.id: plan.title for plan in catalogue.plans}
    entries: Mapping[str, Iterable[Any]] = {
        "place": registers.places.entries,
        "department": registers.departments.entries,
        "enterprise": registers.enterprises.entries,
        "topic": registers.topics.entries,
    }
    return {entry.id: entry.name for entry in entries.get(facet, ())}
