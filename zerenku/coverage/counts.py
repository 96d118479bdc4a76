"""How much each part of a plan holds: items of the original by hand count, items here, duties, owners by certainty."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.clause import Certainty

BODY = "正文"
CERTAINTY_COLUMNS = {
    Certainty.LEAD: "明确牵头",
    Certainty.JOINT: "按职责分工",
    Certainty.COLLECTIVE: "各有关部门",
    Certainty.NONE: "未写责任单位",
}
"""How a table heads its columns: shorter than the labels that pages show at a duty."""


@dataclass(frozen=True, slots=True)
class PartCount:
    """One part of a plan; `original` is the number of numbered items in the original, None where nobody counted."""

    part: str
    original: int | None
    items: int
    unnumbered: int
    duties: int
    certainty: tuple[tuple[Certainty, int], ...]


def count_parts(
    catalogue: Catalogue, plan_id: str, *, originals: dict[str, int] | None = None
) -> tuple[PartCount, ...]:
    """The parts of a plan in their order. `originals` overrides the hand counts of the source, part by part."""
    plan = catalogue.plan(plan_id)
    if plan is None:
        raise KeyError(plan_id)
    counted = {item.part: item.items for item in plan.counted} | (originals or {})
    found = []
    for part in (BODY, *(item.no for item in plan.attachments)):
        clauses = [item for item in catalogue.clauses_of(plan_id) if _part(item.path.elements) == part]
        duties = [duty for clause in clauses for duty in clause.duties]
        numbered = sum(not item.path.elements[-1].startswith("¶") for item in clauses)
        certain = Counter([duty.certainty for duty in duties])
        count = PartCount(
            part,
            counted.get(part),
            numbered,
            len(clauses) - numbered,
            len(duties),
            tuple((level, certain[level]) for level in Certainty),
        )
        found.append(count)
    return tuple(found)


def _part(elements: tuple[str, ...]) -> str:
    return elements[0] if elements[0].startswith("附件") else BODY
