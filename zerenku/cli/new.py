"""`zerenku new`: a workspace of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from zerenku.cli.settings import not_yet
from zerenku.store.starter import new_workspace


@click.command(short_help="新建工作区")
@click.argument("folder", type=click.Path(path_type=Path), metavar="目录")
@click.option("--like", metavar="ID", help="照上年方案新建（尚未实现）。")
@click.option("--year", metavar="年份", help="与 --like 同用（尚未实现）。")
def new(folder: Path, like: str | None, year: str | None) -> None:
    """新建一个工作区，内有一个示例方案，可以马上生成网站。"""
    if like or year:
        raise not_yet("new plan --like")
    made = new_workspace(folder)
    click.echo(f"已新建工作区：{folder}（{len(made)} 个文件）")
    click.echo(f"下一步：cd {folder}，再运行 zerenku build")
