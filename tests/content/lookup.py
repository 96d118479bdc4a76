"""Finding a plan or a clause that must be there."""

from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause
from zerenku.model.plan import Plan

HAIMEN = "haimen-2023"
YANGKOU = "yangkou-2024"


def plan_of(catalogue: Catalogue, plan_id: str) -> Plan:
    plan = catalogue.plan(plan_id)
    assert plan is not None
    return plan


def clause_at(catalogue: Catalogue, plan_id: str, path: str) -> LinkedClause:
    (found,) = (clause for clause in catalogue.clauses_of(plan_id) if str(clause.path) == path)
    return found
