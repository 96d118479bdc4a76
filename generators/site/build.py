"""Write the site of a catalogue into a folder. The caller gives a fresh one and swaps it in when all went well."""

from __future__ import annotations

import logging
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generators.site.edition import Edition
from generators.site.feeds import extra_files
from generators.site.pages import SitePage
from generators.site.papers import Paper
from generators.site.plugin import CataloguePlugin, Order
from generators.site.pour import Pourer
from generators.site.press import Press
from generators.site.publish import write
from generators.site.shell import Shell, ShellKind
from zerenku.catalogue.catalogue import Catalogue
from zerenku.coverage.compare import Gap
from zerenku.errors import ZerenkuError
from zerenku.returns.book import ReturnBook
from zerenku.store.atomic import settle_modes

DEFAULT_CONFIG: Final = Path(__file__).parent / "mkdocs.yml"
PLUGIN: Final = "zerenku"


class SiteRefused(ZerenkuError):
    """MkDocs would not build: its settings are wrong, or it warned about a page."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"网站没有生成：{reason}；请检查 mkdocs.yml")


def build_site(
    catalogue: Catalogue,
    *,
    out: Path,
    assets: Mapping[str, bytes] | None = None,
    config_file: Path | None = None,
    coverage: Mapping[str, tuple[Gap, ...]] | None = None,
    papers: Iterable[Paper] = (),
    books: Mapping[str, ReturnBook] | None = None,
    site_url: str = "",
) -> None:
    """Fill `out` with the site: same catalogue, assets, coverage, papers and mkdocs.yml, same bytes.

    `assets` are further files by their name from the root of the site (search index). Without `config_file` our own
    mkdocs.yml is used. `coverage` are the gaps of the plans that were compared with an original, by plan id. `papers`
    are offered for taking away, `books` are returns by plan id. Raises SiteRefused with what MkDocs complained about.
    `site_url` is as in `Edition`.
    """
    edition = Edition(catalogue, dict(assets or {}), coverage, tuple(papers), books=books or {}, site_url=site_url)
    pages = edition.pages()
    shells, _ = render_shells(edition, pages, out=out, config_file=config_file)
    press = Press(Pourer(edition), shells)
    for page in pages:
        write(out, page.file, press.page(page))
    for name, data in (edition.files | extra_files(edition, [page.file for page in pages])).items():
        write(out, name, data)
    settle_modes(out)


def render_shells(
    edition: Edition, pages: Sequence[SitePage], *, out: Path, config_file: Path | None = None
) -> tuple[dict[ShellKind, Shell], bool]:
    """Let MkDocs write prose pages and the theme's files into `out`, and give a shell for every kind of page.

    Also whether they will be the same as long as mkdocs.yml is: not so with plugins, hooks or templates of others.
    """
    kinds = sorted({ShellKind.of(page) for page in pages if not page.bare})
    stubs = {kind: kind.stub(number) for number, kind in enumerate(kinds)}
    order = Order(edition, tuple(pages), tuple(stubs.values()))
    with _quiet() as complaints, tempfile.TemporaryDirectory(prefix="zerenku-") as empty:
        try:
            config = _config(config_file, out=out, empty=Path(empty), site_url=edition.site_url)
            plugin = config.plugins.get(PLUGIN)
            if not isinstance(plugin, CataloguePlugin):
                raise SiteRefused(f"plugins 里缺少 {PLUGIN}")
            plugin.hand_over(order)
            build(config)
        except MkDocsException as error:
            raise SiteRefused("；".join(complaints) or _in_short(str(error))) from error
        if complaints:
            raise SiteRefused("；".join(complaints))
    shells = {kind: Shell.cut(plugin.made[stub.path], stub) for kind, stub in stubs.items()}
    foreign = set(config.plugins) - {PLUGIN} or config.hooks or config.theme.custom_dir
    varying = config_file is not None and "!ENV" in config_file.read_text(encoding="utf-8")
    return shells, not foreign and not varying


def _config(config_file: Path | None, *, out: Path, empty: Path, site_url: str) -> MkDocsConfig:
    """Our settings, or the workspace's; pages never come from a folder of documents, so any folder will do."""
    # The theme prints a notice about MkDocs 2 on import; the pin in pyproject.toml is our answer to it.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    path = config_file or DEFAULT_CONFIG
    return load_config(
        str(path), site_dir=str(out.resolve()), docs_dir=str(empty), **({"site_url": site_url} if site_url else {})
    )


def _in_short(error: str) -> str:
    """A YAML error by its place (its own words are six lines of English about flow nodes), any other on one line."""
    place = re.search(r"line (\d+), column (\d+)", error)
    return f"第{place[1]}行第{place[2]}列附近不合 YAML 写法" if place else " ".join(error.split())


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _quiet() -> Iterator[list[str]]:
    """Keep MkDocs' talk off the terminal; its warnings and errors are collected and refuse the build."""
    logger = logging.getLogger("mkdocs")
    before = logger.propagate, logger.level
    collector = _Collector()
    logger.addHandler(collector)
    logger.propagate, logger.level = False, logging.WARNING
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
        logger.propagate, logger.level = before
