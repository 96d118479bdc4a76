"""The names in a plan that linking looks up in the registers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zerenku.model.clause import Clause
from zerenku.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Names:
    """What a plan calls by name and how often, in text order: bodies, whoever is obliged, enterprises, cites."""

    departments: Counter[str]
    parties: Counter[str]
    enterprises: Counter[str]
    cites: Counter[str]


def names_in(plan: Plan) -> Names:
    """The names in a plan that linking looks up."""
    clauses = [*_preorder(plan.clauses), *(item for part in plan.attachments for item in _preorder(part.clauses))]
    owners = [item for clause in clauses for item in clause.assignments]
    duties = [duty for clause in clauses for duty in clause.duties]
    offices = (*plan.issuers, *([plan.printed_by] if plan.printed_by else []))
    return Names(
        departments=_each(offices, *((*item.lead, *item.support) for item in owners)),
        parties=_each(*((*item.who, *item.to) for item in plan.reporting), *(duty.obliged for duty in duties)),
        enterprises=_each(
            plan.scope, *(clause.applies_to for clause in clauses), *(duty.applies_to for duty in duties)
        ),
        cites=_each(*(clause.cites for clause in clauses)),
    )


def _preorder(clauses: Iterable[Clause]) -> Iterator[Clause]:
    for clause in clauses:
        yield clause
        yield from _preorder(clause.clauses)


def _each(*groups: Iterable[str]) -> Counter[str]:
    return Counter(name for group in groups for name in group)
