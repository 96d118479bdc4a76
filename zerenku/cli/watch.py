"""Rebuilding while the site is served: what a person saves is read, built and shown, and flaws are told."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from zerenku.build import Built, build_workspace
from zerenku.cli.live import Changes
from zerenku.cli.originals import WatchedOriginals
from zerenku.cli.settings import say_findings
from zerenku.errors import ZerenkuError
from zerenku.store.parallel import unhurried_collector
from zerenku.store.shelf import Shelf
from zerenku.store.workspace import load

# An editor that writes a file in two steps is done within this time (ms); longer waiting would be felt.
SETTLED: Final = 20
LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Watcher:
    """Rebuilds the site of a workspace after each saved change of its content; plans that did not change stay read.

    `site_url` is where the site will be published, as for a build.
    """

    root: Path
    site: Path
    shelf: Shelf
    changes: Changes
    originals: WatchedOriginals | None = None
    site_url: str = ""

    def run(self) -> None:
        """Until Ctrl+C, which is raised."""
        # A library in another language, loaded only by those who watch.
        from watchfiles import watch  # noqa: PLC0415

        sources = [self.root / "content", self.root / "mkdocs.yml"]
        if self.originals:
            sources.append(self.originals.folder)
        for _ in watch(*filter(Path.exists, sources), step=SETTLED, debounce=LONGEST, raise_interrupt=True):
            self.rebuild()

    @unhurried_collector()
    def rebuild(self) -> None:
        """Pages first, and readers are told; then papers and search. One line says what was done or is wrong.

        Comparing with originals takes longer than anybody waits for a page: pages come with what they said before.
        """
        begun = time.perf_counter()
        try:
            loaded = load(self.root, shelf=self.shelf)
            say_findings(loaded.errors)
            if loaded.errors:
                click.echo("内容有错，网页没有更新；改正后会自动更新", err=True)
                return
            before = self.originals.said if self.originals else None
            pages = build_workspace(loaded, site=self.site, originals=before, site_url=self.site_url, pages_only=True)
            self.changes.add(pages.written)
            took = time.perf_counter() - begun
            said = self.originals.compared(loaded) if self.originals else None
            rest = build_workspace(loaded, site=self.site, originals=said, site_url=self.site_url)
            self.changes.add(rest.written)
        except (ZerenkuError, OSError) as error:
            click.echo(f"没有更新：{error}", err=True)
            return
        click.echo(_told(pages, took) if pages.written or rest.written else "内容没有错，网页没有变化")


def _told(pages: Built, took: float) -> str:
    return f"已更新 {sum(name.endswith('.html') for name in pages.written)} 个网页，用时 {took:.2f} 秒"
