"""The sealed catalogue: every index and question of the product, and no setter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from zerenku.catalogue.enterprises import Firm, upward
from zerenku.catalogue.entries import LinkedClause, LinkedDuty, LinkedReporting, PlanLineage
from zerenku.catalogue.occurrences import Schedule
from zerenku.catalogue.registers import Registers
from zerenku.errors import UnknownName
from zerenku.model.clause import Certainty
from zerenku.model.plan import Plan
from zerenku.model.register import Department, Enterprise

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class DepartmentRoles:
    """What one department leads, shares without a clear lead, supports, must itself do, and must report."""

    lead: tuple[LinkedDuty, ...]
    shared: tuple[LinkedDuty, ...]
    support: tuple[LinkedDuty, ...]
    obliged: tuple[LinkedDuty, ...]
    reports: tuple[LinkedReporting, ...]

    @property
    def duties(self) -> tuple[LinkedDuty, ...]:
        """Its duties of all roles, each once."""
        return tuple({id(duty): duty for duty in (*self.lead, *self.shared, *self.support, *self.obliged)}.values())

    @property
    def count(self) -> int:
        """Duties and reports together, each role counted."""
        return len(self.lead) + len(self.shared) + len(self.support) + len(self.obliged) + len(self.reports)


@dataclass(slots=True)
class _Shares:
    """The duties of one department by its role in them, in text order."""

    lead: list[LinkedDuty] = field(default_factory=list)
    shared: list[LinkedDuty] = field(default_factory=list)
    support: list[LinkedDuty] = field(default_factory=list)
    obliged: list[LinkedDuty] = field(default_factory=list)


class Catalogue:
    """All plans linked with all registers, built by `link.link`; read-only; in order of plan id, then of the text."""

    def __init__(
        self,
        *,
        registers: Registers,
        clauses: Iterable[LinkedClause],
        reporting: Iterable[LinkedReporting],
        plans: Iterable[Plan],
        lineage: Mapping[str, PlanLineage],
    ) -> None:
        self.registers = registers
        self.plans: tuple[Plan, ...] = tuple(sorted(plans, key=lambda plan: plan.id))
        self.clauses: tuple[LinkedClause, ...] = tuple(clauses)
        self.duties: tuple[LinkedDuty, ...] = tuple(duty for clause in self.clauses for duty in clause.duties)
        self.reporting: tuple[LinkedReporting, ...] = tuple(reporting)
        self._lineage = dict(lineage)
        self._plans = {plan.id: plan for plan in self.plans}
        self._by_plan = _group(self.clauses, lambda clause: (clause.plan.id,))
        self._shares = _shared_out(self.duties)
        self._by_enterprise = _group(self.duties, lambda duty: (item.id for item in duty.enterprises))
        # Asked on many pages, and worked out once.
        self._obliged: dict[str, tuple[LinkedDuty, ...]] = {}
        self._roles: dict[str, DepartmentRoles] = {}
        self._by_topic = _group(self.duties, lambda duty: (item.id for item in duty.topics))
        self._citing_standard = _group(
            self.clauses, lambda clause: (ref.standard.id for ref in clause.references if ref.standard)
        )
        self._citing_document = _group(
            self.clauses, lambda clause: (ref.document.id for ref in clause.references if ref.document)
        )
        self._reporting_of = _group(self.reporting, lambda item: (item.plan.id,))
        self._reports_of = _group(
            self.reporting, lambda item: (party.department.id for party in item.who if party.department)
        )
        self._reports_to = _group(
            self.reporting, lambda item: (party.department.id for party in item.to if party.department)
        )
        self._sealed = True

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse once sealed: AttributeError."""
        if "_sealed" in self.__dict__:
            raise AttributeError(name)
        super().__setattr__(name, value)

    # Asked by few, and of all clauses and duties there are.

    @cached_property
    def _clause_at(self) -> Mapping[str, LinkedClause]:
        return {clause.anchor: clause for clause in self.clauses}

    @cached_property
    def _duty_at(self) -> Mapping[str, LinkedDuty]:
        return {duty.anchor: duty for duty in self.duties}

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {duty.anchor: number for number, duty in enumerate(self.duties)}

    @cached_property
    def schedule(self) -> Schedule:
        """What falls due when; worked out at the first question, which many uses of a catalogue never ask."""
        return Schedule(self.clauses, self.reporting)

    def plan(self, plan_id: str) -> Plan | None:
        """The plan with that id."""
        return self._plans.get(plan_id)

    def clause(self, anchor: str) -> LinkedClause | None:
        """The clause at a full anchor (`plan/4-2-p1`)."""
        return self._clause_at.get(anchor)

    def duty(self, anchor: str) -> LinkedDuty | None:
        """The duty at a full anchor (`plan/4-2-p1-d1`)."""
        return self._duty_at.get(anchor)

    def clauses_of(self, plan_id: str) -> tuple[LinkedClause, ...]:
        """Clauses of a plan in text order, body before attachments."""
        return self._by_plan.get(plan_id, ())

    def duties_of(self, plan_id: str) -> tuple[LinkedDuty, ...]:
        """Duties of a plan in text order."""
        return tuple(duty for clause in self.clauses_of(plan_id) for duty in clause.duties)

    def reporting_of(self, plan_id: str) -> tuple[LinkedReporting, ...]:
        """Reporting duties of a plan in source order."""
        return self._reporting_of.get(plan_id, ())

    def lineage(self, plan_id: str) -> PlanLineage:
        """What the plan carries out and what it replaces; KeyError for an unknown plan."""
        return self._lineage[plan_id]

    def reports_to(self, department_id: str) -> tuple[LinkedReporting, ...]:
        """Reports that a department receives, in source order."""
        return self._reports_to.get(department_id, ())

    def roles(self, department_id: str) -> DepartmentRoles:
        """Everything one department leads, shares, supports, must do or report."""
        if department_id not in self._roles:
            self._roles[department_id] = self._roles_of(department_id)
        return self._roles[department_id]

    def _roles_of(self, department_id: str) -> DepartmentRoles:
        shares = self._shares.get(department_id, _Shares())
        reports = self._reports_of.get(department_id, ())
        return DepartmentRoles(
            tuple(shares.lead), tuple(shares.shared), tuple(shares.support), tuple(shares.obliged), reports
        )

    def active_departments(self) -> tuple[Department, ...]:
        """Departments with at least one duty or report, in register order."""
        used = set(self._shares) | set(self._reports_of)
        return tuple(item for item in self.registers.departments.entries if item.id in used)

    def obligations(self, enterprise_id: str) -> tuple[LinkedDuty, ...]:
        """Duties that name that enterprise word as bearer or scope, and those of the words above it, in text order.

        Only where an enterprise is obliged; of the words above, only what a firm of this word must do.
        """
        if enterprise_id not in self._obliged:
            self._obliged[enterprise_id] = self._obligations_on(enterprise_id)
        return self._obliged[enterprise_id]

    def _obligations_on(self, enterprise_id: str) -> tuple[LinkedDuty, ...]:
        word = self.registers.enterprises.get(enterprise_id)
        if word is None:
            return ()
        found = {item.anchor: item for item in self._by_enterprise.get(word.id, ()) if item.for_enterprises}
        if above := upward(self.registers, word)[1:]:
            firm = Firm.of(self.registers, [word.id])
            more = (item for entry in above for item in self._by_enterprise.get(entry.id, ()) if firm.must(item))
            found |= {item.anchor: item for item in more}
            return tuple(sorted(found.values(), key=lambda item: self._order[item.anchor]))
        return tuple(found.values())

    def obligations_of(
        self, firm: Firm, *, place_id: str | None = None, plan_id: str | None = None
    ) -> tuple[LinkedDuty, ...]:
        """A firm's duties in text order: in the plans of its place and of the places above it, or in one plan.

        UnknownName for a place that is not registered.
        """
        places = None
        if place_id is not None:
            chain = self.registers.place_chain(place_id)
            if not chain:
                raise UnknownName("地区", place_id, self.registers.places.near_ids(place_id))
            places = {place.id for place in chain}
        duties = self.duties_of(plan_id) if plan_id else self.duties
        return tuple(duty for duty in duties if (places is None or duty.place.id in places) and firm.must(duty))

    def active_enterprises(self) -> tuple[Enterprise, ...]:
        """Enterprise words with at least one obligation, in register order."""
        return self._active_enterprises

    @cached_property
    def _active_enterprises(self) -> tuple[Enterprise, ...]:
        return tuple(item for item in self.registers.enterprises.entries if self.obligations(item.id))

    def on_topic(self, topic_id: str) -> tuple[LinkedDuty, ...]:
        """Duties on a topic."""
        return self._by_topic.get(topic_id, ())

    def treating(self, topic_id: str) -> tuple[LinkedClause, ...]:
        """Clauses that treat a topic, themselves or by one of their duties, in text order."""
        return self._treating.get(topic_id, ())

    @cached_property
    def _treating(self) -> dict[str, tuple[LinkedClause, ...]]:
        return _group(
            self.clauses,
            lambda clause: (
                topic.id for topics in (clause.topics, *(duty.topics for duty in clause.duties)) for topic in topics
            ),
        )

    def citing_standard(self, standard_id: str) -> tuple[LinkedClause, ...]:
        """Clauses that cite a standard."""
        return self._citing_standard.get(standard_id, ())

    def citing_document(self, document_id: str) -> tuple[LinkedClause, ...]:
        """Clauses that cite a document."""
        return self._citing_document.get(document_id, ())

    def carrying_out(self, document_id: str) -> tuple[Plan, ...]:
        """Plans that name the document as their basis."""
        return tuple(plan for plan in self.plans if document_id in plan.basis)


def _shared_out(duties: Iterable[LinkedDuty]) -> dict[str, _Shares]:
    """By the id of each department that owns, supports or is itself obliged."""
    found: defaultdict[str, _Shares] = defaultdict(_Shares)
    for duty in duties:
        owners = duty.owners
        for department in owners.lead:
            own = found[department.id]
            (own.lead if owners.certainty == Certainty.LEAD else own.shared).append(duty)
        for department in owners.support:
            found[department.id].support.append(duty)
        for department_id in {party.department.id: None for party in duty.obliged if party.department}:
            found[department_id].obliged.append(duty)
    return dict(found)


def _group(items: Iterable[T], keys: Callable[[T], Iterable[K]]) -> dict[K, tuple[T, ...]]:
    """Items by key, each once under a key however often it has it."""
    groups: defaultdict[K, list[T]] = defaultdict(list)
    for item in items:
        for key in keys(item):
            own = groups[key]
            if not own or own[-1] is not item:
                own.append(item)
    return {key: tuple(members) for key, members in groups.items()}
