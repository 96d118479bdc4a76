"""`zerenku draft`: official papers in Word, composed from the catalogue."""

from __future__ import annotations

from pathlib import Path

import click

from generators.compose.notice import compose_notice
from generators.word.writer import write_docx
from zerenku.cli.export import plan_named
from zerenku.cli.settings import not_yet, root_of, say_findings
from zerenku.errors import OutputRefused
from zerenku.store.atomic import write_file
from zerenku.store.workspace import load

KINDS = (
    "notice",
    "plan",
    "tasks",
    "duties",
    "progress-form",
    "progress-report",
    "summary",
    "reminder",
    "checklist",
    "ledger",
    "upward",
)
READY = ("notice",)


@click.command(short_help="起草公文")
@click.argument("kind", type=click.Choice(KINDS), metavar="种类")
@click.option("--plan", "plan_id", metavar="ID", help="由哪个方案起草。")
@click.option("--from", "source", type=click.Path(path_type=Path), metavar="文件", help="重排一份公文（尚未实现）。")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="文件.docx", help="写到哪里，默认为 方案-种类.docx。"
)
@click.pass_context
def draft(context: click.Context, kind: str, plan_id: str | None, source: Path | None, output: Path | None) -> None:
    """起草一份公文。现有种类：notice（印发通知，样稿）。"""
    if kind not in READY:
        raise not_yet(f"draft {kind}")
    if source is not None:
        raise not_yet("draft --from")
    if plan_id is None:
        raise click.UsageError("请用 --plan 写明方案，如 --plan qinghe-2030", context)
    loaded = load(root_of(context))
    say_findings(loaded.errors)
    catalogue = loaded.sealed()
    plan = plan_named(catalogue, plan_id)
    goal = output or Path(f"{plan.id}-{kind}.docx")
    if goal.suffix != ".docx":
        raise OutputRefused(str(goal), "文件名应以 .docx 结尾")
    write_file(goal, write_docx(compose_notice(catalogue, plan.id)))
    click.echo(f"已写出样稿：{goal}（文字系摘编，以原文为准；文号和日期留空）")
