"""Shells: what MkDocs and its theme put around a page, cut at the slots into which a record page is poured.

Two pages share a shell when they stand in the same section, at the same depth, and both have (or lack) an outline and
a description. MkDocs renders a stub for each shell with the slot words below in it; they hold nothing that HTML,
JSON or an address would escape, so that they come out as they went in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from generators.site.links import quote
from generators.site.outline import page_outline
from generators.site.pages import OutlineItem, Section, SitePage

TITLE: Final = "zkslottitle"
DESCRIPTION: Final = "zkslotdescription"
FIRST: Final = "zkslotfirst"
OUTLINE: Final = "zkslotoutline"
ARTICLE: Final = "zkslotarticle"
PATH: Final = "zkslotpath"
SLOT: Final = re.compile(f"({TITLE}|{DESCRIPTION}|{FIRST}|{OUTLINE}|{ARTICLE}|{PATH})")
HOME: Final = "index"


def one_line(text: str) -> str:
    """Plain text as HTML on one line, for the head of a page."""
    return escape(" ".join(text.split()))


@dataclass(frozen=True, slots=True, order=True)
class ShellKind:
    """What decides which shell a page is poured into."""

    section: Section
    depth: int
    home: bool
    outlined: bool
    described: bool

    @classmethod
    def of(cls, page: SitePage) -> ShellKind:
        """The shell of a page."""
        return cls(page.section, page.path.count("/"), page.path == HOME, bool(page.outline), bool(page.description))

    def stub(self, number: int) -> SitePage:
        """A page that has the slot words where its like have words of their own; `number` keeps paths apart."""
        path = HOME if self.home else "/".join([PATH] * (self.depth + 1)) + str(number)
        outline = (OutlineItem(OUTLINE, FIRST),) if self.outlined else ()
        description = DESCRIPTION if self.described else ""
        return SitePage(path, TITLE, self.section, "", outline=outline, description=description)


@dataclass(frozen=True, slots=True)
class Shell:
    """The pieces of a rendered stub: text at even places, slot words at odd ones."""

    pieces: tuple[str, ...]

    @classmethod
    def cut(cls, markup: str, stub: SitePage) -> Shell:
        """From the page that MkDocs made of a stub; the entry of its outline goes as a whole."""
        entry = page_outline(stub.outline)
        whole = markup.replace(entry, OUTLINE) if entry else markup
        if stub.path != HOME:
            whole = whole.replace(quote(f"{stub.path}.html"), PATH)
        return cls(tuple(SLOT.split(whole)))

    def pour(self, page: SitePage, article: Sequence[bytes]) -> bytes:
        """The page around its article, which comes in pieces: it is joined here and nowhere else."""
        filled = {
            TITLE: one_line(page.title),
            DESCRIPTION: one_line(page.description),
            FIRST: page.outline[0].id if page.outline else "",
            OUTLINE: page_outline(page.outline),
            PATH: quote(f"{page.path}.html"),
        }
        found: list[bytes] = []
        for number, piece in enumerate(self.pieces):
            if number % 2 and piece == ARTICLE:
                found += article
            else:
                found.append((filled[piece] if number % 2 else piece).encode())
        return b"".join(found)
