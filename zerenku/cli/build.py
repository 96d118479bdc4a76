"""`zerenku build`: content/ to site, search index and sample papers."""

from __future__ import annotations

from pathlib import Path

import click

from zerenku.build import Built, build_workspace
from zerenku.cli.settings import not_yet, root_of, say_findings
from zerenku.store.workspace import load


@click.command(short_help="生成网站、索引和样稿")
@click.option("--site", type=click.Path(path_type=Path), metavar="目录", help="网站写到哪里，默认为工作区下的 site/。")
@click.option("--originals", type=click.Path(path_type=Path), metavar="目录", help="并列显示原文（尚未实现）。")
@click.option("--jobs", type=int, metavar="N", help="并行数（尚未实现）。")
@click.option("--clean", is_flag=True, help="不用旧索引，全部重建。")
@click.pass_context
def build(context: click.Context, site: Path | None, originals: Path | None, jobs: int | None, *, clean: bool) -> None:
    """由 content/ 生成网站、检索索引和样稿；内容有错时什么也不写。"""
    if originals is not None or jobs is not None:
        raise not_yet("build --originals" if originals is not None else "build --jobs")
    root = root_of(context)
    loaded = load(root)
    say_findings(loaded.errors)
    built = build_workspace(loaded, site=site or root / "site", clean=clean)
    _report(built)


def _report(built: Built) -> None:
    click.echo(f"网站：{built.site / 'index.html'}（双击即可打开，不需联网）")
    click.echo(f"索引：{built.index}（zerenku search 和 zerenku who 用），{built.browser_index}（网页检索用）")
    click.echo("样稿：")
    for paper in built.papers:
        click.echo(f"  {paper}（用 Word、WPS 或 LibreOffice 打开）")
    click.echo(f"共 {built.plans} 个方案、{built.duties} 项责任、{built.pages} 个页面")
