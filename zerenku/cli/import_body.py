"""The part of an imported plan that is final before its id and place are: made where the file is read.

Plans come from other processes. Their clauses are written as YAML there, once, and travel as text: records would have
to be taken apart and put together again for each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from zerenku.catalogue.compare import clauses_of
from zerenku.importer.plan_names import Names, names_in
from zerenku.model.plan import Plan
from zerenku.store.yaml_writer import written_fields

PLACED: Final = frozenset({"id", "place", "basis"})
"""Fields that are settled file by file, in the order of the files."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is told of a settled plan without its clauses at hand.

    `written` is the YAML of its fields but those that placing settles; `starts` are the first words of its clauses.
    """

    written: Mapping[str, str]
    starts: frozenset[str]
    clauses: int
    duties: int
    names: Names


def body_of(plan: Plan, *, write: bool = True) -> Body:
    """The body of a settled plan; without `write` it is not needed as YAML."""
    clauses = [clause for _, clause in clauses_of(plan)]
    return Body(
        written=written_fields(plan, but=PLACED) if write else {},
        starts=frozenset(clause.starts for clause in clauses),
        clauses=len(clauses),
        duties=sum(len(clause.duties) for clause in clauses),
        names=names_in(plan),
    )


def head_of(plan: Plan) -> Plan:
    """The plan without what its body holds: little to hand over."""
    return replace(plan, stages=(), reporting=(), opening=None, clauses=(), closing=None, attachments=())
