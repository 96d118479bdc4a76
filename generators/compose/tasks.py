"""任务分解表: every duty of a plan in the plan's order, with its owner, its time and its source, on turned pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import truediv
from typing import Final

from generators.blocks import Block, Column, Document, Heading, Para, ParaKind, Sheet, Table, Title
from generators.compose import cells
from generators.compose.frame import NO_FIELDS, Fields, cited, department_of, plan_of, sample, whole_words
from generators.compose.title import SIDEWAYS_LINE, break_title
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause, LinkedDuty
from zerenku.model.numerals import LARGEST, int_to_chinese
from zerenku.model.path import CIRCLED
from zerenku.model.plan import Plan
from zerenku.model.register import Department

FIELDS: Final = ("填报单位",)
NAMES: Final = ("序号", "任务", "具体要求", "牵头单位", "配合单位", "完成时限", "依据")
CENTRED: Final = frozenset({"序号", "依据"})
LEAST: Final = (3, 5, 12, 7, 4, 5, 5)
LINE_CHARACTERS: Final = 53
MOST_MEASURED: Final = 300
MERGED: Final = 2
SHARED: Final = (3, 4, 5, 6)
FULL_CELL: Final = 180  # characters after which the duties of one clause go on in a row of their own
BODY: Final = "正文"
Point = tuple[str, str]
"""Who must do it, with a colon or empty, and what to do."""
OWNER_NOTE: Final = (
    "注：1．“牵头单位”只填原文写明牵头或者单独负责的单位；写“未明确牵头”的，原文只列了按职责分工的几家；"
    "写“原文未写责任单位”的，只注明原句的主语。"
)
NOTES: Final = (OWNER_NOTE, "2．“依据”是原方案的条款位置。任务文字系摘编，以原文为准。")


@dataclass(frozen=True, slots=True)
class Task:
    """Neighbouring duties under one heading: they share the cell of the task."""

    part: str
    heading: str
    duties: tuple[LinkedDuty, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table with the part of the plan and the clause that it comes from.

    It tells one duty, or neighbours of one clause that share owners and time.
    """

    part: str
    anchor: str
    row: tuple[str, ...]


def compose_tasks(
    catalogue: Catalogue, plan_id: str, *, department_id: str | None = None, fields: Mapping[str, str] = NO_FIELDS
) -> Document:
    """The table of a plan; with a department only what it leads, shares, supports or must itself do.

    UnknownName when the catalogue has no such plan, department or field.
    """
    plan = plan_of(catalogue, plan_id)
    filled = Fields.of(fields, FIELDS)
    department = department_of(catalogue, department_id) if department_id else None
    tasks = tuple(tasks_of(catalogue, plan, department))
    title = f"{plan.title}任务分解表" + (f"（{department.name}）" if department else "")
    words = (*whole_words(catalogue, plan), "任务分解表")
    sheet = Sheet(
        title=Title(break_title(title, whole=words, line=SIDEWAYS_LINE)), lead=_lead(plan, filled), sideways=True
    )
    notes = (Para.of(note, kind=ParaKind.NOTE) for note in NOTES)
    blocks = (sheet, *_tables(tasks, parted=department is None), *notes)
    return sample(title, blocks, subject=plan.title, keywords=("任务分解表",))


def tasks_of(catalogue: Catalogue, plan: Plan, department: Department | None = None) -> Iterator[Task]:
    """The plan's duties in its order, gathered under the nearest heading."""
    clauses = catalogue.clauses_of(plan.id)
    headed = {clause.path.elements: clause.clause.heading for clause in clauses if clause.clause.heading}

    def key(duty: LinkedDuty) -> tuple[str, ...]:
        """The path of the nearest heading."""
        path = duty.path.elements
        return next((path[:end] for end in range(len(path), 0, -1) if path[:end] in headed), path[:1])

    titles = {clause.path.elements[0]: part_of(clause) for clause in clauses if clause.attachment}
    duties = (duty for clause in clauses for duty in clause.duties)
    mine = [duty for duty in duties if department is None or department in duty.departments]
    for path, group in groupby(mine, key=key):
        part = titles.get(path[0], BODY)
        yield Task(part, (headed.get(path) or part).rstrip("。"), tuple(group))


def part_of(clause: LinkedClause) -> str:
    """The part of the plan that a clause stands in: 正文, or the attachment with its title."""
    return f"{clause.attachment.no}：{clause.attachment.title}" if clause.attachment else BODY


def _lead(plan: Plan, fields: Fields) -> tuple[str, ...]:
    lines = [
        f"填报单位：{fields.text('填报单位')}" if fields.text("填报单位") else "",
        f"依据：{cited(plan)}",
        f"期限：{wording.period_text(plan)}" if plan.period else "",
    ]
    return tuple(line for line in lines if line)


def _tables(tasks: tuple[Task, ...], *, parted: bool) -> Iterator[Block]:
    """One table, or one for each part of the plan under a heading of its own; the count of tasks runs through."""
    if not tasks:
        yield Para.of("没有分解到具体事项的任务。")
        return
    lines = [line for number, task in enumerate(tasks, start=1) for line in _lines(task, number)]
    if not parted or len({task.part for task in tasks}) == 1:
        yield _table(lines)
        return
    for index, (part, group) in enumerate(groupby(lines, key=lambda line: line.part), start=1):
        mark = f"{int_to_chinese(index)}、" if index <= LARGEST else ""
        yield Heading(level=1, text=mark + part)
        yield _table(list(group))


def _lines(task: Task, number: int) -> Iterator[Line]:
    """The rows of a task."""
    for (anchor, *facts), group in groupby(task.duties, key=lambda duty: (duty.clause_anchor, *_facts(duty))):
        for points in _cellfuls((cells.lead_in(duty), cells.sentence(duty)) for duty in group):
            yield Line(task.part, anchor, (str(number), task.heading, _told(points), *facts))


def _cellfuls(points: Iterable[Point]) -> Iterator[list[Point]]:
    """The points in turn, so many together that their cell stays low: a row is never cut by the end of a page.

    A point that names nobody never follows one that does, whose words it would seem to be.
    """
    held: list[Point] = []
    for point in points:
        size = sum(len(text) for _, text in (*held, point))
        if held and (size > FULL_CELL or len(held) == len(CIRCLED) or (held[-1][0] and not point[0])):
            yield held
            held = []
        held.append(point)
    if held:
        yield held


def _told(points: Sequence[Point]) -> str:
    """The points in one text, each with its mark; who must do several in a row is said once."""
    if len(points) == 1:
        return "".join(points[0])
    before = ("", *(bearers for bearers, _ in points))
    return "".join(
        f"{bearers if bearers != last else ''}{mark}{text}"
        for mark, last, (bearers, text) in zip(CIRCLED, before, points, strict=False)
    )


def _columns(rows: Sequence[tuple[str, ...]]) -> tuple[Column, ...]:
    """Columns so wide that rows stay low: what is left of a line goes, by the character, where it helps most."""
    step = len(rows) // MOST_MEASURED + 1
    sizes = list(_sizes(rows))[::step]
    widths = list(LEAST)

    def height(at: int) -> float:
        """Lines of all measured rows if column `at` were one character wider."""
        wider = [width + (index == at) for index, width in enumerate(widths)][MERGED:]
        return float(sum(max(map(truediv, size, wider)) for size in sizes))

    while sum(widths) < LINE_CHARACTERS:
        widths[min(range(MERGED, len(widths)), key=height)] += 1
    return tuple(
        Column(name=name, weight=float(width), centred=name in CENTRED)
        for name, width in zip(NAMES, widths, strict=True)
    )


def _sizes(rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, ...]]:
    """Characters of each cell after the first ones; a shared cell stands in its first row."""
    above: tuple[str, ...] = ("",) * len(NAMES)
    for row in rows:
        same = row[:MERGED] == above[:MERGED]
        yield tuple(
            0 if same and at in SHARED and row[at] == above[at] else len(row[at]) for at in range(MERGED, len(row))
        )
        above = row


def _table(lines: Sequence[Line]) -> Table:
    return Table(
        columns=_columns([line.row for line in lines]),
        rows=tuple(line.row for line in lines),
        merged=MERGED,
        shared=SHARED,
        anchors=tuple(_first_only(line.anchor for line in lines)),
    )


def _first_only(anchors: Iterable[str]) -> Iterator[str]:
    """Each anchor once: a paper has one bookmark of a name."""
    seen: set[str] = set()
    for anchor in anchors:
        yield "" if anchor in seen else anchor
        seen.add(anchor)


def _facts(duty: LinkedDuty) -> tuple[str, ...]:
    return (
        cells.lead_cell(duty),
        cells.support_cell(duty),
        cells.time_cell(duty),
        cells.source_cell(duty),
    )
