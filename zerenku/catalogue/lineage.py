"""What a plan carries out, up to the top, and which plans carry it out: read off the bases of plans and documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zerenku.catalogue.entries import PlanLineage, Superior
from zerenku.catalogue.registers import Registers
from zerenku.model.plan import Plan


def lineages(plans: Sequence[Plan], registers: Registers) -> dict[str, PlanLineage]:
    """The lineage of every plan by its id; unknown ids are left out here and reported elsewhere."""
    known = {item.id: item for item in plans}
    superiors = {plan.id: tuple(_superiors(plan.basis, registers)) for plan in plans}
    # Plans under a document, and under the plan whose text it is: looked up, for a comparison of all with all is slow.
    under_document: dict[str, list[Plan]] = {}
    under_plan: dict[str, list[Plan]] = {}
    for plan in plans:
        for item in superiors[plan.id]:
            under_document.setdefault(item.document.id, []).append(plan)
        for above in dict.fromkeys(item.document.plan for item in superiors[plan.id] if item.document.plan):
            under_plan.setdefault(above, []).append(plan)
    order = {plan.id: number for number, plan in enumerate(plans)}

    def lineage_of(plan: Plan) -> PlanLineage:
        above = superiors[plan.id]
        shared = {item.document.id for item in above if item.document.plan != plan.id}
        near = {other.id for document in shared for other in under_document[document]} - {plan.id}
        return PlanLineage(
            basis=tuple(document for item in plan.basis if (document := registers.documents.get(item))),
            superiors=above,
            parents=tuple(
                known[item.document.plan]
                for item in above
                if item.document.plan in known and item.document.plan != plan.id
            ),
            children=tuple(other for other in under_plan.get(plan.id, ()) if other.id != plan.id),
            replaces=tuple(known[item] for item in plan.replaces if item in known),
            replaced_by=known.get(plan.replaced_by) if plan.replaced_by else None,
            siblings=tuple(known[item] for item in sorted(near, key=order.__getitem__)),
        )

    return {plan.id: lineage_of(plan) for plan in plans}


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
