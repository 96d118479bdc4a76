"""How plans hang together: documents above them, plans beside and below, what replaced what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from generators.site.marking import plan_year
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause, PlanLineage
from zerenku.model.plan import Plan
from zerenku.model.register import Document, Level


@dataclass(frozen=True, slots=True)
class SuperiorRow:
    """A document above a plan; `depth` 0 is named by the plan itself; `plan` is its text, if that is a plan here."""

    document: Document
    depth: int
    plan: Plan | None
    citing: tuple[LinkedClause, ...]


@dataclass(frozen=True, slots=True)
class Kin:
    """What stands around one plan. Each sibling comes with the nearest document that both carry out."""

    superiors: tuple[SuperiorRow, ...]
    siblings: tuple[tuple[Plan, Document], ...]
    children: tuple[Plan, ...]
    replaces: tuple[Plan, ...]
    replaced_by: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document with what it rests on and what rests on it; `through` carry it out by way of another document."""

    document: Document
    plan: Plan | None
    basis: tuple[Document, ...]
    below: tuple[Document, ...]
    direct: tuple[Plan, ...]
    through: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """One thing that some of the plans shown together have in common; the first of 上下级 is the superior."""

    label: str
    plans: tuple[Plan, ...]
    documents: tuple[Document, ...] = ()


def in_order(catalogue: Catalogue) -> tuple[Plan, ...]:
    """All plans by year, in a year the superior level first, then by date of issue; those without a year last."""
    levels = list(Level)

    def key(plan: Plan) -> tuple[str, int, str, str]:
        place = catalogue.registers.places.get(plan.place)
        level = levels.index(place.level) if place else len(levels)
        issued = plan.issued.isoformat() if plan.issued else "9"
        return plan_year(plan) or "9999", level, issued, plan.id

    return tuple(sorted(catalogue.plans, key=key))


def kin_of(catalogue: Catalogue, plan: Plan) -> Kin:
    """What stands around a plan; a superior or subordinate plan is no sibling besides."""
    lineage = catalogue.lineage(plan.id)
    near = {item.id for item in (*lineage.parents, *lineage.children)}
    replaced_by = {item.id: item for item in (lineage.replaced_by, *_replacing(catalogue, plan)) if item}
    return Kin(
        superiors=tuple(
            SuperiorRow(
                document=item.document,
                depth=item.depth,
                plan=catalogue.plan(item.document.plan) if item.document.plan else None,
                citing=catalogue.citing_document(item.document.id),
            )
            for item in lineage.superiors
        ),
        siblings=tuple(
            (other, _common(lineage, catalogue.lineage(other.id))[0])
            for other in lineage.siblings
            if other.id not in near
        ),
        children=lineage.children,
        replaces=lineage.replaces,
        replaced_by=tuple(replaced_by.values()),
    )


def _replacing(catalogue: Catalogue, plan: Plan) -> Iterator[Plan]:
    """Plans that say of themselves that they replace this one."""
    return (other for other in catalogue.plans if plan.id in other.replaces)


def _common(one: PlanLineage, other: PlanLineage) -> tuple[Document, ...]:
    """The documents that both carry out, nearest to the first plan first."""
    ids = {item.document.id for item in other.superiors}
    found = [item for item in one.superiors if item.document.id in ids]
    return tuple(item.document for item in sorted(found, key=lambda item: item.depth))


def document_rows(catalogue: Catalogue) -> tuple[DocumentRow, ...]:
    """Every registered document, in register order."""
    documents = catalogue.registers.documents
    above = {plan.id: {item.document.id for item in catalogue.lineage(plan.id).superiors} for plan in catalogue.plans}
    return tuple(
        DocumentRow(
            document=item,
            plan=catalogue.plan(item.plan) if item.plan else None,
            basis=tuple(found for name in item.basis if (found := documents.get(name))),
            below=tuple(other for other in documents.entries if item.id in other.basis),
            direct=catalogue.carrying_out(item.id),
            through=tuple(plan for plan in catalogue.plans if item.id in above[plan.id] and item.id not in plan.basis),
        )
        for item in documents.entries
    )


def bonds_of(catalogue: Catalogue) -> tuple[object, ...]:
    """All that `ties_of` goes by, whichever plans it is asked about."""
    bonds = tuple((plan.id, plan.place, plan.basis, plan.replaces, plan.replaced_by) for plan in catalogue.plans)
    return bonds, catalogue.registers.documents


def ties_of(catalogue: Catalogue, plans: Sequence[Plan]) -> tuple[Tie, ...]:
    """How the plans shown together hang together; those that do not come last as 各自独立."""
    ties = (*_over_and_under(catalogue, plans), *_same_basis(catalogue, plans), *_replacements(catalogue, plans))
    ties += tuple(_same_place(plans))
    tied = {plan.id for tie in ties for plan in tie.plans}
    alone = tuple(plan for plan in plans if plan.id not in tied)
    return (*ties, Tie("各自独立", alone)) if alone else ties


def _over_and_under(catalogue: Catalogue, plans: Sequence[Plan]) -> Iterator[Tie]:
    for plan in plans:
        ids = {item.id for item in catalogue.lineage(plan.id).children}
        below = tuple(other for other in plans if other.id in ids) if ids else ()
        if below:
            yield Tie("上下级", (plan, *below))


def _same_basis(catalogue: Catalogue, plans: Sequence[Plan]) -> Iterator[Tie]:
    """Plans with a document in common; documents with the same plans share a line; 上下级 alone say it already."""
    carrying: dict[str, list[Plan]] = {}
    for plan in plans:
        for item in catalogue.lineage(plan.id).superiors:
            if item.document.plan != plan.id:
                carrying.setdefault(item.document.id, []).append(plan)
    groups: dict[tuple[str, ...], tuple[list[Plan], list[Document]]] = {}
    for document in catalogue.registers.documents.entries:
        members = carrying.get(document.id, [])
        if any(not _related(catalogue, one, other) for one, other in combinations(members, 2)):
            groups.setdefault(tuple(item.id for item in members), (members, []))[1].append(document)
    for members, documents in groups.values():
        yield Tie("同依据", tuple(members), tuple(documents))


def _related(catalogue: Catalogue, one: Plan, other: Plan) -> bool:
    lineage = catalogue.lineage(one.id)
    return other.id in {item.id for item in (*lineage.parents, *lineage.children)}


def _replacements(catalogue: Catalogue, plans: Sequence[Plan]) -> Iterator[Tie]:
    # Most of hundreds of plans replace none: those are not looked for among all others.
    replaced_by: dict[str, set[str]] = {plan.id: set() for plan in plans}
    for plan in plans:
        replaced_by[plan.id].update(item.id for item in catalogue.lineage(plan.id).replaces)
        if plan.replaced_by in replaced_by:
            replaced_by[plan.replaced_by].add(plan.id)
    for plan in plans:
        ids = replaced_by[plan.id]
        replaced = tuple(other for other in plans if other.id in ids) if ids else ()
        if replaced:
            yield Tie("替代", (plan, *replaced))


def _same_place(plans: Sequence[Plan]) -> Iterator[Tie]:
    by_place: dict[str, list[Plan]] = {}
    for plan in plans:
        by_place.setdefault(plan.place, []).append(plan)
    return (Tie("同一地区", tuple(members)) for members in by_place.values() if len(members) > 1)
