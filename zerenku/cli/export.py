"""`zerenku export`: what the catalogue knows of a plan, as JSON, table or calendar; and the schemas of the sources."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.compare import clauses_of
from zerenku.catalogue.entries import LinkedDuty
from zerenku.catalogue.interchange import plan_json
from zerenku.catalogue.plan_ids import unknown_plan
from zerenku.catalogue.schema import schemas
from zerenku.cli.settings import root_of, say_findings
from zerenku.errors import ContentBroken, OutputRefused, TextMissing, WorkspaceMissing
from zerenku.model.plan import Plan
from zerenku.store.atomic import write_file
from zerenku.store.imported import plans_folder
from zerenku.store.workspace import load, read_plan


@click.command(short_help="导出方案数据")
@click.argument("plan", required=False, metavar="[方案]")
@click.option("--json", is_flag=True, help="交换格式 JSON（默认）。")
@click.option("--text", is_flag=True, help="由源文件拼回的原文，只用于导入的方案。")
@click.option("--xlsx", is_flag=True, help="责任清单表格，用 Excel、WPS 打开。")
@click.option("--ics", is_flag=True, help="时限日历，导入手机、电脑的日历程序。")
@click.option("--csv", is_flag=True, help="责任清单，逗号分隔的文本。")
@click.option(
    "--schema", type=click.Path(path_type=Path), metavar="目录", help="写出各类源文件的 JSON Schema，供编辑器补全。"
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="写入文件，默认打印。")
@click.pass_context
def export(
    context: click.Context, /, plan: str | None, schema: Path | None, output: Path | None, **asked: bool
) -> None:
    """导出一个方案（不写则全部）。"""
    form = _form(asked, context)
    if schema is not None:
        _write_schemas(schema)
        return
    if form == "text":
        if plan is None:
            raise click.UsageError("--text 请写明方案，如 zerenku export qinghe-2030 --text", context)
        _give(original_text(root_of(context), plan), output)
        return
    loaded = load(root_of(context))
    say_findings(loaded.errors)
    catalogue = loaded.sealed()
    chosen = plan_named(catalogue, plan) if plan is not None else None
    if form in TABLES:
        if form == "xlsx" and output is None:
            raise click.UsageError("--xlsx 请用 -o 写明文件，如 -o 责任清单.xlsx", context)
        _give(TABLES[form](catalogue, chosen), output)
        return
    data: object = plan_json(catalogue, chosen) if chosen else [plan_json(catalogue, item) for item in catalogue.plans]
    _give(json.dumps(data, ensure_ascii=False, indent=2) + "\n", output)


def _form(asked: Mapping[str, bool], context: click.Context) -> str:
    """The one form asked for, JSON when none is; UsageError for several, for one file holds but one."""
    chosen = [name for name, wanted in asked.items() if wanted]
    if len(chosen) > 1:
        told = "、".join(f"--{name}" for name in chosen)
        raise click.UsageError(f"{told} 一次只能选一种；要几种文件，请分几次导出", context)
    return chosen[0] if chosen else "json"


def _give(content: str | bytes, output: Path | None) -> None:
    """Print the content as it is, or write it."""
    if output is None:
        click.echo(content, nl=False)
    else:
        write_file(output, content if isinstance(content, bytes) else content.encode())


# Each loads a library that the other forms do without.


def _xlsx(catalogue: Catalogue, plan: Plan | None) -> bytes:
    from generators.tables.duties import duty_rows  # noqa: PLC0415
    from generators.xlsx.duty_table import write_duties  # noqa: PLC0415

    return write_duties(duty_rows(_duties(catalogue, plan)), title=plan.title if plan else "责任清单")


def _csv(catalogue: Catalogue, plan: Plan | None) -> bytes:
    from generators.tables.delimited import to_csv  # noqa: PLC0415
    from generators.tables.duties import HEADS, duty_rows  # noqa: PLC0415

    return to_csv(HEADS, duty_rows(_duties(catalogue, plan)))


def _ics(catalogue: Catalogue, plan: Plan | None) -> bytes:
    from generators.calendar.feed import calendar_of  # noqa: PLC0415

    return calendar_of(catalogue, plan)


TABLES: Final = {"xlsx": _xlsx, "ics": _ics, "csv": _csv}


def _duties(catalogue: Catalogue, plan: Plan | None) -> tuple[LinkedDuty, ...]:
    return catalogue.duties_of(plan.id) if plan else catalogue.duties


def original_text(root: Path, plan_id: str) -> str:
    """The original put together from the plan's source alone, cleaned as import cleaned it; the registers are not read.

    TextMissing for a plan in our own words, or one in which a clause has lost its text.
    """
    folder = plans_folder(root)
    if not folder.is_dir():
        raise WorkspaceMissing(str(root))
    path = folder / f"{plan_id}.yml"
    if not path.is_file():
        known = [item.stem for item in sorted(folder.glob("*.yml"))]
        raise unknown_plan(plan_id, known)
    plan, findings = read_plan(path, name=path.relative_to(root).as_posix())
    say_findings(findings)
    if plan is None:
        raise ContentBroken(len(findings))
    bare = [where for where, clause in clauses_of(plan) if clause.text is None]
    if bare:
        whole = plan.opening is None and len(bare) == sum(1 for _ in clauses_of(plan))
        raise TextMissing(plan_id, None if whole else bare[0])
    from zerenku.importer import plan_text  # noqa: PLC0415 - only for --text

    return plan_text(plan)


def plan_named(catalogue: Catalogue, plan_id: str) -> Plan:
    """The plan with that id; UnknownName, with the nearest ids or those there are, when there is none."""
    plan = catalogue.plan(plan_id)
    if plan is None:
        raise unknown_plan(plan_id, (item.id for item in catalogue.plans))
    return plan


def _write_schemas(folder: Path) -> None:
    if not folder.is_dir():
        raise OutputRefused(str(folder), "目录不存在，请先建好")
    for name, schema in schemas().items():
        write_file(folder / f"{name}.schema.json", (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode())
