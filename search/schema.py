"""The documents to index, read off the sealed catalogue. No engine, no file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from search.analyzer import plain
from search.document import SearchDocument, SearchDuty
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause, LinkedDuty, LinkedReporting
from zerenku.catalogue.wording import (
    UNCONFIRMED,
    date_text,
    due_text,
    obliged_text,
    owner_line,
    recurrence_text,
    target_text,
)
from zerenku.model.plan import Plan
from zerenku.model.register import Topic


def documents(catalogue: Catalogue) -> tuple[SearchDocument, ...]:
    """One document per clause, by plan id and text order; `order` counts them from 0."""
    reports: dict[str, list[LinkedReporting]] = {}
    for item in catalogue.reporting:
        if item.clause_anchor:
            reports.setdefault(item.clause_anchor, []).append(item)
    found = (_document(catalogue, clause, tuple(reports.get(clause.anchor, ()))) for clause in catalogue.clauses)
    return tuple(replace(document, order=order) for order, document in enumerate(found))


def _document(catalogue: Catalogue, clause: LinkedClause, reports: tuple[LinkedReporting, ...]) -> SearchDocument:
    plan = clause.plan
    duties = tuple(_duty(duty) for duty in clause.duties)
    return SearchDocument(
        anchor=clause.anchor,
        plan=plan.id,
        plan_title=plan.title,
        number=plan.number or "",
        place=clause.place.name,
        places=tuple(place.id for place in catalogue.registers.place_chain(plan.place)),
        kind=plan.kind.value,
        path=clause.path.elements,
        citation=clause.citation,
        url=f"plans/{plan.id}.html#{clause.fragment}",
        heading=clause.clause.heading or "",
        summary=clause.clause.summary or "",
        departments=_unique(_department_ids(clause, reports)),
        enterprises=_unique(_enterprise_ids(clause)),
        topics=_unique(topic.id for topic in _topics(clause)),
        due=_unique(deadline.date.isoformat() for deadline in clause.deadlines),
        duties=duties,
        fields=_fields(catalogue, clause, reports),
        order=0,
    )


def _duty(duty: LinkedDuty) -> SearchDuty:
    record = duty.duty
    texts = (record.do, *_facts(duty), owner_line(duty), "、".join((*record.obliged, *duty.subjects)))
    return SearchDuty(
        anchor=duty.anchor,
        do=record.do,
        lead=tuple(department.name for department in duty.lead),
        support=tuple(department.name for department in duty.support),
        certainty=duty.certainty.value,
        subject=duty.subjects,
        obliged=record.obliged,
        owner=owner_line(duty),
        bearer=obliged_text(duty),
        deadlines=tuple(deadline.date.isoformat() for deadline in duty.deadlines),
        when=_when(duty),
        every=_unique(rule.every.value for rule in record.recurrence),
        targets=tuple(map(target_text, record.targets)),
        evidence=record.evidence or "",
        unconfirmed=duty.unconfirmed,
        leads=tuple(department.id for department in duty.lead),
        supports=tuple(department.id for department in duty.support),
        bearers=_unique(
            (*(party.id for party in duty.obliged), *(item.id for item in duty.enterprises if duty.for_enterprises))
        ),
        enterprise=duty.for_enterprises,
        plain=_row(texts),
    )


def _facts(duty: LinkedDuty) -> tuple[str, ...]:
    """Dates, frequencies and figures as written and as we say them, the record that proves the duty."""
    record = duty.duty
    return (
        *(text for item in record.deadlines for text in (item.text, item.what)),
        *(text for rule in record.recurrence for text in (rule.text, recurrence_text(rule), rule.what)),
        *(text for target in record.targets for text in (target.text, target.what)),
        record.evidence or "",
    )


def _fields(catalogue: Catalogue, clause: LinkedClause, reports: tuple[LinkedReporting, ...]) -> dict[str, str]:
    return {
        "heading": plain(clause.clause.heading or ""),
        "duties": _row((*_duty_texts(clause), *_report_texts(reports))),
        "summary": plain(clause.clause.summary or ""),
        "parties": _row(_parties(clause, reports)),
        # Verbatim only in plans that a user imported; our own sources hold summaries.
        "original": plain(clause.clause.text or ""),
        "cites": _row(_cites(clause)),
        "trail": _row(_trail(catalogue, clause)),
        "topics": _row(topic.name for topic in _topics(clause)),
        "scope": _row(_scope(clause)),
        "plan": _row(_plan_texts(catalogue, clause.plan)),
    }


def _duty_texts(clause: LinkedClause) -> Iterator[str]:
    for duty in clause.duties:
        yield duty.duty.do
        yield from _facts(duty)
    own = clause.clause
    yield from (text for item in own.deadlines for text in (item.text, item.what))
    yield from (text for rule in own.recurrence for text in (rule.text, recurrence_text(rule), rule.what))
    yield from (text for target in own.targets for text in (target.text, target.what))


def _report_texts(reports: tuple[LinkedReporting, ...]) -> Iterator[str]:
    for item in reports:
        yield item.reporting.what
        if item.reporting.due:
            yield from (item.reporting.due.text, due_text(item.reporting.due))


def _parties(clause: LinkedClause, reports: tuple[LinkedReporting, ...]) -> Iterator[str]:
    for duty in clause.duties:
        yield from (department.name for department in duty.departments)
        yield from (*duty.duty.obliged, *duty.subjects, *duty.duty.applies_to)
        yield from (party.enterprise.name for party in duty.obliged if party.enterprise)
    for assignment in clause.assignments:
        yield assignment.phrase
    yield from clause.clause.applies_to
    for item in reports:
        yield from (*item.reporting.who, *item.reporting.to)


def _cites(clause: LinkedClause) -> Iterator[str]:
    for reference in clause.references:
        yield reference.written
        if reference.standard:
            yield from (reference.standard.code or "", reference.standard.title)
        if reference.document:
            yield from (reference.document.number or "", reference.document.title)


def _topics(clause: LinkedClause) -> Iterator[Topic]:
    yield from clause.topics
    for duty in clause.duties:
        yield from duty.topics


def _scope(clause: LinkedClause) -> Iterator[str]:
    """Every enterprise that the clause reaches, those among them that only the scope of the plan names."""
    yield from (enterprise.name for enterprise in clause.enterprises)
    for duty in clause.duties:
        yield from (enterprise.name for enterprise in duty.enterprises)


def _trail(catalogue: Catalogue, clause: LinkedClause) -> Iterator[str]:
    """Headings of the clauses and of the attachment that this one stands under."""
    if clause.attachment:
        yield clause.attachment.title
    above = {item.path.elements: item for item in catalogue.clauses_of(clause.plan.id)}
    for depth in range(1, len(clause.path.elements)):
        if parent := above.get(clause.path.elements[:depth]):
            yield parent.clause.heading or ""


def _plan_texts(catalogue: Catalogue, plan: Plan) -> Iterator[str]:
    yield from (plan.id, plan.title, plan.notice_title or "", plan.number or "", *plan.issuers)
    yield from (name for place in catalogue.registers.place_chain(plan.place)[:1] for name in (place.name, place.short))
    for document in catalogue.lineage(plan.id).basis:
        yield from (document.title, document.number or "")


def _department_ids(clause: LinkedClause, reports: tuple[LinkedReporting, ...]) -> Iterator[str]:
    for duty in clause.duties:
        yield from (department.id for department in duty.departments)
    for assignment in clause.assignments:
        yield from (department.id for department in (*assignment.lead, *assignment.support))
    for item in reports:
        yield from (party.department.id for party in (*item.who, *item.to) if party.department)


def _enterprise_ids(clause: LinkedClause) -> Iterator[str]:
    yield from (enterprise.id for enterprise in clause.enterprises)
    for duty in clause.duties:
        yield from (enterprise.id for enterprise in duty.enterprises)
        yield from (party.enterprise.id for party in duty.obliged if party.enterprise)


def _when(duty: LinkedDuty) -> tuple[str, ...]:
    """Due dates in order, then frequencies, each with 待确认 where it was inferred."""
    rows = [(item.date, f"{date_text(item.date)}前", f"deadlines/{at}") for at, item in enumerate(duty.duty.deadlines)]
    said = [(text, field) for _, text, field in sorted(rows)]
    said += [(recurrence_text(rule), f"recurrence/{at}") for at, rule in enumerate(duty.duty.recurrence)]
    return tuple(f"{text}（{UNCONFIRMED}）" if _doubted(field, duty) else text for text, field in said)


def _doubted(field: str, duty: LinkedDuty) -> bool:
    return any(
        item == field.partition("/")[0] or item == field or item.startswith(f"{field}/") for item in duty.unconfirmed
    )


def _row(texts: Iterable[str]) -> str:
    """Plain texts side by side; the line break keeps a phrase from reaching over two of them."""
    return "\n".join(dict.fromkeys(text for text in map(plain, texts) if text))


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
