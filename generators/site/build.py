"""Write the site of a catalogue into a folder. The caller gives a fresh one and swaps it in when all went well."""

from __future__ import annotations

import logging
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generators.site.edition import Edition
from generators.site.papers import Paper
from generators.site.plugin import CataloguePlugin
from zerenku.catalogue.catalogue import Catalogue
from zerenku.coverage import Gap
from zerenku.errors import ZerenkuError

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
) -> None:
    """Fill `out` with the site: same catalogue, assets, coverage, papers and mkdocs.yml, same bytes.

    `assets` are further files by their name from the root of the site (search index). Without `config_file` our own
    mkdocs.yml is used. `coverage` are the gaps of the plans that were compared with an original, by plan id. `papers`
    are offered for taking away. Raises SiteRefused with what MkDocs complained about.
    """
    edition = Edition(catalogue, dict(assets or {}), coverage, tuple(papers))
    with _quiet() as complaints, tempfile.TemporaryDirectory(prefix="zerenku-") as empty:
        try:
            config = _config(config_file, out=out, empty=Path(empty))
            plugin = config.plugins.get(PLUGIN)
            if not isinstance(plugin, CataloguePlugin):
                raise SiteRefused(f"plugins 里缺少 {PLUGIN}")
            plugin.hand_over(edition)
            build(config)
        except MkDocsException as error:
            raise SiteRefused("；".join(complaints) or _in_short(str(error))) from error
        if complaints:
            raise SiteRefused("；".join(complaints))
    _even_modes(out)


def _config(config_file: Path | None, *, out: Path, empty: Path) -> MkDocsConfig:
    """Our settings, or the workspace's; pages never come from a folder of documents, so any folder will do."""
    # The theme prints a notice about MkDocs 2 on import; the pin in pyproject.toml is our answer to it.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    path = config_file or DEFAULT_CONFIG
    return load_config(str(path), site_dir=str(out.resolve()), docs_dir=str(empty))


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


def _even_modes(folder: Path) -> None:
    """Files 644 and folders 755 whatever the umask."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
