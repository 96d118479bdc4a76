"""Whom a duty, a clause or a report concerns."""

from __future__ import annotations

from zerenku.catalogue.entries import LinkedClause, LinkedDuty, LinkedReporting

Item = LinkedDuty | LinkedClause | LinkedReporting


def bearers_of(item: Item) -> set[str]:
    """Who must do or report it: ids, or the plan's own words for what no register knows."""
    parties = item.who if isinstance(item, LinkedReporting) else item.obliged if isinstance(item, LinkedDuty) else ()
    return {party.id or party.written for party in parties}


def departments_of(item: Item) -> set[str]:
    """Ids of the departments that lead, share, support, must do, must report or get it reported."""
    if isinstance(item, LinkedReporting):
        return {party.department.id for party in (*item.who, *item.to) if party.department}
    named = {entry.id for owners in item.assignments for entry in (*owners.lead, *owners.support)}
    if isinstance(item, LinkedDuty):
        named.update(party.department.id for party in item.obliged if party.department)
    return named


def enterprises_of(item: Item) -> set[str]:
    """Ids of the kinds of enterprises that must do or report it."""
    if isinstance(item, LinkedReporting):
        return {party.enterprise.id for party in item.who if party.enterprise}
    if isinstance(item, LinkedDuty) and item.for_enterprises:
        return {entry.id for entry in item.enterprises}
    return set()
