"""`zerenku draft`: official papers in Word and forms in Excel, composed from the catalogue or re-set word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from zerenku.cli.draft_data import data_files
from zerenku.cli.draft_fields import ask_for, given
from zerenku.cli.draft_kinds import DOCX, KINDS, Kind, Paper, Wish
from zerenku.cli.draft_layout import keep_layouts, reckoned_pages
from zerenku.cli.export import plan_named
from zerenku.cli.settings import root_of, say_findings
from zerenku.errors import OutputRefused
from zerenku.model.finding import Severity
from zerenku.store.atomic import write_file
from zerenku.store.workspace import load

OPTIONS = {
    "department": "--department",
    "words": "--for",
    "place": "--place",
    "month": "--month",
    "district": "--district",
    "data": "--data",
    "blank": "--blank",
    "xlsx": "--xlsx",
    "chart": "--chart",
    "source": "--from",
}
"""Options that only some kinds read."""


def _day(_: click.Context, __: click.Parameter, value: str | None) -> date:
    """The day of reading: the only clock of the command."""
    if value is None:
        return date.today()  # noqa: DTZ011 - the day on the clerk's wall
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter("请写成 2026-03-05 的样子") from error


@click.command(short_help="起草公文")
@click.argument("kind", required=False, type=click.Choice(list(KINDS)), metavar="种类")
@click.argument("more", nargs=-1, type=click.Path(path_type=Path), metavar="")
@click.option("--plan", "plan_id", metavar="ID", help="由哪个方案起草。")
@click.option(
    "--from", "source", type=click.Path(path_type=Path), metavar="文件", help="把一份公文逐字重排成公文版式。"
)
@click.option("--department", metavar="部门", help="只写这个部门的（tasks、duties、ledger、自己的模板）。")
@click.option(
    "--for", "words", multiple=True, metavar="类别", help="企业类别、作业、规模或身份，可写几次（checklist）。"
)
@click.option("--place", metavar="地区", help="只取这个地区和它上级的方案（checklist）。")
@click.option("--month", default="", metavar="月份", help="哪个月，如 2026-03（进度表、小结、总结、催报函）。")
@click.option("--district", default="", metavar="单位", help="只写这个单位的（进度表、小结、总结）。")
@click.option(
    "--data",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="文件",
    help="报来的表（.csv、.xlsx），可写几个，也可写目录或通配符；不写时取 content/progress/方案/。",
)
@click.option("--blank", is_flag=True, help="空白表，不填报来的数（progress-form）。")
@click.option("--xlsx", is_flag=True, help="写成 Excel 表（progress-form）。")
@click.option("--chart", is_flag=True, help="附一张比较各单位的图（小结、总结）。")
@click.option("--set", "fields", multiple=True, metavar="项=内容", help="填写一项，如 --set 联系人=某某，可写几次。")
@click.option(
    "--profile",
    default="",
    metavar="版式",
    help="用哪个版式（content/profiles/ 里的文件名）；不写时按发文机关选，standard 为国家标准。",
)
@click.option("--as-of", "as_of", callback=_day, metavar="日期", help="按哪一天判断逾期，默认今天。")
@click.option(
    "--proof", is_flag=True, help="写完再打开核对版式，核对单写在旁边；装有 LibreOffice 时连印出来的页面一起量。"
)
@click.option("--template", type=click.Path(path_type=Path), metavar="文件.docx", help="用自己的 Word 模板填写。")
@click.option("--check", is_flag=True, help="只检查模板里的字段（与 --template 同用）。")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="写到哪里；几份时是目录。")
@click.pass_context
def draft(
    context: click.Context, /, kind: str | None, more: tuple[Path, ...], output: Path | None, **options: Any
) -> None:
    r"""起草一份公文。

    \b
    notice 印发通知            plan 实施方案
    tasks 任务分解表           duties 部门责任清单（不写 --department 就写出所有部门的）
    progress-form 进度统计表   progress-report 月度阶段性工作情况
    summary 工作总结           reminder 催报函
    checklist 企业自查表       ledger 问题隐患清单、制度措施清单、整改台账
    upward 上行的报告

    notice、plan 加 --from 文件，是把一份现成的公文逐字重排。
    """
    fields = given(options["fields"], context)
    options["data"] = _data(context, options["data"], more)
    if options["template"] is not None or options["check"]:
        _own_template(context, output, fields, options)
        return
    if kind is None:
        raise click.MissingParameter(ctx=context, param=context.command.params[0])
    wanted = KINDS[kind]
    wanted.refuse(context, {name: options[key] for key, name in OPTIONS.items()})
    if (source := options["source"]) is not None:
        if options["plan_id"] is not None:
            raise click.UsageError("--from 和 --plan 只能写一个", context)
        from zerenku.cli.draft_source import draft_from  # noqa: PLC0415 - reads Word and PDF, only when asked

        keep_layouts(context, root_of(context), options["profile"])
        made, default = [draft_from(root_of(context), source, kind=kind, fields=fields)], f"{source.stem}-{kind}"
        _write(made, output, default=Path(default), many=False, proof=options["proof"])
        return
    wish = _wish(context, wanted, fields, options)
    stem = wish.plan.id if wish.plan else "责任库"
    papers = list(wanted.make(wish))
    _write(papers, output, default=Path(f"{stem}-{kind}"), many=wanted.many(options), proof=options["proof"])
    if _flawed(papers):
        context.exit(1)


def _data(context: click.Context, named: tuple[Path, ...], more: tuple[Path, ...]) -> tuple[Path, ...]:
    """The tables to read: of the words that a shell makes of `--data 报表/*.csv` only the first is the option's."""
    if more and not named:
        raise click.UsageError(f"多余的参数：{' '.join(map(str, more))}", context)
    return data_files((*named, *more))


def _wish(context: click.Context, wanted: Kind, fields: dict[str, str], options: dict[str, Any]) -> Wish:
    """What the user asked for, against the loaded workspace."""
    plan_id = options["plan_id"]
    if plan_id is None and not wanted.without_plan:
        raise click.UsageError("请用 --plan 写明方案，如 --plan qinghe-2030", context)
    asked = wanted.asked(context, options, fields)
    root = root_of(context)
    loaded = load(root)
    say_findings(loaded.errors)
    catalogue = loaded.sealed()
    plan = plan_named(catalogue, plan_id) if plan_id else None
    chosen = ("department", "words", "place", "month", "district", "data", "blank", "xlsx", "chart", "as_of")
    wish = Wish(catalogue=catalogue, root=root, plan=plan, **{name: options[name] for name in chosen})
    keep_layouts(context, root, options["profile"], wish=wish)
    return replace(wish, fields=ask_for(asked, fields))


def _write(papers: Sequence[Paper], output: Path | None, *, default: Path, many: bool, proof: bool) -> None:
    """One paper into a file, several into a folder; all bytes are there before the first is written."""
    for paper in papers:
        say_findings(paper.findings)
    if _flawed(papers):
        click.echo("提示：报来的表有上面这些错误，有错的格按没有填算", err=True)
    if not many:
        (paper,) = papers
        goal = output or default.with_name(default.name + paper.suffix)
        if goal.suffix != paper.suffix:
            raise OutputRefused(str(goal), f"文件名应以 {paper.suffix} 结尾")
        _put(paper, goal, proof=proof)
        click.echo(f"已写出{paper.called}：{goal}（{paper.say}）")
        return
    folder = output or default
    if folder.exists() and not folder.is_dir():
        raise OutputRefused(str(folder), "这里要写出几份，应是目录")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputRefused(str(folder), "目录不可写") from error
    for paper in papers:
        _put(paper, folder / f"{paper.name}{paper.suffix}", proof=proof)
    click.echo(f"已写出 {len(papers)} 份，在 {folder}/（{papers[0].say if papers else '没有可写的'}）")


def _flawed(papers: Sequence[Paper]) -> bool:
    """True when the tables that the papers tell of have errors."""
    return any(finding.severity is Severity.ERROR for paper in papers for finding in paper.findings)


def _put(paper: Paper, goal: Path, *, proof: bool) -> None:
    write_file(goal, paper.data)
    for remark in paper.remarks:
        click.echo(f"提示：{remark}", err=True)
    if proof and paper.suffix == DOCX:
        from zerenku.cli.draft_proof import prove_paper  # noqa: PLC0415 - only when asked

        prove_paper(goal, estimate=reckoned_pages(paper.data))


def _own_template(context: click.Context, output: Path | None, fields: dict[str, str], options: dict[str, Any]) -> None:
    """A department's own template, checked or filled."""
    template: Path | None = options["template"]
    if template is None:
        raise click.UsageError("--check 只检查模板，请用 --template 写明文件", context)
    plan_id = options["plan_id"]
    for key, name in OPTIONS.items():
        if options[key] and key != "department":
            raise click.UsageError(f"用自己的模板时用不到 {name}", context)
    if options["department"] and plan_id is None and not options["check"]:
        raise click.UsageError("--department 要和 --plan 一起写：模板按方案里这个部门的事项填写", context)
    from zerenku.cli.draft_template import check_own, fill_own  # noqa: PLC0415 - only when asked

    root = root_of(context)
    if options["check"]:
        context.exit(check_own(template, fields))
    goal = output or Path(f"{template.stem}-{plan_id or '填好'}.docx")
    if goal.suffix != DOCX:
        raise OutputRefused(str(goal), "文件名应以 .docx 结尾")
    department = options["department"]
    write_file(goal, fill_own(root, template, plan_id, fields, department=department, as_of=options["as_of"]))
    click.echo(f"已写出：{goal}（文字取自本库的，系摘编，以原文为准）")
