"""`zerenku import`: not yet."""

from __future__ import annotations

from pathlib import Path

import click

from zerenku.cli.settings import not_yet


@click.command("import", short_help="导入公文", context_settings={"ignore_unknown_options": True})
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="文件...")
def import_(files: tuple[Path, ...]) -> None:  # noqa: ARG001 - accepted so that the answer is 尚未实现, not wrong use
    """把公文读成方案源文件（尚未实现）。"""
    raise not_yet("import")
