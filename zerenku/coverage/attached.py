"""An original's words by the clauses of its record, for showing beside our summary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zerenku.catalogue.compare import clauses_of
from zerenku.coverage.compare import Gap
from zerenku.coverage.passages import passages_of
from zerenku.model.outline import Draft
from zerenku.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Originals:
    """Of every plan that was compared with its original, by its id: gaps, and the original's words by clause path."""

    gaps: Mapping[str, tuple[Gap, ...]]
    texts: Mapping[str, Mapping[str, str]]


def texts_by_clause(plan: Plan, draft: Draft) -> dict[str, str]:
    """Path of a clause → its own words in the original; a paragraph without a record goes with the clause around it."""
    clauses = dict(clauses_of(plan))
    found: dict[str, list[str]] = {}
    for passage in passages_of(draft):
        path = passage.path if passage.path in clauses else passage.path.rpartition("/¶")[0]
        if path in clauses:
            found.setdefault(path, []).append(passage.text.strip("\n"))
    return {path: "\n".join(texts) for path, texts in found.items()}
