"""The lists of one department: what it leads, shares, supports, must itself do and must report, by deadline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generators.blocks import Block, Column, Heading, Para, ParaKind, Table
from generators.compose import cells
from generators.compose.frame import clause_of
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedDuty, LinkedReporting
from zerenku.model.numerals import int_to_chinese
from zerenku.model.plan import Plan
from zerenku.model.register import Department

NUMBER: Final = Column(name="序号", weight=3, centred=True)
WHAT: Final = Column(name="具体要求", weight=22)
WHEN: Final = Column(name="完成时限", weight=8)
SOURCE: Final = Column(name="依据", weight=8)
REPORT_COLUMNS: Final = (
    NUMBER,
    Column(name="报送内容", weight=20),
    Column(name="报给谁", weight=10),
    Column(name="报送时限", weight=8),
    Column(name="字数、用表", weight=8),
    SOURCE,
)
NOTE: Final = "注：“依据”是原方案的条款位置；时限栏写“原文未写”的，原方案没有规定。清单文字系摘编，以原文为准。"


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """Duties in one role; `owner` fills the column about the others who share it."""

    short: str
    heading: str
    column: str
    owner: Callable[[LinkedDuty], str]
    duties: tuple[LinkedDuty, ...]

    @property
    def count(self) -> int:
        """How many duties."""
        return len(self.duties)


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """What must be reported."""

    short: str
    heading: str
    reports: tuple[LinkedReporting, ...]

    @property
    def count(self) -> int:
        """How many reports."""
        return len(self.reports)


@dataclass(frozen=True, slots=True)
class DutyLists:
    """All groups of one department, each duty in the first group that it fits."""

    groups: tuple[DutyGroup | ReportGroup, ...]

    @property
    def count(self) -> int:
        """Duties and reports together."""
        return sum(group.count for group in self.groups)

    @property
    def duties(self) -> tuple[LinkedDuty, ...]:
        """The duties of all groups."""
        return tuple(duty for group in self.groups if isinstance(group, DutyGroup) for duty in group.duties)

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans they come from, in order of id."""
        reports = (item for group in self.groups if isinstance(group, ReportGroup) for item in group.reports)
        found = {duty.plan.id: duty.plan for duty in self.duties} | {item.plan.id: item.plan for item in reports}
        return tuple(found[key] for key in sorted(found))


def lists_of(catalogue: Catalogue, department: Department, plan: Plan | None = None) -> DutyLists:
    """The department's lists, of one plan or of all."""
    roles = catalogue.roles(department.id)
    seen: set[str] = set()

    def take(duties: Iterable[LinkedDuty]) -> tuple[LinkedDuty, ...]:
        """Those not listed under an earlier role, by deadline."""
        mine = [duty for duty in duties if (plan is None or duty.plan.id == plan.id) and duty.anchor not in seen]
        seen.update(duty.anchor for duty in mine)
        return tuple(cells.by_due(mine))

    return DutyLists(
        (
            DutyGroup("牵头", "牵头的事项", "配合单位", cells.support_cell, take(roles.lead)),
            DutyGroup("未明确牵头的", "未明确牵头、列有本单位的事项", "责任单位", cells.lead_cell, take(roles.shared)),
            DutyGroup("配合", "配合的事项", "牵头单位", cells.lead_cell, take(roles.support)),
            DutyGroup("自行落实", "原文以本单位为落实一方的事项", "责任单位", cells.lead_cell, take(roles.obliged)),
            ReportGroup(
                "报送", "应当报送的材料", tuple(r for r in roles.reports if plan is None or r.plan.id == plan.id)
            ),
        )
    )


def list_blocks(catalogue: Catalogue, lists: DutyLists, plans: Sequence[Plan]) -> Iterator[Block]:
    """The note, then a heading and a table for each group that is not empty.

    The note stands first: behind the last table it may be all that is left for a page.
    """
    tags = cells.plan_tags(plans, catalogue.registers.places.entries) if len(plans) > 1 else {}
    shown = [group for group in lists.groups if group.count]
    if shown:
        yield Para.of(NOTE, kind=ParaKind.NOTE)
    if tags:
        named = "；".join(f"{tags[plan.id]}：《{plan.title}》" for plan in plans if "《" not in tags[plan.id])
        yield Para.of(f"“依据”中方案的简称：{named}。", kind=ParaKind.NOTE)
    for index, group in enumerate(shown, start=1):
        yield Heading(level=1, text=f"{int_to_chinese(index)}、{group.heading}（{group.count}项）")
        yield _duty_table(group, tags) if isinstance(group, DutyGroup) else _report_table(catalogue, group, tags)
    if not shown:
        yield Para.of("所查方案中没有写到本单位的事项。")


def _duty_table(group: DutyGroup, tags: dict[str, str]) -> Table:
    return Table(
        columns=(NUMBER, WHAT, Column(name=group.column, weight=13), WHEN, SOURCE),
        rows=tuple(
            (
                str(number),
                cells.requirement(duty),
                group.owner(duty),
                cells.time_cell(duty),
                cells.source_cell(duty, tag=tags.get(duty.plan.id, "")),
            )
            for number, duty in enumerate(group.duties, start=1)
        ),
        anchors=tuple(cells.row_anchor(duty) for duty in group.duties),
    )


def _report_table(catalogue: Catalogue, group: ReportGroup, tags: dict[str, str]) -> Table:
    return Table(
        columns=REPORT_COLUMNS,
        rows=tuple(
            (str(number), *_report_cells(catalogue, item, tags.get(item.plan.id, "")))
            for number, item in enumerate(group.reports, start=1)
        ),
        anchors=tuple(item.anchor for item in group.reports),
    )


def _report_cells(catalogue: Catalogue, item: LinkedReporting, tag: str) -> tuple[str, ...]:
    """What, to whom, when, in which form, and where it is written."""
    report = item.reporting
    form = next((form.title for form in item.plan.forms if form.id == report.form), "")
    limit = f"{report.limit_chars}字左右" if report.limit_chars else ""
    clause = clause_of(catalogue, item)
    source = f"{tag} {clause.path.citation if clause else report.clause or ''}".strip()
    due = wording.due_text(report.due) if report.due else ""
    return (
        report.what,
        "、".join(party.name for party in item.to) or cells.NOT_SAID,
        due or cells.NOT_SAID,
        "，".join(text for text in (limit, form) if text) or cells.NONE,
        source or cells.NONE,
    )
