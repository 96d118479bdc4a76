"""`zerenku import`: official texts to plan sources, with a report of what was not read and which names are unknown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from zerenku.catalogue.check_registers import SLUG
from zerenku.catalogue.compare import Difference, differences, facts_of
from zerenku.catalogue.plan_ids import unknown_plan
from zerenku.catalogue.registers import Registers, RegisterSources
from zerenku.cli.import_placing import Fate, Placed, Placer
from zerenku.cli.import_reading import ReadFile, Task, read_files
from zerenku.cli.import_report import Report
from zerenku.cli.import_sources import source_files
from zerenku.cli.progress import Progress
from zerenku.cli.settings import root_of, say_findings
from zerenku.errors import ContentBroken, OutputRefused, WorkspaceMissing, ZerenkuError
from zerenku.importer import ImportWords
from zerenku.importer.learning import Learner, NewEntries
from zerenku.model.plan import Plan
from zerenku.store.imported import plans_folder
from zerenku.store.pinyin import syllables
from zerenku.store.register_append import append_to_registers
from zerenku.store.workspace import CONTENT, read_plan, read_registers


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of the command. `out` is None where nothing is to be written."""

    root: Path
    out: Path | None
    plan_id: str | None
    against: Plan | None
    learn: bool
    force: bool
    as_json: bool


@click.command("import", short_help="导入公文")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="文件...")
@click.option("--out", type=click.Path(path_type=Path), metavar="目录", help="写到哪里，默认为 content/plans/。")
@click.option("--id", "plan_id", metavar="ID", help="方案 id，默认由地名拼音和年份组成；只用于一个文件。")
@click.option("--against", metavar="ID", help="只报告与已有方案的不同，不写文件。")
@click.option("--learn", is_flag=True, help="把名录里没有的地区、部门、文件、企业登记到名录，待人确认。")
@click.option("--force", is_flag=True, help="有人改过的方案也覆盖，先备份为 .bak1、.bak2…。")
@click.option("--json", "as_json", is_flag=True, help="只输出交换格式 JSON，不写文件。")
@click.pass_context
def import_(context: click.Context, /, files: tuple[Path, ...], **options: Any) -> None:
    """把公文读成方案源文件：.docx、.doc、.pdf、.txt、.html、.md，可给多个文件、目录或通配符。

    没有读懂的日期、数字、书名号和责任用语逐条列出行号。改过的方案不会被覆盖。
    """
    wish = _wish(context, files, **options)
    paths, errors = source_files(files)
    for missing in errors:
        _say_error(missing)
    sources = _sources(wish)
    learner = Learner(sources, syllables)
    failed = len(errors)
    task = Task(_words(learner.registers), as_json=wish.as_json, whole=wish.against is not None)
    with Progress(len(paths), "已读", quiet=wish.as_json) as progress:
        read = _stepping(read_files(paths, task), progress)
        failed += _run(wish, learner, read, alone=len(paths) == 1)
    context.exit(1 if failed else 0)


def _wish(
    context: click.Context,
    files: tuple[Path, ...],
    *,
    out: Path | None,
    plan_id: str | None,
    against: str | None,
    learn: bool,
    force: bool,
    as_json: bool,
) -> Wish:
    """The options, when they agree."""
    if as_json and (learn or force or against or out):
        raise click.UsageError("--json 不写文件，不能与 --learn、--force、--against、--out 同用", context)
    if against and (learn or force or out):
        raise click.UsageError("--against 不写文件，不能与 --learn、--force、--out 同用", context)
    if plan_id is not None and (len(files) > 1 or files[0].is_dir()):
        raise click.UsageError("--id 只用于一个文件", context)
    if plan_id is not None and not SLUG.fullmatch(plan_id):
        raise click.UsageError("--id 应为小写字母、数字，用 - 相连，如 qinghe-2030", context)
    root = root_of(context)
    if not (root / CONTENT).is_dir() and not as_json:
        raise WorkspaceMissing(str(root))
    goal = None if as_json or against else out or plans_folder(root)
    known = _known_plan(root, against) if against else None
    return Wish(root, goal, plan_id, known, learn=learn, force=force, as_json=as_json)


def _known_plan(root: Path, plan_id: str) -> Plan:
    """The plan to compare with, its names unresolved."""
    folder = plans_folder(root)
    path = folder / f"{plan_id}.yml"
    if not path.is_file():
        raise unknown_plan(plan_id, (item.stem for item in sorted(folder.glob("*.yml"))))
    plan, findings = read_plan(path, name=path.relative_to(root).as_posix())
    say_findings(findings)
    if plan is None:
        raise OutputRefused(str(path), "文件有错，不能拿来比较；请先改正")
    return plan


def _sources(wish: Wish) -> RegisterSources:
    """The registers; without a workspace (JSON only) there are none."""
    if not (wish.root / CONTENT).is_dir():
        return RegisterSources()
    sources, findings = read_registers(wish.root)
    if findings:
        say_findings(findings)
        raise ContentBroken(len(findings))
    return sources


def _words(registers: Registers) -> ImportWords:
    return ImportWords(departments=registers.departments.names(), enterprises=registers.enterprises.names())


def _stepping(files: Iterator[ReadFile], progress: Progress) -> Iterator[ReadFile]:
    for file in files:
        yield file
        progress.step()


def _run(wish: Wish, learner: Learner, files: Iterator[ReadFile], *, alone: bool) -> int:
    """Place, write or print every plan; how many files or plans failed."""
    out = wish.out or plans_folder(wish.root)
    if wish.out is not None:
        out.mkdir(parents=True, exist_ok=True)
    placer = Placer(
        root=wish.root,
        out=out,
        learner=learner,
        learning=wish.learn,
        plan_id=wish.plan_id,
        must_be_named=wish.out is not None,
    )
    report = Report(learner)
    failed = 0
    with _json_list(wish) as emit, _learning(wish, learner):
        for file in files:
            if file.error:
                failed += 1
                click.echo(f"错误：{file.error}", err=True)
            for item in () if _told_by_ids(wish, file) else file.plans:
                try:
                    placed = placer.place(item, source=str(file.path))
                    if item.json is not None:
                        emit({**item.json, "id": placed.plan.id})
                        continue
                    fate = _write(wish, placer, placed, report, file.path)
                except ZerenkuError as error:
                    failed += 1
                    _say_error(error)
                    continue
                if fate is None:
                    continue
                report.add(item, placed, fate, source=str(file.path), alone=alone)
                if fate not in {Fate.TWICE, Fate.KEPT}:
                    unknown = learner.meet(placed.plan, names=placed.body.names)
                    report.add_unknown(placed.plan.place, unknown)
                    if wish.learn:
                        learner.learn(unknown)
    if wish.out is not None:
        for line in report.lines(learned=learner.finish() if wish.learn else None):
            click.echo(line)
    return failed + report.kept


def _write(wish: Wish, placer: Placer, placed: Placed, report: Report, path: Path) -> Fate | None:
    """Write the plan, or say how it differs from the one to compare with (then None)."""
    if wish.against is not None:
        _say_differences(wish.against, path, differences(facts_of(wish.against), facts_of(placed.plan)))
        return None
    fate, notes = placer.write(placed, source=path.name, force=wish.force)
    report.notes += notes
    return fate


def _told_by_ids(wish: Wish, file: ReadFile) -> bool:
    """Say how an edited copy of a drafted paper differs; False for any other paper, whose plans are compared.

    A 样稿 of a plan that is at home here is that plan: it is compared without being asked, and makes no second one.
    """
    if file.error:
        return False
    plans = [wish.against] if wish.against else _plans_at_home(wish) if file.sample else []
    for plan in plans:
        from zerenku.cli.import_edited import edited_against  # noqa: PLC0415 - drafts papers; only for such copies

        found = edited_against(wish.root, plan, file.path)
        if found is not None:
            _say_differences(plan, file.path, found)
            if wish.against is None:
                click.echo(f"这是由 {plan.id} 起草的样稿，没有另建方案；要改方案请改 {CONTENT}/plans/{plan.id}.yml")
            return True
    return False


def _plans_at_home(wish: Wish) -> Iterator[Plan]:
    """The plans of the workspace, where a plan is to be written among them under no chosen id."""
    folder = plans_folder(wish.root)
    if wish.out is None or wish.plan_id is not None or wish.out.resolve() != folder.resolve():
        return
    for path in sorted(folder.glob("*.yml")):
        plan, _ = read_plan(path, name=path.name)
        if plan is not None:
            yield plan


def _say_differences(plan: Plan, path: Path, found: tuple[Difference, ...]) -> None:
    click.echo(f"{path} 与 {plan.id}：" + (f"{len(found)} 处不同" if found else "没有不同"))
    for item in found:
        click.echo(f"  {item}")


@contextmanager
def _json_list(wish: Wish) -> Iterator[Any]:
    """Print one plan as an object, several as a list, without holding more than one of them."""
    held: list[str] = []
    count = 0

    def emit(item: dict[str, Any]) -> None:
        nonlocal count
        count += 1
        if held:
            click.echo(f"{'[' if count == 2 else ','}\n{held.pop()}", nl=False)
        held.append(json.dumps(item, ensure_ascii=False, indent=2))

    yield emit
    if wish.as_json and held:
        click.echo(held[0] if count == 1 else f",\n{held[0]}\n]")


@contextmanager
def _learning(wish: Wish, learner: Learner) -> Iterator[None]:
    """Whatever ends the run: the registers know every name of the plans that were written."""
    try:
        yield
    finally:
        if wish.learn:
            append_to_registers(wish.root, _by_register(learner.finish()))


def _by_register(entries: NewEntries) -> dict[str, dict[str, list[Any]]]:
    return {
        "places": {"places": entries.places},
        "departments": {"departments": entries.departments},
        "documents": {"documents": entries.documents},
        "standards": {"standards": entries.standards},
        "enterprises": dict(entries.enterprises),
    }


def _say_error(error: ZerenkuError) -> None:
    click.echo(f"错误：{error}", err=True)
