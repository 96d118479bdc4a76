"""`zerenku serve`: the built site on 127.0.0.1, for this machine only."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

from zerenku.build import build_workspace
from zerenku.cli.settings import not_yet, root_of, say_findings
from zerenku.errors import OutputRefused
from zerenku.store.workspace import load

LOOPBACK = "127.0.0.1"


class SiteHandler(SimpleHTTPRequestHandler):
    """Files of the site; no folder listings, no log lines."""

    def list_directory(self, path: object) -> None:  # noqa: ARG002 - the base class passes it
        """Refuse to list a folder."""
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Stay silent."""


@click.command(short_help="在本机打开网站")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, metavar="端口", help="端口。", show_default=True)
@click.option("--watch", is_flag=True, help="内容改动后自动重建（尚未实现）。")
@click.pass_context
def serve(context: click.Context, port: int, *, watch: bool) -> None:
    """生成网站并在 127.0.0.1 打开，按 Ctrl+C 结束。"""
    if watch:
        raise not_yet("serve --watch")
    root = root_of(context)
    loaded = load(root)
    say_findings(loaded.errors)
    built = build_workspace(loaded, site=root / "site", clean=False)
    try:
        server = ThreadingHTTPServer((LOOPBACK, port), site_handler(built.site))
    except OSError as error:
        raise OutputRefused(f"{LOOPBACK}:{port}", "端口已被占用，请用 --port 换一个") from error
    with server:
        click.echo(f"网站：http://{LOOPBACK}:{server.server_port}/ （按 Ctrl+C 结束）")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("已结束")


def site_handler(site: Path) -> partial[SiteHandler]:
    """A handler bound to the site's folder."""
    return partial(SiteHandler, directory=str(site))
