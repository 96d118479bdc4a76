"""Which calendars there are of a catalogue, and what each holds; `feed` writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.occurrences import Timed
from zerenku.catalogue.takeaway import CalendarOf, calendar_name


def calendars(catalogue: Catalogue) -> Mapping[str, tuple[str, tuple[Timed, ...]]]:
    """File name → what its calendar is called and holds, for everything that has something due."""
    return {name: (title, timed) for name, title, timed in _calendars(catalogue)}


def _calendars(catalogue: Catalogue) -> Iterator[tuple[str, str, tuple[Timed, ...]]]:
    schedule, registers = catalogue.schedule, catalogue.registers
    for plan in catalogue.plans:
        if timed := schedule.by_plan.get(plan.id):
            yield calendar_name(CalendarOf.PLAN, plan.id), plan.title, timed
    for department in registers.departments.entries:
        if timed := schedule.by_department.get(department.id):
            yield calendar_name(CalendarOf.DEPARTMENT, department.id), f"{department.name}的时限", timed
    for enterprise in registers.enterprises.entries:
        if timed := schedule.by_enterprise.get(enterprise.id):
            yield calendar_name(CalendarOf.ENTERPRISE, enterprise.id), f"{enterprise.name}的义务", timed
