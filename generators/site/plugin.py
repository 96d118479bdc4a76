"""The MkDocs plugin: it only translates. Pages come from `edition`, their HTML from `pour`; MkDocs gives the shell.

`mkdocs build` renders every page. A build of ours hands over stubs instead, one for each kind of shell, takes what
MkDocs makes of them out of its hands, and pours the pages itself; both ways give the same bytes.
"""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generators.site.dusk import dark_sheet
from generators.site.edition import Edition
from generators.site.feeds import extra_files
from generators.site.outline import escaped, outline_markup
from generators.site.pages import OutlineItem, Section, SitePage
from generators.site.policy import POLICY, SERVED_POLICY
from generators.site.pour import Pourer
from generators.site.shell import ARTICLE, one_line
from generators.site.trim import trim
from zerenku.store.workspace import load

HERE: Final = Path(__file__).parent
THEME: Final = HERE / "theme"
PROSE: Final = HERE / "prose"
ABOUT: Final = "about"
STYLES: Final = ("site", "content", "search", "print", "modes")
OWN: Final = "assets/zerenku/"
DARK: Final = f"{OWN}dark.css"
SCRIPTS: Final = ("reading", "expired", "search-box")
# Material's own search and its maps for debugging: never asked for by our pages, and a megabyte on a USB stick.
UNUSED: Final = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
# Both carry the day of the build or addresses from the server's root, which a folder on a stick does not have.
DATED_TEMPLATES: Final = ("sitemap.xml", "404.html")


class PluginOptions(Config):
    """No options: what varies is content."""


@dataclass(frozen=True, slots=True)
class Order:
    """What MkDocs is to render: `pages` of `edition`, or, when there are `stubs`, those alone.

    Prose may link to any of `pages`.
    """

    edition: Edition
    pages: tuple[SitePage, ...]
    stubs: tuple[SitePage, ...] = ()

    @classmethod
    def whole(cls, edition: Edition) -> Order:
        """Every page of an edition."""
        return cls(edition, edition.pages())


class CataloguePlugin(BasePlugin[PluginOptions]):
    """Fills a MkDocs site with the pages of a catalogue; `made` holds what became of stubs, by path."""

    def __init__(self) -> None:
        self._order: Order | None = None
        self._pages: Mapping[str, SitePage] = {}
        self._pourer: Pourer | None = None
        self._policy = POLICY
        self.made: dict[str, str] = {}

    def hand_over(self, order: Order) -> None:
        """What to render. Without it (`mkdocs build` on its own) the workspace around mkdocs.yml is loaded."""
        self._order = order
        # MkDocs keeps a plugin that listens to its start for all builds of a process: nothing of the last one stays.
        self._policy, self.made = POLICY, {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Let `mkdocs serve` reload the pages that it shows."""
        self._policy = SERVED_POLICY if command == "serve" else POLICY

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the catalogue if none was given; set what every site of ours needs whatever its mkdocs.yml says."""
        order = self._order or Order.whole(Edition(load(_workspace(config)).sealed()))
        self._pages = {_uri(page): page for page in order.stubs or order.pages if not page.bare}
        linked = _linked()
        self._pages |= {uri: page for page in order.pages if (uri := _uri(page)) in linked}
        self._pourer = None if order.stubs else Pourer(order.edition)
        config.theme.dirs.insert(0, str(THEME))
        config.theme.static_templates.difference_update(DATED_TEMPLATES)
        config.use_directory_urls = False
        config.extra_css = [f"assets/zerenku/{name}.css" for name in STYLES] + config.extra_css
        config.extra["zerenku"] = {
            "searchable": order.edition.searchable,
            "scripts": SCRIPTS,
            "tabs": [{"name": name, "href": href} for name, href in tabs_of(order.pages)],
            "theme": _theme_files(config.theme.dirs),
            "policy": self._policy,
            "site_url": order.edition.site_url,
        }
        # Tabs and drawer are ours: a tree of all pages on every page would outweigh most of them.
        config.nav = [{Section.HOME.value: "index.md"}]
        config.validation.nav.omitted_files = logging.DEBUG
        self._files: dict[str, str | bytes] = {DARK: dark_sheet(_sheets())}
        if self._pourer:
            self._files |= order.edition.files | extra_files(order.edition, [page.file for page in order.pages])
            self._files |= {page.file: self._pourer.pour(page) for page in order.pages if page.bare}
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take out the sources and what is never used; put in a stub for every page, and the files handed in."""
        for file in list(files):
            unused = file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map") or file.src_uri in DATED_TEMPLATES
            if file.src_dir == config.docs_dir or unused:
                files.remove(file)
        for uri, page in self._pages.items():
            files.append(_generated(config, uri, _front_matter(page)))
        for path in sorted(PROSE.glob("*.md")):
            files.append(_generated(config, path.name, path.read_text(encoding="utf-8")))
        for name, content in sorted(self._files.items()):
            files.append(_generated(config, name, content))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme the maker of outlines that poured pages use, too."""
        env.globals["zk_outline"] = outline_markup
        return env

    def on_page_content(self, content: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Pour the record into the article, and give the shell its outline; prose pages keep MkDocs' own rendering."""
        record = self._pages.get(page.file.src_uri)
        if record is None:
            page.meta.setdefault("zk_section", Section.ABOUT.value)
            return content
        page.toc = TableOfContents([_anchor(escaped(item), level=2) for item in record.outline])
        return self._pourer.pour(record) if self._pourer else ARTICLE

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Without empty lines; a shell is kept here and not written."""
        output = trim(output)
        record = self._pages.get(page.file.src_uri)
        if record is None or self._pourer:
            return output
        self.made[record.path] = output
        return ""


def tabs_of(pages: tuple[SitePage, ...]) -> tuple[tuple[str, str], ...]:
    """One tab for each section that has pages: its name, and the file that it leads to."""
    first = {Section.ABOUT: ABOUT}
    for page in pages:
        first.setdefault(page.section, page.path)
    return tuple((section.value, f"{first[section]}.html") for section in Section if section in first)


def _uri(page: SitePage) -> str:
    return f"{page.path}.md"


def _linked() -> frozenset[str]:
    """Pages that prose links to: MkDocs must know of them even when it does not render them."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(PROSE.glob("*.md")))
    return frozenset(uri for text in texts for uri in re.findall(r"\]\(([^)#\s]+\.md)", text))


def _theme_files(folders: Sequence[str]) -> dict[str, str]:
    """What the shell loads of the theme: `stylesheets/main` → its file, which has a digest in its name."""
    found = {}
    for folder in reversed(folders):
        for path in sorted(Path(folder).glob("assets/*/*.min.*s")):
            found[f"{path.parent.name}/{path.name.partition('.')[0]}"] = path.relative_to(folder).as_posix()
    return found


def _sheets() -> Iterator[str]:
    """Our style sheets, those of every page first and in their order."""
    folder = THEME / OWN
    first = [folder / f"{name}.css" for name in STYLES]
    yield from (path.read_text(encoding="utf-8") for path in [*first, *sorted(set(folder.glob("*.css")) - set(first))])


def _workspace(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or os.curdir).resolve().parent


def _generated(config: MkDocsConfig, uri: str, content: str | bytes) -> File:
    return File.generated(config, uri, content=content, inclusion=InclusionLevel.INCLUDED)


def _front_matter(page: SitePage) -> str:
    """What the shell needs to know of a page. The theme prints these as HTML, so they are escaped here."""
    meta = {
        "title": one_line(page.title),
        "description": one_line(page.description),
        "zk_section": page.section.value,
        "hide": ["navigation", *([] if page.outline else ["toc"])],
    }
    return f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n"


def _anchor(item: OutlineItem, *, level: int) -> AnchorLink:
    anchor = AnchorLink(item.title, item.id, level)
    anchor.children = [_anchor(child, level=level + 1) for child in item.children]
    return anchor
