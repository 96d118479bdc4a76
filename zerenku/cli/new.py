"""`zerenku new`: a workspace of one's own, or this year's plan after last year's."""

from __future__ import annotations

from pathlib import Path

import click

from zerenku.catalogue.plan_ids import unknown_plan
from zerenku.catalogue.shifting import shift_plan, years_between
from zerenku.cli.settings import root_of, say_findings
from zerenku.errors import ContentBroken, OutputRefused, WorkspaceMissing
from zerenku.store.atomic import write_file
from zerenku.store.imported import plans_folder
from zerenku.store.starter import new_workspace
from zerenku.store.workspace import read_plan
from zerenku.store.yaml_writer import dump_plan


@click.command(short_help="新建工作区或方案")
@click.argument("folder", type=click.Path(path_type=Path), metavar="目录|plan")
@click.option("--like", metavar="ID", help="new plan：照哪个方案新建，结构照抄，日期顺延，全部待确认。")
@click.option("--year", type=click.IntRange(1950, 2200), metavar="年份", help="new plan：新方案的年份。")
@click.pass_context
def new(context: click.Context, folder: Path, like: str | None, year: int | None) -> None:
    """新建一个工作区，内有一个示例方案，可以马上生成网站。

    或者照上年的方案新建一个方案：zerenku new plan --like ID --year 年份。
    """
    if like is None and year is None:
        _new_workspace(folder)
    elif like is None or year is None:
        raise click.UsageError("--like 和 --year 要一起用，如 zerenku new plan --like qinghe-2030 --year 2031", context)
    elif folder != Path("plan"):
        raise click.UsageError("照上年方案新建请写 zerenku new plan --like ID --year 年份", context)
    else:
        _new_plan(root_of(context), like, year)


def _new_workspace(folder: Path) -> None:
    made = new_workspace(folder)
    click.echo(f"已新建工作区：{folder}（{len(made)} 个文件）")
    click.echo(f"下一步：cd {folder}，再运行 zerenku build")


def _new_plan(root: Path, like: str, year: int) -> None:
    folder = plans_folder(root)
    if not folder.is_dir():
        raise WorkspaceMissing(str(root))
    source = folder / f"{like}.yml"
    if not source.is_file():
        raise unknown_plan(like, (item.stem for item in sorted(folder.glob("*.yml"))))
    plan, findings = read_plan(source, name=source.relative_to(root).as_posix())
    say_findings(findings)
    if plan is None:
        raise ContentBroken(len(findings))
    years = years_between(plan, year)
    plan_id = f"{plan.place}-{year}"
    goal = folder / f"{plan_id}.yml"
    if years == 0:
        raise OutputRefused(str(goal), f"{like} 就是 {year} 年的方案，请换一个年份")
    if goal.exists():
        raise OutputRefused(str(goal), "已有这个方案；要重来请先改名或移走")
    write_file(goal, dump_plan(shift_plan(plan, plan_id=plan_id, years=years)).encode())
    moved = f"日期{'顺延' if years > 0 else '提前'} {abs(years)} 年"
    click.echo(f"已新建方案：{goal}（照 {like}，{moved}，文号和日期留空，各项都标了待确认）")
    click.echo("下一步：对照新的部署改正后，从 unconfirmed 里删去已核对的项，再运行 zerenku check")
