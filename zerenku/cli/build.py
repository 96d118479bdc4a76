"""`zerenku build`: content/ to site, search index and sample papers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

from zerenku.build import Built, build_workspace
from zerenku.cli.check_coverage import check_coverage
from zerenku.cli.settings import not_yet, root_of, say_findings
from zerenku.coverage import Gap
from zerenku.store.workspace import load

ORIGINALS: Final = "originals"


@click.command(short_help="生成网站、索引和样稿")
@click.option("--site", type=click.Path(path_type=Path), metavar="目录", help="网站写到哪里，默认为工作区下的 site/。")
@click.option(
    "--originals",
    type=click.Path(path_type=Path),
    metavar="目录",
    help="与原文核对并在覆盖页列出结果；文件名为方案 id，默认为工作区下的 originals/（有的话）。",
)
@click.option("--jobs", type=int, metavar="N", help="并行数（尚未实现）。")
@click.option("--clean", is_flag=True, help="不用旧索引，全部重建。")
@click.pass_context
def build(context: click.Context, site: Path | None, originals: Path | None, jobs: int | None, *, clean: bool) -> None:
    """由 content/ 生成网站、检索索引和样稿；内容有错时什么也不写。"""
    if jobs is not None:
        raise not_yet("build --jobs")
    root = root_of(context)
    loaded = load(root)
    say_findings(loaded.errors)
    folder = originals or _default(root)
    covered = check_coverage(loaded.sealed(), folder) if folder else None
    gaps = covered.gaps if covered else None
    built = build_workspace(loaded, site=site or root / "site", clean=clean, coverage=gaps)
    _report(built, folder, gaps)


def _default(root: Path) -> Path | None:
    """The workspace's own folder of originals, if it has one."""
    folder = root / ORIGINALS
    return folder if folder.is_dir() else None


def _report(built: Built, originals: Path | None, gaps: Mapping[str, tuple[Gap, ...]] | None) -> None:
    click.echo(f"网站：{built.site / 'index.html'}（双击即可打开，不需联网）")
    click.echo(f"索引：{built.index}（zerenku search 和 zerenku who 用），{built.browser_index}（网页检索用）")
    papers = built.site / "documents/index.html"
    click.echo(f"文书：{len(built.papers)} 份，见 {papers}（用 Word、WPS 或 LibreOffice 打开）")
    if originals is not None and gaps is not None:
        click.echo(_compared(built, originals, gaps))
    click.echo(f"共 {built.plans} 个方案、{built.duties} 项责任、{built.pages} 个页面")


def _compared(built: Built, originals: Path, gaps: Mapping[str, tuple[Gap, ...]]) -> str:
    """How many plans were compared, what that found, and how many lack an original."""
    count = sum(map(len, gaps.values()))
    found = f"{count} 处对不上" if count else "没有缺漏"
    said = (
        f"原文：核对了 {len(gaps)} 个方案，{found}（列在 {built.site / 'about/coverage/index.html'}）"
        if gaps
        else "原文："
    )
    missing = built.plans - len(gaps)
    if missing:
        said += f"{'；' if gaps else ''}{missing} 个方案在 {originals} 里没有可用的原文，没有核对"
    return said
