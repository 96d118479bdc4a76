"""Where an imported plan goes: its place, its id, its file; a file that a person has changed is never overwritten."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from zerenku.catalogue.compare import Difference, Sheet, differences, sheet_of
from zerenku.catalogue.naming import free_id, place_of, slug_of, year_of
from zerenku.catalogue.records import read
from zerenku.cli.import_body import Body, body_of
from zerenku.cli.import_reading import ReadPlan
from zerenku.cli.import_sameness import Sketch, sketch_of
from zerenku.errors import PlanUnnamed
from zerenku.importer.learning import Learner
from zerenku.importer.settle import settle
from zerenku.model.plan import Plan
from zerenku.store.atomic import write_file
from zerenku.store.imported import (
    back_up,
    is_untouched,
    plans_folder,
    printable_name,
    remember,
    remembered,
    source_of,
    stamped,
)
from zerenku.store.pinyin import syllables
from zerenku.store.workspace import read_plan
from zerenku.store.yaml_nodes import parse_yaml
from zerenku.store.yaml_writer import dump_plan


class Fate(StrEnum):
    """What became of a plan's file."""

    NEW = "新建"
    UPDATED = "更新"
    SAME = "未变"
    FORCED = "已备份并覆盖"
    KEPT = "有人改过，未写"
    TWICE = "重复，未写"


@dataclass(frozen=True, slots=True)
class Placed:
    """A plan with its id and place, and the file it belongs in; the plan's clauses may be in its body only."""

    plan: Plan
    body: Body
    goal: Path
    twice: bool = False


class Placer:
    """Gives ids in the order in which plans come. `root` is the workspace, `out` the folder of the sources.

    With `must_be_named` a plan that names no place or no year is refused; else (nothing is written) it is called after
    its file.
    """

    def __init__(
        self, *, root: Path, out: Path, learner: Learner, learning: bool, plan_id: str | None, must_be_named: bool
    ) -> None:
        self._root, self._out, self._learner, self._learning = root, out, learner, learning
        self._plan_id = plan_id
        self._must_be_named = must_be_named
        self._remembers = out.resolve() == plans_folder(root).resolve()
        self._given: dict[str, Sketch] = {}
        self._there: dict[str, Sketch | None] = {}

    def place(self, read: ReadPlan, *, source: str) -> Placed:
        """Settle place, id and basis; PlanUnnamed when place or year cannot be told and no id was given."""
        named = place_of(read.plan, self._learner.registers)
        year = year_of(read.plan)
        if self._must_be_named and self._plan_id is None and (named is None or year is None):
            raise PlanUnnamed(source, read.plan.title, "哪个地方" if named is None else "哪一年")
        if named is not None:
            place = self._learner.place(named)
        elif self._plan_id is not None:
            place = self._learner.place_called(re.sub(r"-\d{4}(-\d+)?$", "", self._plan_id))
        else:
            place = slug_of(Path(source).stem, syllables) or "plan"
        entry = self._learner.registers.places.get(place)
        plan, body = read.plan, read.body
        if body is None:
            plan = settle(plan, place_name=entry.name if entry else place)
            body = body_of(plan)
        wanted = self._plan_id or "-".join(filter(None, (place, year)))
        plan = replace(plan, id=wanted, place=place, basis=self._basis(read.basis))
        plan_id, twice = self._free_id(plan, body, Path(source).name)
        plan = replace(plan, id=plan_id)
        return Placed(plan, body, self._goal(plan_id), twice=twice)

    def _goal(self, plan_id: str) -> Path:
        return self._out / f"{plan_id}.yml"

    def _basis(self, cites: tuple[str, ...]) -> tuple[str, ...]:
        """Ids of registered documents; those that are not are registered when learning, else left out."""
        if self._learning:
            found = [self._learner.cite(cite) for cite in cites]
        else:
            answers = [self._learner.registers.reference(cite) for cite in cites]
            found = [item.document.id for item in answers if item and item.document]
        return tuple(dict.fromkeys(item for item in found if item))

    def _free_id(self, plan: Plan, body: Body, source: str) -> tuple[str, bool]:
        """The first of id, id-2 … that is free or already this plan's; whether this run has met the plan before."""
        sketch = sketch_of(plan, source=printable_name(source), starts=body.starts)
        twice: list[str] = []

        def taken(name: str) -> bool:
            may = self._may_take(name, sketch, twice, lambda: self._is_written(replace(plan, id=name), body, source))
            return not may

        plan_id = free_id(plan.id, taken)
        if not twice:
            self._given[plan_id] = sketch
        return plan_id, bool(twice)

    def _may_take(self, plan_id: str, sketch: Sketch, twice: list[str], is_written: Callable[[], bool]) -> bool:
        """Whether an id is free or this plan's own; notes in `twice` that this run has met the plan already."""
        before = self._given.get(plan_id)
        if before is not None:
            same = sketch.is_same_plan(before) and sketch.is_same_text(before)
            twice += [plan_id] if same else []
            return same
        if is_written():
            return True
        there = self._sketch_there(plan_id)
        if there is None or plan_id == self._plan_id:
            return True
        # What a person wrote is told by its title alone: its clauses need not be cut as ours are.
        return sketch.is_same_plan(there) and (there.source in {None, sketch.source} or sketch.is_same_text(there))

    def _is_written(self, plan: Plan, body: Body, source: str) -> bool:
        """Whether the plan's file is there, letter for letter: told without reading it as a plan."""
        goal = self._goal(plan.id)
        return goal.is_file() and goal.read_bytes() == _text(plan, body, source).encode()

    def _sketch_there(self, plan_id: str) -> Sketch | None:
        """What the file of an id holds, looked up once; None without a readable file."""
        if plan_id not in self._there:
            goal = self._goal(plan_id)
            plan = read_plan(goal, name=goal.name)[0] if goal.is_file() else None
            source = source_of(goal.read_text(encoding="utf-8-sig")) if plan else None
            self._there[plan_id] = sketch_of(plan, source=source) if plan else None
        return self._there[plan_id]

    def write(self, placed: Placed, *, source: str, force: bool) -> tuple[Fate, list[str]]:
        """Write the plan's file if nobody's work is lost; the report of what stands in the way otherwise."""
        plan, goal = placed.plan, placed.goal
        if placed.twice:
            return Fate.TWICE, [f"{source}：与前面的《{plan.title}》是同一个方案（{plan.id}），没有再写"]
        text = _text(plan, placed.body, source)
        if not goal.exists():
            self._save(plan, goal, text)
            return Fate.NEW, []
        present = goal.read_text(encoding="utf-8-sig", errors="replace")
        if present == text:
            return Fate.SAME, []
        # A foreign plan under the id asked for is as much a person's as a changed one.
        sketch = self._sketch_there(plan.id)
        if is_untouched(present) and sketch is not None and sketch.is_same_plan(sketch_of(plan)):
            self._save(plan, goal, text)
            return Fate.UPDATED, []
        there, _ = read_plan(goal, name=goal.name)
        if not force:
            return Fate.KEPT, self._three_way(_again(text) or plan, goal, there)
        copy = back_up(goal)
        self._save(plan, goal, text)
        return Fate.FORCED, [f"{goal}：原来的已备份为 {copy.name}"]

    def _save(self, plan: Plan, goal: Path, text: str) -> None:
        write_file(goal, text.encode())
        if self._remembers:
            remember(self._root, plan.id, text)

    def _three_way(self, plan: Plan, goal: Path, there: Plan | None) -> list[str]:
        """Who changed what: the person since the last import, and the new import since then."""
        advice = "要用新导入的代替，请加 --force（先备份再覆盖）"
        if there is None:
            return [f"{goal}：文件有错，读不出来，没有覆盖；请先运行 zerenku check，或者{advice}"]
        copy = remembered(self._root, plan.id) if self._remembers else None
        base = read_plan(copy, name=copy.name)[0] if copy else None
        mine, new = sheet_of(there), sheet_of(plan)
        if base is None:
            lines = [f"{goal}：不是导入写的，或上次导入的底稿已不在，没有覆盖；{advice}。新导入的与它不同之处："]
            return [*lines, *(_lines(differences(mine, new)) or ["  没有不同"])]
        lines = [f"{goal}：上次导入之后有人改过，没有覆盖；{advice}"]
        return [*lines, *_both_sides(sheet_of(base), mine, new)]


def _text(plan: Plan, body: Body, source: str) -> str:
    return stamped(dump_plan(plan, written=body.written), source=source)


def _again(text: str) -> Plan | None:
    """The plan with its clauses, as a reader of its file gets it."""
    node, _ = parse_yaml(text, file="")
    return read(node, Plan)[0] if node else None


def _both_sides(base: Sheet, mine: Sheet, new: Sheet) -> Iterator[str]:
    person, again = differences(base, mine), differences(base, new)
    touched = {(item.where, item.label) for item in person}
    yield "  人改的：" if person else "  人改的：只有注释或写法"
    yield from _lines(person)
    yield "  这次导入变了的：" if again else "  这次导入变了的：没有"
    for item, line in zip(again, _lines(again), strict=True):
        yield f"{line}（人也改过这里）" if (item.where, item.label) in touched else line


def _lines(found: tuple[Difference, ...]) -> list[str]:
    return [f"    {item}" for item in found]
