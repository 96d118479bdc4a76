"""What linking makes of the records: clauses, duties and reports with every name resolved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from operator import attrgetter

from zerenku.model.clause import Certainty, Clause, Deadline, Duty, Every, Recurrence, Target
from zerenku.model.path import ClausePath
from zerenku.model.plan import Attachment, Plan, Reporting
from zerenku.model.register import Department, Document, Enterprise, Place, Standard, Topic


class EnterpriseFacet(StrEnum):
    """Which list of the enterprise register an entry stands in."""

    KIND = "kinds"
    SIZE = "sizes"
    OPERATION = "operations"
    ROLE = "roles"


@dataclass(frozen=True, slots=True)
class Party:
    """A bearer of duties: a registered department or a word for enterprises; `written` is the plan's own wording."""

    written: str
    department: Department | None = None
    enterprise: Enterprise | None = None

    @property
    def name(self) -> str:
        """The registered name."""
        entry = self.department or self.enterprise
        return entry.name if entry else self.written

    @property
    def id(self) -> str:
        """The id in its register, empty when unknown."""
        entry = self.department or self.enterprise
        return entry.id if entry else ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A cite as written, and the document or standard it means."""

    written: str
    document: Document | None = None
    standard: Standard | None = None


@dataclass(frozen=True, slots=True)
class LinkedAssignment:
    """An office phrase with its departments; `lead` holds the named owners whatever the certainty."""

    certainty: Certainty
    lead: tuple[Department, ...]
    support: tuple[Department, ...]
    phrase: str
    covers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Owners:
    """The phrases over a duty, and what they say together: `certainty` is the strongest of theirs, NONE without any.

    `lead` are the departments named as owners, who lead only when certainty is LEAD; `support` those that assist or
    are named beside a clear lead.
    """

    assignments: tuple[LinkedAssignment, ...]
    # What follows from the phrases is no part of what they are.
    certainty: Certainty = field(compare=False)
    lead: tuple[Department, ...] = field(compare=False)
    support: tuple[Department, ...] = field(compare=False)

    @classmethod
    def of(cls, assignments: tuple[LinkedAssignment, ...]) -> Owners:
        """What these phrases say together."""
        found = {assignment.certainty for assignment in assignments}
        certainty = next((level for level in Certainty if level in found), Certainty.NONE)
        strongest = [item for item in assignments if item.certainty == certainty]
        lead = _unique(department for item in strongest for department in item.lead)
        leads = {department.id for department in lead}
        named = [department for item in assignments for department in (*item.support, *item.lead)]
        return cls(
            assignments, certainty, lead, _unique(department for department in named if department.id not in leads)
        )


@dataclass(frozen=True, slots=True)
class LinkedDuty:
    """A duty in its place. `anchor` is `plan/4-2-p1-d1`; `deadlines` in date order."""

    plan: Plan
    place: Place
    clause: Clause
    path: ClausePath
    clause_anchor: str
    id: str
    duty: Duty
    obliged: tuple[Party, ...]
    enterprises: tuple[Enterprise, ...]
    owners: Owners
    topics: tuple[Topic, ...]
    unconfirmed: tuple[str, ...]

    @property
    def assignments(self) -> tuple[LinkedAssignment, ...]:
        """The phrases over the duty."""
        return self.owners.assignments

    @property
    def anchor(self) -> str:
        """The stable id shared by site, search and calendars."""
        return f"{self.clause_anchor}-{self.id}"

    @property
    def citation(self) -> str:
        """《…方案》四（二）第1段: that of its clause."""
        return f"《{self.plan.title}》{self.path.citation}"

    @property
    def certainty(self) -> Certainty:
        """The strongest certainty among the covering assignments; NONE when no phrase covers the duty."""
        return self.owners.certainty

    @property
    def lead(self) -> tuple[Department, ...]:
        """The departments named as owners by the covering phrases; they lead only when certainty is LEAD."""
        return self.owners.lead

    @property
    def support(self) -> tuple[Department, ...]:
        """Departments that assist, or are named beside a clear lead."""
        return self.owners.support

    @property
    def subjects(self) -> tuple[str, ...]:
        """文中主体: the sentence's subject as written, empty when the sentence has none."""
        return self.duty.obliged if self.duty.subject is None else self.duty.subject

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """Due dates in order."""
        found = self.duty.deadlines
        return found if len(found) < 2 else tuple(sorted(found, key=attrgetter("date")))

    @property
    def departments(self) -> tuple[Department, ...]:
        """Every department that owns, supports or is itself obliged."""
        own = [party.department for party in self.obliged if party.department]
        return _unique((*self.lead, *self.support, *own))

    @property
    def for_enterprises(self) -> bool:
        """True when an enterprise (or a person in one) is the obliged party."""
        return any([party.enterprise for party in self.obliged])  # noqa: C419 - asked of all duties; most have one

    def recurs(self, every: Every) -> bool:
        """True when the duty repeats at that period."""
        return any(rule.every == every for rule in self.duty.recurrence)


@dataclass(frozen=True, slots=True)
class LinkedClause:
    """A clause in its place; `depth` 0 is a chapter; `title` is the heading or the opening words."""

    plan: Plan
    place: Place
    clause: Clause
    path: ClausePath
    anchor: str
    depth: int
    attachment: Attachment | None
    duties: tuple[LinkedDuty, ...]
    references: tuple[Reference, ...]
    enterprises: tuple[Enterprise, ...]
    assignments: tuple[LinkedAssignment, ...]
    topics: tuple[Topic, ...]

    @property
    def fragment(self) -> str:
        """The anchor inside the plan's page."""
        return self.anchor.partition("/")[2]

    @property
    def citation(self) -> str:
        """《…方案》四（二）第1段."""
        return f"《{self.plan.title}》{self.path.citation}"

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """Own and duties' deadlines, each once, in order."""
        found = [*self.clause.deadlines, *(item for duty in self.clause.duties for item in duty.deadlines)]
        return tuple(sorted({(item.date, item.text): item for item in reversed(found)}.values(), key=_by_date))

    @property
    def recurrence(self) -> tuple[Recurrence, ...]:
        """Own and duties' recurrences."""
        return (*self.clause.recurrence, *(item for duty in self.clause.duties for item in duty.recurrence))

    @property
    def targets(self) -> tuple[Target, ...]:
        """Own and duties' targets."""
        return (*self.clause.targets, *(item for duty in self.clause.duties for item in duty.targets))


@dataclass(frozen=True, slots=True)
class LinkedReporting:
    """A reporting duty with its parties; `anchor` is `plan/r1` counted in source order."""

    plan: Plan
    place: Place
    reporting: Reporting
    who: tuple[Party, ...]
    to: tuple[Party, ...]
    anchor: str
    clause_anchor: str | None


@dataclass(frozen=True, slots=True)
class Superior:
    """A document above a plan; `depth` 0 is named by the plan itself, 1 by such a document, and so on."""

    document: Document
    depth: int


@dataclass(frozen=True, slots=True)
class PlanLineage:
    """The documents a plan carries out, and the plans around it.

    `basis` is what it names itself, `superiors` those and what they carry out in turn. `parents` are superiors whose
    text is a plan of this catalogue, `children` plans that carry this one out, `siblings` plans with a superior in
    common.
    """

    basis: tuple[Document, ...]
    superiors: tuple[Superior, ...]
    parents: tuple[Plan, ...]
    children: tuple[Plan, ...]
    replaces: tuple[Plan, ...]
    replaced_by: Plan | None
    siblings: tuple[Plan, ...]


def _by_date(deadline: Deadline) -> tuple[date, str]:
    return deadline.date, deadline.text


def _unique(departments: Iterable[Department]) -> tuple[Department, ...]:
    return tuple({department.id: department for department in departments}.values())
