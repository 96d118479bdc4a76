"""What a plan carries out, up to the top, and which plans carry it out: read off the bases of plans and documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zerenku.catalogue.entries import PlanLineage, Superior
from zerenku.catalogue.registers import Registers
from zerenku.model.plan import Plan


def lineage_of(plan: Plan, plans: Sequence[Plan], registers: Registers) -> PlanLineage:
    """The lineage of one plan among all; unknown ids are left out here and reported elsewhere."""
    known = {item.id: item for item in plans}
    superiors = tuple(_superiors(plan.basis, registers))
    above = {item.document.id for item in superiors}
    own = {item.document.id for item in superiors if item.document.plan == plan.id}
    return PlanLineage(
        basis=tuple(document for item in plan.basis if (document := registers.documents.get(item))),
        superiors=superiors,
        parents=tuple(
            known[item.document.plan]
            for item in superiors
            if item.document.plan in known and item.document.plan != plan.id
        ),
        children=tuple(other for other in plans if other.id != plan.id and _carries_out(other, plan, registers)),
        replaces=tuple(known[item] for item in plan.replaces if item in known),
        replaced_by=known.get(plan.replaced_by) if plan.replaced_by else None,
        siblings=tuple(
            other
            for other in plans
            if other.id != plan.id and {item.document.id for item in _superiors(other.basis, registers)} & (above - own)
        ),
    )


def _superiors(basis: Sequence[str], registers: Registers) -> Iterator[Superior]:
    """The documents of a basis, each followed by those it carries out itself, one deeper; each once."""
    seen: set[str] = set()

    def climb(ids: Sequence[str], depth: int) -> Iterator[Superior]:
        for item in ids:
            document = registers.documents.get(item)
            if document is not None and item not in seen:
                seen.add(item)
                yield Superior(document, depth)
                yield from climb(document.basis, depth + 1)

    return climb(basis, 0)


def _carries_out(plan: Plan, other: Plan, registers: Registers) -> bool:
    return any(item.document.plan == other.id for item in _superiors(plan.basis, registers))
