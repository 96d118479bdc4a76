"""A built site as a reader's browser sees it without scripts: pages, their ids, their links, their words."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from generators.site.edition import Edition
from generators.site.pour import Pourer

LINKED = {"a": "href", "link": "href", "script": "src", "img": "src"}
EMPTY = frozenset({"meta", "link", "input", "img", "br", "hr", "path", "rect"})


@dataclass
class PageText:
    """One page, or one element of it."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    text: str = ""
    markup: str = ""

    def says(self, words: str) -> bool:
        """Whether the words stand in the text, blanks aside."""
        return squeeze(words) in squeeze(self.text)


class _Reader(HTMLParser):
    """Collects ids, links and text; with `only`, inside the element of that id alone."""

    def __init__(self, only: str | None) -> None:
        super().__init__(convert_charrefs=True)
        self.found = PageText()
        self._only = only
        self._depth = 0 if only else 1
        self._mute = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if self._only and values.get("id") == self._only:
            self._depth = 1
        elif self._depth and tag not in EMPTY:
            self._depth += 1
        if not self._depth:
            return
        self._mute += tag in {"script", "style"}
        if "id" in values:
            self.found.ids.append(values["id"] or "")
        link = values.get(LINKED.get(tag, ""))
        if link:
            self.found.links.append(link)

    def handle_endtag(self, tag: str) -> None:
        self._mute -= tag in {"script", "style"} and self._depth > 0
        if self._depth and tag not in EMPTY:
            self._depth -= 1
            if self._only is None:
                self._depth = max(self._depth, 1)

    def handle_data(self, data: str) -> None:
        if self._depth and not self._mute:
            self.found.text += data


def squeeze(text: str) -> str:
    """Text without any blanks, for comparing what a reader reads."""
    return re.sub(r"\s+", "", text)


def read_page(path: Path, *, only: str | None = None) -> PageText:
    """A page, or its element with the id `only`; AssertionError when there is none."""
    return _read(path.read_text(encoding="utf-8"), path.name, only)


def pour_page(edition: Edition, name: str, *, only: str | None = None) -> PageText:
    """The article of one page of an edition, without the shell around it; KeyError when there is no such page."""
    page = {page.path: page for page in edition.pages()}[name]
    return _read(Pourer(edition).pour(page), name, only)


def _read(markup: str, name: str, only: str | None) -> PageText:
    reader = _Reader(only)
    reader.feed(markup)
    reader.found.markup = markup
    assert only is None or only in reader.found.ids, f"{name} has no #{only}"
    return reader.found
