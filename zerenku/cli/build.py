"""`zerenku build`: content/ to site, search index and sample papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

import click

from zerenku.build import Built, build_workspace
from zerenku.build.program import program_digest
from zerenku.cli.progress import Progress
from zerenku.cli.settings import originals_folder, root_of, say_findings
from zerenku.store.kept import Kept
from zerenku.store.parallel import processors, unhurried_collector
from zerenku.store.shelf import Shelf
from zerenku.store.workspace import load

if TYPE_CHECKING:
    from zerenku.coverage.compare import Gap

JOBS: Final = click.IntRange(1, 64)


def _site_url(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """With a slash at its end; empty stays empty."""
    if not value:
        return ""
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise click.BadParameter("网址要写全，以 http:// 或 https:// 开头，不带 ? 和 #")
    return f"{quote(value.strip(), safe=':/@[]%-._~')}".rstrip("/") + "/"


SITE_URL: Final = click.option(
    "--site-url",
    default="",
    callback=_site_url,
    metavar="网址",
    help="网站将来的网址（如 https://example.invalid/zrk/）：另生成订阅源、网页清单，网页分享时带标题，打印件带二维码。",
)


@click.command(short_help="生成网站、索引和样稿")
@click.option("--site", type=click.Path(path_type=Path), metavar="目录", help="网站写到哪里，默认为工作区下的 site/。")
@click.option(
    "--originals",
    type=click.Path(path_type=Path),
    metavar="目录",
    help="在条款下附原文，与原文核对并在覆盖页列出结果；文件名为方案 id，默认为工作区下的 originals/（有的话）。",
)
@SITE_URL
@click.option("--jobs", type=JOBS, metavar="N", help="同时用几个进程，默认为处理器个数；个数不影响结果。")
@click.option("--clean", is_flag=True, help="不用上次生成的任何东西，全部重做。")
@click.pass_context
@unhurried_collector()
def build(
    context: click.Context, site: Path | None, originals: Path | None, site_url: str, jobs: int | None, *, clean: bool
) -> None:
    """由 content/ 生成网站、检索索引和样稿；只重做改动所及的部分。内容有错时什么也不写。"""
    root = root_of(context)
    jobs = jobs or processors()
    loaded = load(root, jobs=jobs, shelf=Shelf(Kept(root, program_digest(), anew=clean)))
    say_findings(loaded.errors)
    folder = originals_folder(root, originals)
    said = None
    if folder:
        # Comparing loads the readers of all formats, which a build without originals does not need.
        from zerenku.cli.check_coverage import check_coverage  # noqa: PLC0415

        said = check_coverage(loaded.sealed(), folder).originals
    with progress_bars() as announce:
        built = build_workspace(
            loaded,
            site=site or root / "site",
            clean=clean,
            originals=said,
            site_url=site_url,
            jobs=jobs,
            announce=announce,
        )
    say_findings(built.findings)
    _report(built, folder, said.gaps if said else None)


@contextmanager
def progress_bars() -> Iterator[Callable[[str, int], Callable[[], None]]]:
    """One bar after another: each is finished when the next begins, the last when the block ends."""
    shown: list[Progress] = []

    def finish() -> None:
        if shown:
            shown.pop().__exit__(None, None, None)

    def announce(label: str, total: int) -> Callable[[], None]:
        finish()
        shown.append(Progress(total, label))
        return shown[-1].step

    try:
        yield announce
    finally:
        finish()


def _report(built: Built, originals: Path | None, gaps: Mapping[str, tuple[Gap, ...]] | None) -> None:
    click.echo(f"网站：{built.site / 'index.html'}（双击即可打开，不需联网）")
    later = "" if built.indexed or not built.written else "；内容有改动，前者在下次检索时自动更新"
    click.echo(f"索引：{built.index}（zerenku search 和 zerenku who 用），{built.browser_index}（网页检索用）{later}")
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
