"""The pages of departments: the index by place, and all that one department leads, shares, supports, does, reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generators.site.links import department_path, shown_departments
from generators.site.pages import OutlineItem, Section, SitePage
from generators.site.views.aka import aka_pages
from generators.site.views.by_plan import PlanGroup, by_plan
from generators.site.views.counts import certainty_counts
from generators.site.views.sheets import SHEET, sheet_paths, sheet_title
from zerenku.catalogue.catalogue import Catalogue, DepartmentRoles
from zerenku.catalogue.entries import LinkedDuty, LinkedReporting
from zerenku.catalogue.occurrences import Timed
from zerenku.model.register import Department, Place

TIMES = "times"
"""The list of what falls due; it stands before those of roles."""
ROLES = (
    ("lead", "牵头", "原文写明由本单位牵头或单独负责的事项。"),
    ("shared", "未明确牵头", "原文只列了几家单位，没有写谁牵头，本单位是其中之一。"),
    ("support", "配合", "由别的单位牵头，本单位配合。"),
    ("obliged", "应由本单位做", "原文以本单位为做事的一方；与上面各项可能是同一件事。"),
    ("reports", "应当报送", "本单位要向上报的材料。"),
    ("receives", "收到报送", "别的单位报给本单位的材料。"),
)


@dataclass(frozen=True, slots=True)
class TimedRow:
    """Something of a department that falls due, and its role in it."""

    timed: Timed
    role: str


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department with all its roles; `counts` follows ROLES, `times` is what falls due of it, then what repeats."""

    department: Department
    place: Place | None
    roles: DepartmentRoles
    receives: tuple[LinkedReporting, ...]
    times: tuple[Timed, ...]

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

    def timed_rows(self, first: int, last: int) -> list[TimedRow]:
        """So many of what falls due, each with the department's first role in it."""
        roles = {item.anchor: label for role, label, _ in reversed(ROLES) for item in self.items(role)}
        return [TimedRow(item, roles.get(item.anchor, "")) for item in self.times[first:last]]

    def groups(self, role: str) -> tuple[PlanGroup, ...]:
        """The same by plan, in a plan by time."""
        return by_plan(self.items(role))

    @property
    def paths(self) -> list[str]:
        """The pages of the department."""
        rows = len(self.times) + sum(count for _, _, count in self.counts)
        return sheet_paths(department_path(self.department), max(-(-rows // SHEET), 1))

    def path_of(self, role: str) -> str:
        """The page on which the list of a role, or of what falls due, begins."""
        before = 0
        for name, _, count in ((TIMES, "", len(self.times)), *self.counts):
            if name == role:
                break
            before += count
        return self.paths[before // SHEET]


@dataclass(frozen=True, slots=True)
class RoleSheet:
    """What one page shows of a role, of each plan the duties or reports there; `total` counts those of all pages."""

    role: str
    label: str
    says: str
    total: int
    parts: tuple[tuple[PlanGroup, Sequence[LinkedDuty | LinkedReporting]], ...]


def department_sheet(row: DepartmentRow, number: int) -> tuple[Sequence[TimedRow], list[RoleSheet]]:
    """What falls due and the roles that a page of a department shows; made when the page is poured."""
    first, last = number * SHEET, (number + 1) * SHEET
    at = len(row.times)
    sheets = []
    for role, label, says in ROLES:
        parts = []
        for group in row.groups(role):
            if items := group.items[max(first - at, 0) : max(last - at, 0)]:
                parts.append((group, items))
            at += len(group.items)
        if parts:
            sheets.append(RoleSheet(role, label, says, len(row.items(role)), tuple(parts)))
    return row.timed_rows(first, last), sheets


def _row(catalogue: Catalogue, department: Department) -> DepartmentRow:
    place = catalogue.registers.places.get(department.place)
    roles, receives = catalogue.roles(department.id), catalogue.reports_to(department.id)
    bare = DepartmentRow(department, place, roles, receives, ())
    return replace(bare, times=_timed(catalogue, bare))


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
        yield from _department_pages(catalogue, row)
    yield from aka_pages(catalogue)


def _department_pages(catalogue: Catalogue, row: DepartmentRow) -> Iterator[SitePage]:
    department = row.department
    registers = catalogue.registers
    members = [found for item in department.members if (found := registers.departments.get(item))]
    duties = row.roles.duties
    data = {
        "row": row,
        "sheet_of": department_sheet,
        "parent": registers.departments.get(department.parent) if department.parent else None,
        "successor": registers.departments.get(department.replaced_by) if department.replaced_by else None,
        "before": [item for item in registers.departments.entries if item.replaced_by == department.id],
        "members": members,
        "counts": certainty_counts(duties),
        "total": len(duties),
        "paths": row.paths,
    }
    for number, path in enumerate(row.paths):
        yield SitePage(
            path=path,
            title=sheet_title(department.name, number),
            section=Section.DEPARTMENTS,
            template="department.html.j2",
            data={**data, "number": number},
            outline=_outline(row, path),
            description=f"{department.name}牵头、配合、应做和应报的事项",
        )


def _outline(row: DepartmentRow, path: str) -> tuple[OutlineItem, ...]:
    """The lists that begin on a page."""
    lists = [(TIMES, "按时限", len(row.times)), *row.counts]
    return tuple(
        OutlineItem(f"{label}（{count}）", role) for role, label, count in lists if count and row.path_of(role) == path
    )


def _timed(catalogue: Catalogue, row: DepartmentRow) -> tuple[Timed, ...]:
    """What falls due on a date, in order of time, then what repeats."""
    found = catalogue.schedule.by_department.get(row.department.id, ())
    # Rules of plans that do not say how long they run fall on no day, but bind all the same.
    if dateless := catalogue.schedule.dateless:
        own = {item.anchor for role, _, _ in ROLES for item in row.items(role)}
        found += tuple(item for item in dateless if item.anchor in own)
    once = sorted((item for item in found if not item.every), key=lambda item: item.days[0])
    return (*once, *(item for item in found if item.every))
