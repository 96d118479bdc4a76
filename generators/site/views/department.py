"""The pages of departments: the index by place, and all that one department leads, shares, supports, does, reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generators.site.links import department_path, shown_departments
from generators.site.pages import OutlineItem, Section, SitePage
from generators.site.views.aka import aka_pages
from generators.site.views.by_plan import PlanGroup, by_plan
from generators.site.views.counts import certainty_counts
from zerenku.catalogue.catalogue import Catalogue, DepartmentRoles
from zerenku.catalogue.entries import LinkedDuty, LinkedReporting
from zerenku.catalogue.occurrences import Timed
from zerenku.model.register import Department, Place

ROLES = (
    ("lead", "牵头", "原文写明由本单位牵头或单独负责的事项。"),
    ("shared", "未明确牵头", "原文只列了几家单位，没有写谁牵头，本单位是其中之一。"),
    ("support", "配合", "由别的单位牵头，本单位配合。"),
    ("obliged", "应由本单位做", "原文以本单位为做事的一方；与上面各项可能是同一件事。"),
    ("reports", "应当报送", "本单位要向上报的材料。"),
    ("receives", "收到报送", "别的单位报给本单位的材料。"),
)


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department with all its roles; `counts` follows ROLES."""

    department: Department
    place: Place | None
    roles: DepartmentRoles
    receives: tuple[LinkedReporting, ...]

    @property
    def counts(self) -> tuple[tuple[str, str, int], ...]:
        """(role, label, how many)."""
        return tuple((role, label, len(self.items(role))) for role, label, _ in ROLES)

    def items(self, role: str) -> tuple[LinkedDuty, ...] | tuple[LinkedReporting, ...]:
        """The duties or reports of one role."""
        roles = self.roles
        found: dict[str, tuple[LinkedDuty, ...] | tuple[LinkedReporting, ...]] = {
            "lead": roles.lead,
            "shared": roles.shared,
            "support": roles.support,
            "obliged": roles.obliged,
            "reports": roles.reports,
            "receives": self.receives,
        }
        return found[role]

    def groups(self, role: str) -> tuple[PlanGroup, ...]:
        """The same by plan, in a plan by time."""
        return by_plan(self.items(role))


@dataclass(frozen=True, slots=True)
class TimedRow:
    """Something of a department that falls due, and its role in it."""

    timed: Timed
    role: str


def _row(catalogue: Catalogue, department: Department) -> DepartmentRow:
    receives = tuple(item for item in catalogue.reporting if any(party.department == department for party in item.to))
    place = catalogue.registers.places.get(department.place)
    return DepartmentRow(department, place, catalogue.roles(department.id), receives)


def department_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """The index, then a page for each department that has something to do."""
    rows = [_row(catalogue, department) for department in shown_departments(catalogue)]
    places = [
        (place, [row for row in rows if row.department.place == place.id])
        for place in catalogue.registers.places.entries
    ]
    groups = [(place, members) for place, members in places if members]
    yield SitePage(
        path="departments/index",
        title="部门",
        section=Section.DEPARTMENTS,
        template="departments.html.j2",
        data={"groups": groups, "roles": ROLES},
        outline=tuple(OutlineItem(place.name, f"place-{place.id}") for place, _ in groups),
        description="各部门牵头、配合、应做和应报的事项",
    )
    for row in rows:
        yield _department_page(catalogue, row)
    yield from aka_pages(catalogue)


def _department_page(catalogue: Catalogue, row: DepartmentRow) -> SitePage:
    department = row.department
    registers = catalogue.registers
    members = [found for item in department.members if (found := registers.departments.get(item))]
    duties = row.roles.duties
    dated, repeating = _timed(catalogue, row)
    data = {
        "row": row,
        "roles": ROLES,
        "parent": registers.departments.get(department.parent) if department.parent else None,
        "successor": registers.departments.get(department.replaced_by) if department.replaced_by else None,
        "before": [item for item in registers.departments.entries if item.replaced_by == department.id],
        "members": members,
        "counts": certainty_counts(duties),
        "total": len(duties),
        "dated": dated,
        "repeating": repeating,
    }
    outline = [OutlineItem(f"{label}（{count}）", role) for role, label, count in row.counts if count]
    if dated or repeating:
        outline.insert(0, OutlineItem(f"按时限（{len(dated) + len(repeating)}）", "times"))
    return SitePage(
        path=department_path(department),
        title=department.name,
        section=Section.DEPARTMENTS,
        template="department.html.j2",
        data=data,
        outline=tuple(outline),
        description=f"{department.name}牵头、配合、应做和应报的事项",
    )


def _timed(catalogue: Catalogue, row: DepartmentRow) -> tuple[Sequence[TimedRow], Sequence[TimedRow]]:
    """What falls due on a date, in order of time, and what repeats."""
    roles = {item.anchor: label for role, label, _ in reversed(ROLES) for item in row.items(role)}
    found = catalogue.schedule.by_department.get(row.department.id, ())
    # Rules of plans that do not say how long they run fall on no day, but bind all the same.
    found += tuple(item for item in catalogue.schedule.dateless if item.anchor in roles)
    rows = [TimedRow(item, roles.get(item.anchor, "")) for item in found]
    once = sorted((row for row in rows if not row.timed.every), key=lambda row: row.timed.days[0])
    return once, [row for row in rows if row.timed.every]
