"""The pages of departments: the index by place, and all that one department leads, shares, supports, does, reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generators.site.links import department_path, shown_departments
from generators.site.pages import OutlineItem, Section, Sheaf, SitePage
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
class RoleList:
    """How long the list of a role is, and the page on which it begins; no page when it is empty."""

    role: str
    label: str
    count: int
    path: str


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department with all its roles; `times` is what falls due of it, in text order."""

    department: Department
    place: Place | None
    roles: DepartmentRoles
    receives: tuple[LinkedReporting, ...]
    times: tuple[Timed, ...]

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
        """So many of what falls due, then of what repeats, each with the department's first role in it."""
        roles = {item.anchor: label for role, label, _ in reversed(ROLES) for item in self.items(role)}
        once = sorted((item for item in self.times if not item.every), key=lambda item: item.days[0])
        ordered = (*once, *(item for item in self.times if item.every))
        return [TimedRow(item, roles.get(item.anchor, "")) for item in ordered[first:last]]

    def groups(self, role: str) -> tuple[PlanGroup, ...]:
        """The same by plan, in a plan by time."""
        return by_plan(self.items(role))

    @property
    def paths(self) -> list[str]:
        """The pages of the department."""
        return sheet_paths(department_path(self.department), max(-(-sum(self.counts) // SHEET), 1))

    @property
    def counts(self) -> tuple[int, ...]:
        """How much falls due, then how long the list of each role is."""
        return (len(self.times), *(len(self.items(role)) for role, _, _ in ROLES))

    def lists(self) -> list[RoleList]:
        """What falls due, then the roles in their order, each with the page on which its list begins."""
        names = ((TIMES, "按时限"), *((role, label) for role, label, _ in ROLES))
        paths, before, found = self.paths, 0, []
        for (role, label), count in zip(names, self.counts, strict=True):
            # An empty last list would begin behind the last page.
            found.append(RoleList(role, label, count, paths[before // SHEET] if count else ""))
            before += count
        return found


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


def department_pages(catalogue: Catalogue) -> Iterator[SitePage | Sheaf]:
    """The index, then a sheaf for each department that has something to do, then the pages under other names."""
    rows = [_row(catalogue, department) for department in shown_departments(catalogue)]
    places = [
        (place, [row for row in rows if row.department.place == place.id])
        for place in catalogue.registers.places.entries
    ]
    groups = [(place, members) for place, members in places if members]
    counted = tuple((place, [(row.department, row.counts) for row in own]) for place, own in groups)
    yield Sheaf("departments/index", Section.DEPARTMENTS, counted, partial(_index, groups))
    for row in rows:
        around = Around.of(catalogue, row.department)
        pages = partial(_department_pages, row, around)
        yield Sheaf(department_path(row.department), Section.DEPARTMENTS, (row, around), pages)
    yield aka_pages(catalogue)


def _index(groups: Sequence[tuple[Place, Sequence[DepartmentRow]]]) -> Iterator[SitePage]:
    """All departments by place, with how much each has to do."""
    yield SitePage(
        path="departments/index",
        title="部门",
        section=Section.DEPARTMENTS,
        template="departments.html.j2",
        data={"groups": groups, "roles": ROLES},
        outline=tuple(OutlineItem(place.name, f"place-{place.id}") for place, _ in groups),
        description="各部门牵头、配合、应做和应报的事项",
    )


@dataclass(frozen=True, slots=True)
class Around:
    """The departments above, in and before a department, and the one that took over from it."""

    parent: Department | None
    successor: Department | None
    before: tuple[Department, ...]
    members: tuple[Department, ...]

    @classmethod
    def of(cls, catalogue: Catalogue, department: Department) -> Around:
        """As the registers of the catalogue tell."""
        departments = catalogue.registers.departments
        return cls(
            parent=departments.get(department.parent) if department.parent else None,
            successor=departments.get(department.replaced_by) if department.replaced_by else None,
            before=tuple(item for item in departments.entries if item.replaced_by == department.id),
            members=tuple(found for item in department.members if (found := departments.get(item))),
        )


def _department_pages(row: DepartmentRow, around: Around) -> Iterator[SitePage]:
    department = row.department
    duties = row.roles.duties
    data = {
        "row": row,
        "sheet_of": department_sheet,
        "parent": around.parent,
        "successor": around.successor,
        "before": around.before,
        "members": around.members,
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
    return tuple(OutlineItem(f"{item.label}（{item.count}）", item.role) for item in row.lists() if item.path == path)


def _timed(catalogue: Catalogue, row: DepartmentRow) -> tuple[Timed, ...]:
    """What falls due for it, and rules of plans that do not say how long they run: they bind, if on no day."""
    found = catalogue.schedule.by_department.get(row.department.id, ())
    if dateless := catalogue.schedule.dateless:
        own = {item.anchor for role, _, _ in ROLES for item in row.items(role)}
        found += tuple(item for item in dateless if item.anchor in own)
    return found
