"""The documents to index, read off the sealed catalogue. No engine, no file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from search.analyzer import plain
from search.document import SearchDocument, SearchDuty
from search.memory import remembered
from zerenku.catalogue.addresses import address_of
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
from zerenku.model.clause import Clause, Duty
from zerenku.model.plan import Plan
from zerenku.model.register import Department, Topic
from zerenku.store.parallel import unhurried_collector

# Plain texts remembered while one catalogue is read: names, dates and frequencies come again, whole sentences seldom.
MOST_TEXTS: Final = 50_000


def documents(catalogue: Catalogue, plans: Iterable[str] | None = None) -> tuple[SearchDocument, ...]:
    """One document per clause, by plan id and text order; `order` counts them from 0.

    With the ids of `plans`, the clauses of these alone.
    """
    clauses = catalogue.clauses if plans is None else [item for plan in plans for item in catalogue.clauses_of(plan)]
    reports: dict[str, list[LinkedReporting]] = {}
    for item in catalogue.reporting:
        if item.clause_anchor:
            reports.setdefault(item.clause_anchor, []).append(item)
    reading = _Reading(catalogue)
    with unhurried_collector():
        return tuple(
            _document(reading, clause, tuple(reports.get(clause.anchor, ())), order)
            for order, clause in enumerate(clauses)
        )


@dataclass(frozen=True, slots=True)
class _Told:
    """What several fields tell of a duty: its departments, the line that names its owners, its figures and record."""

    duty: LinkedDuty
    departments: tuple[Department, ...]
    owner: str
    facts: tuple[str, ...]

    @classmethod
    def of(cls, duty: LinkedDuty) -> _Told:
        facts = (*_figures(duty.duty), duty.duty.evidence or "")
        return cls(duty, duty.departments, owner_line(duty), facts)


class _Reading:
    """What clauses have in common, read once a call: plain texts of repeated words, what a plan says."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.say = remembered(plain, most=MOST_TEXTS)
        self.places = remembered(self._places)
        self.plan_row = remembered(self._plan_row)
        self.headings = remembered(self._headings)

    def row(self, texts: Iterable[str]) -> str:
        """Plain texts side by side; the line break keeps a phrase from reaching over two of them."""
        return "\n".join(dict.fromkeys(filter(None, map(self.say, filter(None, texts)))))

    def _places(self, place: str) -> tuple[str, ...]:
        return tuple(item.id for item in self.catalogue.registers.place_chain(place))

    def _plan_row(self, plan_id: str) -> str:
        plan = next(clause.plan for clause in self.catalogue.clauses_of(plan_id))
        return self.row(_plan_texts(self.catalogue, plan))

    def _headings(self, plan_id: str) -> dict[tuple[str, ...], str]:
        """The heading of each clause of a plan, by path."""
        return {item.path.elements: item.clause.heading or "" for item in self.catalogue.clauses_of(plan_id)}


def _document(
    reading: _Reading, clause: LinkedClause, reports: tuple[LinkedReporting, ...], order: int
) -> SearchDocument:
    plan = clause.plan
    told = tuple(map(_Told.of, clause.duties))
    return SearchDocument(
        anchor=clause.anchor,
        plan=plan.id,
        plan_title=plan.title,
        number=plan.number or "",
        place=clause.place.name,
        places=reading.places(plan.place),
        kind=plan.kind.value,
        period=tuple(map(str, plan.period or ())),
        path=clause.path.elements,
        citation=clause.citation,
        url=address_of(clause.anchor),
        heading=clause.clause.heading or "",
        summary=clause.clause.summary or "",
        departments=_unique(_department_ids(clause, told, reports)),
        enterprises=_unique(_enterprise_ids(clause)),
        topics=_unique(topic.id for topic in _topics(clause)),
        due=_unique(deadline.date.isoformat() for deadline in clause.deadlines),
        duties=tuple(_duty(reading, item) for item in told),
        fields=_fields(reading, clause, told, reports),
        order=order,
    )


def _duty(reading: _Reading, told: _Told) -> SearchDuty:
    duty = told.duty
    record = duty.duty
    lead, support, subjects = duty.lead, duty.support, duty.subjects
    return SearchDuty(
        anchor=duty.anchor,
        do=record.do,
        lead=tuple([department.name for department in lead]),
        support=tuple([department.name for department in support]),
        certainty=duty.certainty.value,
        subject=subjects,
        obliged=record.obliged,
        owner=told.owner,
        bearer=obliged_text(duty),
        deadlines=tuple(deadline.date.isoformat() for deadline in duty.deadlines),
        when=_when(duty),
        every=_unique(rule.every.value for rule in record.recurrence),
        targets=tuple(map(target_text, record.targets)),
        evidence=record.evidence or "",
        unconfirmed=duty.unconfirmed,
        leads=tuple([department.id for department in lead]),
        supports=tuple([department.id for department in support]),
        bearers=_unique(
            (*(party.id for party in duty.obliged), *(item.id for item in duty.enterprises if duty.for_enterprises))
        ),
        enterprise=duty.for_enterprises,
        plain=reading.row((record.do, *told.facts, told.owner, "、".join((*record.obliged, *subjects)))),
    )


def _figures(record: Clause | Duty) -> Iterator[str]:
    """Dates, frequencies and quantities as written and as we say them."""
    for item in record.deadlines:
        yield from (item.text, item.what)
    for rule in record.recurrence:
        yield from (rule.text, recurrence_text(rule), rule.what)
    for target in record.targets:
        yield from (target.text, target.what)


def _fields(
    reading: _Reading, clause: LinkedClause, told: Sequence[_Told], reports: Sequence[LinkedReporting]
) -> dict[str, str]:
    return {
        "heading": reading.say(clause.clause.heading or ""),
        "duties": reading.row((*_duty_texts(clause, told), *_report_texts(reports))),
        "summary": plain(clause.clause.summary or ""),
        "parties": reading.row(_parties(clause, told, reports)),
        # Verbatim only in plans that a user imported; our own sources hold summaries.
        "original": plain(clause.clause.text or ""),
        "cites": reading.row(_cites(clause)),
        "trail": reading.row(_trail(reading, clause)),
        "topics": reading.row(topic.name for topic in _topics(clause)),
        "scope": reading.row(_scope(clause)),
        "plan": reading.plan_row(clause.plan.id),
    }


def _duty_texts(clause: LinkedClause, told: Sequence[_Told]) -> Iterator[str]:
    for item in told:
        yield item.duty.duty.do
        yield from item.facts
    yield from _figures(clause.clause)


def _report_texts(reports: Sequence[LinkedReporting]) -> Iterator[str]:
    for item in reports:
        yield item.reporting.what
        if item.reporting.due:
            yield from (item.reporting.due.text, due_text(item.reporting.due))


def _parties(clause: LinkedClause, told: Sequence[_Told], reports: Sequence[LinkedReporting]) -> Iterator[str]:
    for item in told:
        duty = item.duty
        yield from [department.name for department in item.departments]
        yield from (*duty.duty.obliged, *duty.subjects, *duty.duty.applies_to)
        yield from (party.enterprise.name for party in duty.obliged if party.enterprise)
    for assignment in clause.assignments:
        yield assignment.phrase
    yield from clause.clause.applies_to
    for report in reports:
        yield from (*report.reporting.who, *report.reporting.to)


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


def _trail(reading: _Reading, clause: LinkedClause) -> Iterator[str]:
    """Headings of the clauses and of the attachment that this one stands under."""
    if clause.attachment:
        yield clause.attachment.title
    above = reading.headings(clause.plan.id)
    yield from (above.get(clause.path.elements[:depth], "") for depth in range(1, len(clause.path.elements)))


def _plan_texts(catalogue: Catalogue, plan: Plan) -> Iterator[str]:
    yield from (plan.id, plan.title, plan.notice_title or "", plan.number or "", *plan.issuers)
    yield from (name for place in catalogue.registers.place_chain(plan.place)[:1] for name in (place.name, place.short))
    for document in catalogue.lineage(plan.id).basis:
        yield from (document.title, document.number or "")


def _department_ids(clause: LinkedClause, told: Sequence[_Told], reports: Sequence[LinkedReporting]) -> Iterator[str]:
    for item in told:
        yield from [department.id for department in item.departments]
    for assignment in clause.assignments:
        yield from (department.id for department in (*assignment.lead, *assignment.support))
    for report in reports:
        yield from (party.department.id for party in (*report.who, *report.to) if party.department)


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


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))
