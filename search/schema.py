"""The documents to index, read off the sealed catalogue. No engine, no file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from search.analyzer import plain
from search.document import SearchDocument
from search.memory import remembered
from search.telling import Told, beside, figures_of, told_of
from zerenku.catalogue.addresses import address_of
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause, LinkedReporting
from zerenku.catalogue.wording import due_text, recurrence_text
from zerenku.model.plan import Plan
from zerenku.model.register import Enterprise, Topic
from zerenku.store.parallel import unhurried_collector

# Plain texts remembered while one catalogue is read: names, dates and frequencies come again, whole sentences seldom.
MOST_TEXTS: Final = 50_000


def documents(catalogue: Catalogue, plans: Iterable[str] | None = None) -> tuple[SearchDocument, ...]:
    """One document per clause, by plan id and text order; `order` counts them from 0.

    With the ids of `plans`, the clauses of these alone.
    """
    ids = [plan.id for plan in catalogue.plans] if plans is None else list(plans)
    clauses = catalogue.clauses if plans is None else [item for plan in ids for item in catalogue.clauses_of(plan)]
    reports: dict[str, list[LinkedReporting]] = {}
    for plan in ids:
        for item in catalogue.reporting_of(plan):
            if item.clause_anchor:
                reports.setdefault(item.clause_anchor, []).append(item)
    reading = _Reading(catalogue)
    with unhurried_collector():
        found = [_document(reading, item, reports.get(item.anchor, ()), order) for order, item in enumerate(clauses)]
    return tuple(found)


class _OfPlan(NamedTuple):
    """What the clauses of a plan have from it; `headings` by path, `trails` by what they are made of."""

    places: tuple[str, ...]
    kind: str
    period: tuple[str, ...]
    row: str
    headings: dict[tuple[str, ...], str]
    trails: dict[tuple[str, tuple[str, ...]], str]


class _Reading:
    """What clauses have in common, read once a call: plain texts of repeated words, what a plan says."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.say = remembered(plain, most=MOST_TEXTS)
        self.of_plan = remembered(self._of_plan)

    def row(self, texts: Iterable[str]) -> str:
        """The texts side by side, plain."""
        return beside(map(self.say, texts))

    def _of_plan(self, plan_id: str) -> _OfPlan:
        clauses = self.catalogue.clauses_of(plan_id)
        plan = clauses[0].plan
        return _OfPlan(
            places=tuple(item.id for item in self.catalogue.registers.place_chain(plan.place)),
            kind=plan.kind.value,
            period=tuple(map(str, plan.period or ())),
            row=self.row(_plan_texts(self.catalogue, plan)),
            headings={item.path.elements: item.clause.heading or "" for item in clauses},
            trails={},
        )

    def trail(self, clause: LinkedClause, of_plan: _OfPlan) -> str:
        """Headings of the clauses and of the attachment over this one, the same for all who stand there."""
        title = clause.attachment.title if clause.attachment else ""
        above = clause.path.elements[:-1]
        found = of_plan.trails.get((title, above))
        if found is None:
            headings = [of_plan.headings.get(above[:depth], "") for depth in range(1, len(above) + 1)]
            found = of_plan.trails[title, above] = self.row((title, *headings))
        return found


def _document(
    reading: _Reading, clause: LinkedClause, reports: Sequence[LinkedReporting], order: int
) -> SearchDocument:
    plan, record = clause.plan, clause.clause
    of_plan, told, topics = reading.of_plan(plan.id), told_of(clause, reading.say), _topics(clause)
    enterprises = _enterprises(clause)
    return SearchDocument(
        anchor=clause.anchor,
        plan=plan.id,
        plan_title=plan.title,
        number=plan.number or "",
        place=clause.place.name,
        places=of_plan.places,
        kind=of_plan.kind,
        period=of_plan.period,
        path=clause.path.elements,
        citation=clause.citation,
        url=address_of(clause.anchor),
        heading=record.heading or "",
        summary=record.summary or "",
        departments=_unique(_department_ids(clause, told, reports)),
        enterprises=_unique(_enterprise_ids(clause, told)),
        topics=_unique([topic.id for topic in topics]),
        due=_unique([deadline.date.isoformat() for deadline in clause.deadlines]),
        duties=tuple([item.document(reading.say) for item in told]),
        fields={
            "heading": reading.say(record.heading or ""),
            "duties": beside(chain(*[item.plain for item in told], map(reading.say, _other_texts(clause, reports)))),
            "summary": plain(record.summary or ""),
            "parties": reading.row(_parties(clause, told, reports)),
            # Verbatim only in plans that a user imported; our own sources hold summaries.
            "original": plain(record.text or ""),
            "cites": reading.row(_cites(clause)),
            "trail": reading.trail(clause, of_plan),
            "topics": reading.row([topic.name for topic in topics]),
            "scope": reading.row([item.name for item in enterprises]),
            "plan": of_plan.row,
        },
        order=order,
    )


def _other_texts(clause: LinkedClause, reports: Sequence[LinkedReporting]) -> Iterator[str]:
    """Figures that belong to no single duty, and reports."""
    yield from figures_of(clause.clause, map(recurrence_text, clause.clause.recurrence))
    for item in reports:
        yield item.reporting.what
        if item.reporting.due:
            yield from (item.reporting.due.text, due_text(item.reporting.due))


def _parties(clause: LinkedClause, told: Sequence[Told], reports: Sequence[LinkedReporting]) -> list[str]:
    found: list[str] = []
    for item in told:
        found += item.names()
    found += [assignment.phrase for assignment in clause.assignments]
    found += clause.clause.applies_to
    for report in reports:
        found += (*report.reporting.who, *report.reporting.to)
    return found


def _cites(clause: LinkedClause) -> Iterator[str]:
    for reference in clause.references:
        yield reference.written
        if reference.standard:
            yield from (reference.standard.code or "", reference.standard.title)
        if reference.document:
            yield from (reference.document.number or "", reference.document.title)


def _topics(clause: LinkedClause) -> list[Topic]:
    """Those of the clause and of its duties, most of which have the clause's."""
    more = [topic for duty in clause.duties if duty.topics is not clause.topics for topic in duty.topics]
    return [*clause.topics, *more]


def _enterprises(clause: LinkedClause) -> list[Enterprise]:
    """Every enterprise that the clause reaches, those among them that only the scope of the plan names."""
    return [*clause.enterprises, *[item for duty in clause.duties for item in duty.enterprises]]


def _plan_texts(catalogue: Catalogue, plan: Plan) -> Iterator[str]:
    yield from (plan.id, plan.title, plan.notice_title or "", plan.number or "", *plan.issuers)
    yield from (name for place in catalogue.registers.place_chain(plan.place)[:1] for name in (place.name, place.short))
    for document in catalogue.lineage(plan.id).basis:
        yield from (document.title, document.number or "")


def _department_ids(clause: LinkedClause, told: Sequence[Told], reports: Sequence[LinkedReporting]) -> list[str]:
    found: list[str] = []
    for item in told:
        found += item.departments()
    for assignment in clause.assignments:
        found += [department.id for department in (*assignment.lead, *assignment.support)]
    for report in reports:
        found += [party.department.id for party in (*report.who, *report.to) if party.department]
    return found


def _enterprise_ids(clause: LinkedClause, told: Sequence[Told]) -> list[str]:
    found = [enterprise.id for enterprise in clause.enterprises]
    for item in told:
        found += [enterprise.id for enterprise in item.duty.enterprises]
        found += [enterprise.id for enterprise in item.firms]
    return found


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))
