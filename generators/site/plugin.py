"""The MkDocs plugin: it only translates. Pages come from `edition`, their HTML from `pour`; MkDocs gives the shell."""

from __future__ import annotations

import html
import json
import os
from pathlib import Path
from typing import Final

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generators.site.edition import Edition
from generators.site.pages import OutlineItem, Section, SitePage
from generators.site.pour import Pourer
from zerenku.store.workspace import load

HERE: Final = Path(__file__).parent
THEME: Final = HERE / "theme"
ABOUT: Final = "about.md"
STYLES: Final = ("site", "content", "search", "print")
SCRIPTS: Final = ("reading", "search-box", "duties")
# Material's own search and its maps for debugging: never asked for by our pages, and a megabyte on a USB stick.
UNUSED: Final = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
# Both carry the day of the build or addresses from the server's root, which a folder on a stick does not have.
DATED_TEMPLATES: Final = ("sitemap.xml", "404.html")


class PluginOptions(Config):
    """No options: what varies is content."""


class CataloguePlugin(BasePlugin[PluginOptions]):
    """Fills a MkDocs site with the pages of a catalogue."""

    def __init__(self) -> None:
        self._edition: Edition | None = None
        self._pages: dict[str, SitePage] = {}
        self._pourer: Pourer | None = None

    def hand_over(self, edition: Edition) -> None:
        """What to publish. Without it (`mkdocs build` on its own) the workspace around mkdocs.yml is loaded."""
        self._edition = edition

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the catalogue if none was given; set what every site of ours needs whatever its mkdocs.yml says."""
        edition = self._edition or Edition(load(_workspace(config)).sealed())
        self._pages = {f"{page.path}.md": page for page in edition.pages()}
        self._pourer = Pourer(edition)
        self._edition = edition
        config.theme.dirs.insert(0, str(THEME))
        config.theme.static_templates.difference_update(DATED_TEMPLATES)
        config.use_directory_urls = False
        config.extra_css = [f"assets/zerenku/{name}.css" for name in STYLES] + config.extra_css
        config.extra["zerenku"] = {"searchable": edition.searchable, "scripts": SCRIPTS}
        config.nav = _navigation(tuple(self._pages.values()))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take out the sources and what is never used; put in a stub for every page, and the files handed in."""
        for file in list(files):
            unused = file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map") or file.src_uri in DATED_TEMPLATES
            if file.src_dir == config.docs_dir or unused:
                files.remove(file)
        for uri, page in self._pages.items():
            files.append(_generated(config, uri, _front_matter(page)))
        files.append(_generated(config, ABOUT, (HERE / "prose" / ABOUT).read_text(encoding="utf-8")))
        for name, content in sorted(self._edition.files.items() if self._edition else ()):
            files.append(_generated(config, name, content))
        return files

    def on_page_content(self, content: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Pour the record into the article, and give the shell its outline; prose pages keep MkDocs' own rendering."""
        record = self._pages.get(page.file.src_uri)
        if record is None or self._pourer is None:
            return content
        page.toc = TableOfContents([_anchor(item, level=2) for item in record.outline])
        return self._pourer.pour(record)


def _workspace(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or os.curdir).resolve().parent


def _generated(config: MkDocsConfig, uri: str, content: str | bytes) -> File:
    return File.generated(config, uri, content=content, inclusion=InclusionLevel.INCLUDED)


def _front_matter(page: SitePage) -> str:
    """What the shell needs to know of a page. The theme prints these as HTML, so they are escaped here."""
    meta = {
        "title": html.escape(page.title),
        "description": html.escape(page.description),
        "hide": ["navigation", *([] if page.outline else ["toc"])],
    }
    return f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n"


def _anchor(item: OutlineItem, *, level: int) -> AnchorLink:
    anchor = AnchorLink(html.escape(item.title), item.id, level)
    anchor.children = [_anchor(child, level=level + 1) for child in item.children]
    return anchor


def _navigation(pages: tuple[SitePage, ...]) -> list[dict[str, str | list[str]]]:
    """One tab for each section; a section of several pages begins with its index."""
    tabs: list[dict[str, str | list[str]]] = []
    for section in Section:
        own = [f"{page.path}.md" for page in pages if page.section == section]
        if section == Section.ABOUT:
            own = [ABOUT, *own]
        if own:
            tabs.append({section.value: own[0] if len(own) == 1 and own[0].count("/") == 0 else own})
    return tabs
