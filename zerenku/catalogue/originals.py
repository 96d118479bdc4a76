"""Verbatim text put beside our summaries, for whoever has the originals: it is shown, and goes no further."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause


def with_originals(catalogue: Catalogue, texts: Mapping[str, Mapping[str, str]]) -> Catalogue:
    """The catalogue with the words of the original in every clause that has none of its own.

    `texts` by plan id, then by path of the clause. Duties keep their clauses as they are.
    """
    if not texts:
        return catalogue
    return Catalogue(
        registers=catalogue.registers,
        clauses=(_with_text(clause, texts.get(clause.plan.id, {})) for clause in catalogue.clauses),
        reporting=catalogue.reporting,
        plans=catalogue.plans,
        lineage={plan.id: catalogue.lineage(plan.id) for plan in catalogue.plans},
    )


def _with_text(clause: LinkedClause, texts: Mapping[str, str]) -> LinkedClause:
    text = texts.get(str(clause.path))
    if text is None or clause.clause.text is not None:
        return clause
    return replace(clause, clause=replace(clause.clause, text=text))
