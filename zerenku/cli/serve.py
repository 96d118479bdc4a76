"""`zerenku serve`: the built site and the search over HTTP, on 127.0.0.1, for this machine only."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import click
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from generators.site.feeds import published_at
from search.web import ROUTES, ApiSettings, Metrics, api_app, open_edition
from search.web.hosts import LOOPBACK_NAMES, host_name
from search.web.serving import MakeApp, bind, can_share, serve_on, server_of
from search.web.settings import CACHED, RATE
from zerenku.build import build_workspace
from zerenku.build.program import program_digest
from zerenku.cli.build import SITE_URL, progress_bars
from zerenku.cli.live import CHANGES, CLIENT, SCRIPT, Changes, with_script
from zerenku.cli.originals import WatchedOriginals
from zerenku.cli.settings import originals_folder, root_of, say_findings
from zerenku.cli.watch import Watcher
from zerenku.store.kept import Kept
from zerenku.store.parallel import processors
from zerenku.store.shelf import Shelf
from zerenku.store.workspace import Loaded, load

LOOPBACK = "127.0.0.1"
SITE = "site"
MOST_PROCESSES = 4
# Pages of other sites may not even load a script from here: scripts hold what was imported, too.
SAFE = {"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin"}
NOTHING = """<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>没有这个网页</title>
<p>没有这个网页，可能已经改名或移走；请从<a href="/">首页</a>查找。</p></html>
"""


class SiteFiles(StaticFiles):
    """Files of the site; no folder listings, reading only. With `changes`, pages follow their sources."""

    def __init__(self, site: Path, changes: Changes | None = None) -> None:
        super().__init__(directory=site, html=True)
        self.changes = changes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and scope["method"] not in {"GET", "HEAD"}:
            await Response("网站只读", 405, {"Allow": "GET, HEAD"}, "text/plain")(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """As usual; while watching also the script that follows changes, and what it asks for."""
        if self.changes is not None and scope["path"] == SCRIPT:
            return _fresh(CLIENT.encode(), "text/javascript")
        if self.changes is not None and scope["path"] == CHANGES:
            since = parse_qs(scope["query_string"].decode("latin-1")).get("since", [""])[0]
            return _fresh(self.changes.script(since), "text/javascript")
        try:
            return await super().get_response(path, scope)
        except HTTPException as refused:
            if refused.status_code != 404:
                raise
            return Response(NOTHING, 404, media_type="text/html")

    def file_response(
        self, full_path: os.PathLike[str] | str, stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """As usual; while watching, pages go out with that script, and nothing of them is cached."""
        if self.changes is not None and Path(full_path).suffix == ".html":
            return _fresh(with_script(Path(full_path).read_bytes()), "text/html", status_code)
        answer = super().file_response(full_path, stat_result, scope, status_code)
        answer.headers.update(SAFE)
        return answer


def _fresh(data: bytes, kind: str, status: int = 200) -> Response:
    return Response(data, status, {"Cache-Control": "no-store", **SAFE}, kind)


@click.command(short_help="在本机打开网站和检索接口")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, metavar="端口", help="端口。", show_default=True)
@click.option("--watch", is_flag=True, help="保存 content/ 里的改动后自动更新，打开着的网页随之刷新。")
@click.option(
    "--originals",
    type=click.Path(path_type=Path),
    metavar="目录",
    help="在条款下附原文，与 build 的相同；默认为工作区下的 originals/（有的话）。",
)
@SITE_URL
@click.option("--workers", type=click.IntRange(1, 64), metavar="N", help="几个进程；不写时按处理器个数，最多 4 个。")
@click.option("--rate", type=click.IntRange(0), default=RATE, metavar="N", help="每个进程每秒答同一来源几次，0 不限。")
@click.option("--cache", type=click.IntRange(0), default=CACHED, metavar="N", help="接口记住几个回答，0 不记。")
@click.pass_context
def serve(
    context: click.Context,
    port: int,
    *,
    watch: bool,
    originals: Path | None,
    site_url: str,
    workers: int | None,
    rate: int,
    cache: int,
) -> None:
    """生成网站，在 127.0.0.1 打开网站和检索接口（/api/），按 Ctrl+C 结束。"""
    root = root_of(context)
    processes = 1 if watch or not can_share() else workers or min(processors(), MOST_PROCESSES)
    # Before the site is built: whoever must take another port should not wait for that.
    with _listening(port, processes) as sockets:
        shelf = Shelf(Kept(root, program_digest()))
        loaded = load(root, jobs=processors(), shelf=shelf)
        say_findings(loaded.errors)
        # A site that was built for an address stays so.
        site_url = site_url or published_at(root / SITE)
        folder = originals_folder(root, originals)
        watcher = Watcher(
            root, root / SITE, shelf, Changes(), WatchedOriginals(folder) if folder else None, site_url=site_url
        )
        _build(loaded, watcher)
        settings = ApiSettings(rate=rate, cached=cache, hosts=names_of(site_url), quiet=watch)
        make_app = _maker(loaded, SiteFiles(watcher.site, watcher.changes if watch else None), settings, processes)
        _tell(sockets[0].getsockname()[1], watch=watch)
        try:
            if watch:
                _beside(make_app, sockets, watcher.run)
            else:
                serve_on(make_app, sockets)
        except KeyboardInterrupt:
            click.echo("已结束")


@contextmanager
def _listening(port: int, processes: int) -> Iterator[list[socket.socket]]:
    with ExitStack() as closing_all:
        yield [closing_all.enter_context(one) for one in bind(LOOPBACK, port, processes=processes)]


def _build(loaded: Loaded, watcher: Watcher) -> None:
    """The first build, as each later one of the watcher is made."""
    said = watcher.originals.compared(loaded) if watcher.originals and not loaded.errors else None
    with progress_bars() as announce:
        build_workspace(
            loaded,
            site=watcher.site,
            originals=said,
            site_url=watcher.site_url,
            jobs=processors(),
            announce=announce,
        )


def names_of(site_url: str) -> tuple[str, ...]:
    """Names by which the server may be called: those of this machine, and that of the site's address."""
    named = urlsplit(site_url).netloc
    return (*LOOPBACK_NAMES, host_name(named)) if named else LOOPBACK_NAMES


def _tell(port: int, *, watch: bool) -> None:
    address = f"http://{LOOPBACK}:{port}/"
    click.echo(f"网站：{address} （{'改动随存随见，' if watch else ''}按 Ctrl+C 结束）")
    click.echo(f"接口：{address}api/")
    # Whoever reads this through a pipe waits for the address.
    sys.stdout.flush()


def _maker(loaded: Loaded, site: SiteFiles, settings: ApiSettings, processes: int) -> MakeApp:
    """Makes the application in each process, where it opens the index for itself; all count in the same metrics.

    What was loaded before the build serves no longer when somebody has saved an edit meanwhile.
    """
    metrics = Metrics(ROUTES, processes=processes)

    def make(number: int) -> ASGIApp:
        metrics.take_row(number)
        edition = open_edition(loaded.root, loaded.sealed() if loaded.is_current() else None)
        # One of them tells of flaws, where no watcher does.
        own = replace(settings, quiet=settings.quiet or number > 0)
        return api_app(loaded.root, edition, settings=own, site=site, metrics=metrics)

    return make


def _beside(make_app: MakeApp, sockets: list[socket.socket], working: Callable[[], None]) -> None:
    """Serve in a thread while the main one works, until that is interrupted."""
    server = server_of(make_app(0))
    thread = Thread(target=server.run, kwargs={"sockets": sockets}, daemon=True)
    thread.start()
    try:
        working()
    finally:
        server.should_exit = True
        thread.join()
