"""Resolving names while noting what could not be resolved: the one place where a miss becomes a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from zerenku.catalogue.entries import Party, Reference
from zerenku.catalogue.registers import Registers
from zerenku.model.finding import Finding, Severity
from zerenku.model.place import Span
from zerenku.model.plan import Plan
from zerenku.model.register import Department, Enterprise, Topic

T = TypeVar("T")


class Resolver:
    """Look-ups for one plan; misses are collected in `findings`.

    Names are looked up together, and one by one only when one of them is unknown.
    """

    def __init__(self, registers: Registers, plan: Plan, findings: list[Finding]) -> None:
        self.registers, self.plan, self.findings = registers, plan, findings

    def miss(self, span: Span, rule: str, text: str, near: Iterable[str] = (), *, path: str = "") -> None:
        """Note an error with a did-you-mean."""
        likely = tuple(near)
        advice = f"是不是：{'、'.join(likely)}" if likely else "请在名录中登记，或改正写法"
        self.findings.append(Finding(span, rule, text, Severity.ERROR, advice, path))

    def _all(self, kind: str, names: tuple[str, ...], find: Callable[[str], T | None]) -> tuple[T, ...] | None:
        return self.registers.together(kind, names, find, place_id=self.plan.place) if names else ()

    def _department(self, name: str) -> Department | None:
        return self.registers.department(name, place_id=self.plan.place)

    def _party(self, name: str) -> Party | None:
        return self.registers.party(name, place_id=self.plan.place)

    def departments(self, names: Iterable[str], span: Span, *, field: str) -> tuple[Department, ...]:
        """Registered departments of the plan's place."""
        names = tuple(names)
        if (known := self._all("department", names, self._department)) is not None:
            return known
        found = []
        for name in names:
            department = self._department(name)
            if department is None:
                near = self.registers.departments.near(name)
                self.miss(span, "unknown-department", f"{field}不在部门名录：{name}", near)
            else:
                found.append(department)
        return tuple(found)

    def parties(self, names: Iterable[str], span: Span, *, field: str) -> tuple[Party, ...]:
        """Departments or enterprise words."""
        names = tuple(names)
        if (known := self._all("party", names, self._party)) is not None:
            return known
        found = []
        for name in names:
            party = self._party(name)
            if party is None:
                near = (
                    *self.registers.departments.near(name, limit=2),
                    *self.registers.enterprises.near(name, limit=2),
                )
                self.miss(span, "unknown-party", f"{field}不在部门名录，也不在企业名录：{name}", near)
            else:
                found.append(party)
        return tuple(found)

    def enterprises(self, names: Iterable[str], span: Span, *, field: str) -> tuple[Enterprise, ...]:
        """Enterprise words."""
        names = tuple(names)
        if (known := self._all("enterprise", names, self.registers.enterprise)) is not None:
            return known
        found = []
        for name in names:
            enterprise = self.registers.enterprise(name)
            if enterprise is None:
                near = self.registers.enterprises.near(name)
                self.miss(span, "unknown-enterprise", f"{field}不在企业名录：{name}", near)
            else:
                found.append(enterprise)
        return tuple(found)

    def topics(self, ids: Iterable[str], span: Span) -> tuple[Topic, ...]:
        """Topics by id."""
        ids = tuple(ids)
        if (known := self._all("topic", ids, self.registers.topics.get)) is not None:
            return known
        found = []
        for topic_id in ids:
            topic = self.registers.topics.get(topic_id)
            if topic is None:
                self.miss(span, "unknown-topic", f"没有这个主题：{topic_id}", self.registers.topics.near_ids(topic_id))
            else:
                found.append(topic)
        return tuple(found)

    def references(self, cites: Iterable[str], span: Span) -> tuple[Reference, ...]:
        """Cites resolved to documents or standards."""
        cites = tuple(cites)
        if (known := self._all("cite", cites, self.registers.reference)) is not None:
            return known
        found = []
        for cite in cites:
            reference = self.registers.reference(cite)
            if reference is None:
                near = (*self.registers.documents.near(cite, limit=2), *self.registers.standards.near(cite, limit=2))
                self.miss(span, "unknown-cite", f"引用的文件或标准未登记：{cite}", near)
                reference = Reference(cite)
            found.append(reference)
        return tuple(found)
