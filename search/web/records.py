"""Duties, departments and plans of the catalogue as the API gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from search.lexicon import WordKind
from search.vocabulary import PAPER_KINDS
from search.web import shapes
from search.web.asked import Asked
from search.web.cursors import next_cursor, offset_of
from search.web.edition import Edition
from zerenku.catalogue.addresses import address_of
from zerenku.catalogue.enterprises import Firm
from zerenku.catalogue.entries import LinkedDuty, LinkedReporting
from zerenku.catalogue.interchange import deadline_json, plan_json, recurrence_json, target_json
from zerenku.catalogue.plan_ids import unknown_plan
from zerenku.catalogue.wording import due_text, owner_line
from zerenku.errors import UnknownName
from zerenku.model.clause import Every

Test = Callable[[LinkedDuty], bool]


def duties(edition: Edition, asked: Asked) -> Mapping[str, Any]:
    """The duties that pass every filter, in order of plan and text."""
    version = edition.version(asked.today)
    start = offset_of(asked, version)
    tests = _tests(edition, asked)
    found = [duty for duty in edition.catalogue.duties if all(test(duty) for test in tests)]
    end = start + asked.number("limit")
    following = end if end < len(found) else None
    return {
        "duties": [duty_json(duty) for duty in found[start:end]],
        "total": len(found),
        "next": next_cursor(following, asked, version),
    }


def _tests(edition: Edition, asked: Asked) -> list[Test]:
    """One test a filter that was given; within a filter any of its values will do. UnknownName for unknown ones."""
    registers = edition.catalogue.registers

    def ids(name: str, kind: WordKind, what: str) -> frozenset[str]:
        return frozenset(edition.names.ids(kind, asked.many(name), what))

    tests: list[Test] = []
    if departments := ids("department", WordKind.DEPARTMENT, "部门"):
        tests.append(lambda duty: any(item.id in departments for item in duty.departments))
    if places := ids("place", WordKind.PLACE, "地区"):
        tests.append(lambda duty: any(place.id in places for place in registers.place_chain(duty.plan.place)))
    if plans := ids("plan", WordKind.PLAN, "方案"):
        tests.append(lambda duty: duty.plan.id in plans)
    if topics := ids("topic", WordKind.TOPIC, "主题"):
        tests.append(lambda duty: any(topic.id in topics for topic in duty.topics))
    papers = frozenset(PAPER_KINDS).intersection(asked.many("kind"))
    if papers:
        tests.append(lambda duty: duty.plan.kind.value in papers)
    firms = (*asked.many("enterprise"), *(kind for kind in asked.many("kind") if kind not in papers))
    if words := edition.names.ids(WordKind.ENTERPRISE, firms, "企业类别"):
        tests.append(Firm.of(registers, words).must)
    if certainties := asked.many("certainty"):
        tests.append(lambda duty: duty.certainty.value in certainties)
    if periods := tuple(map(Every, asked.many("every"))):
        tests.append(lambda duty: any(duty.recurs(every) for every in periods))
    first, last = asked.text("due_after"), asked.text("due_before")
    if first or last:
        tests.append(
            lambda duty: any(
                (not first or first <= item.date.isoformat()) and (not last or item.date.isoformat() <= last)
                for item in duty.deadlines
            )
        )
    return tests


def department(edition: Edition, asked: Asked) -> Mapping[str, Any]:
    """One department with all that it leads, shares, supports, must do and must report."""
    registers = edition.catalogue.registers
    entry = registers.departments.get(asked.text("id"))
    if entry is None:
        raise UnknownName("部门", asked.text("id"), registers.departments.near_ids(asked.text("id")))
    place = registers.places.get(entry.place)
    roles = edition.catalogue.roles(entry.id)
    return {
        "id": entry.id,
        "name": entry.name,
        "short": entry.short,
        "kind": entry.kind.value,
        "place": place.name if place else "",
        "aliases": list(entry.aliases),
        "parent": entry.parent,
        "members": list(entry.members),
        "replaced_by": entry.replaced_by,
        "replaced_on": str(entry.replaced_on) if entry.replaced_on else None,
        "url": f"departments/{entry.id.replace('/', '-')}.html",
        "lead": _rows(roles.lead),
        "shared": _rows(roles.shared),
        "support": _rows(roles.support),
        "obliged": _rows(roles.obliged),
        "reports": [_report(item) for item in roles.reports],
    }


def plan(edition: Edition, asked: Asked) -> Mapping[str, Any]:
    """One plan in the shape of the interchange format."""
    found = edition.catalogue.plan(asked.text("id"))
    if found is None:
        raise unknown_plan(asked.text("id"), (item.id for item in edition.catalogue.plans))
    return plan_json(edition.catalogue, found)


def duty_json(duty: LinkedDuty) -> shapes.Duty:
    """A duty that stands alone: what is to be done, by whom, by when, and where that is written."""
    record = duty.duty
    return {
        "anchor": duty.anchor,
        "plan": duty.plan.id,
        "plan_title": duty.plan.title,
        "place": duty.place.name,
        "path": list(duty.path.elements),
        "citation": f"《{duty.plan.title}》{duty.path.citation}",
        "heading": duty.clause.heading or "",
        "url": address_of(duty.anchor),
        "do": record.do,
        "obliged": list(record.obliged),
        "subject": list(duty.subjects),
        "certainty": duty.certainty.value,
        "owner": owner_line(duty),
        "lead": [item.name for item in duty.lead],
        "support": [item.name for item in duty.support],
        "deadlines": [cast("shapes.Deadline", deadline_json(item)) for item in duty.deadlines],
        "recurrence": [cast("shapes.Recurrence", recurrence_json(item)) for item in record.recurrence],
        "targets": [cast("shapes.Target", target_json(item)) for item in record.targets],
        "evidence": record.evidence,
        "stage": record.stage,
        "applies_to": list(record.applies_to),
        "topics": [topic.id for topic in duty.topics],
        "unconfirmed": list(duty.unconfirmed),
        "period": list(map(str, duty.plan.period or ())),
    }


def _rows(found: Iterable[LinkedDuty]) -> list[shapes.Duty]:
    return [duty_json(duty) for duty in found]


def _report(item: LinkedReporting) -> shapes.Report:
    return {
        "plan": item.plan.id,
        "who": [party.name for party in item.who],
        "to": [party.name for party in item.to],
        "what": item.reporting.what,
        "due": due_text(item.reporting.due) if item.reporting.due else "",
        "url": address_of(item.clause_anchor) if item.clause_anchor else None,
    }
