"""What a page of the site is before it is poured: where it lies, what it is called, which template, which data.

Pages come alone or in sheaves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Section(StrEnum):
    """The tabs at the top of every page, in order; the value is what readers see."""

    HOME = "首页"
    PLANS = "方案"
    DEPARTMENTS = "部门"
    DUTIES = "全部责任"
    DEADLINES = "时限"
    ENTERPRISES = "企业义务"
    PAPERS = "文书"
    STANDARDS = "标准"
    TOPICS = "主题"
    TERMS = "术语"
    ABOUT = "说明"


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """An entry of the outline beside the page: plain text, and the id it jumps to."""

    title: str
    id: str
    children: tuple[OutlineItem, ...] = ()


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page. `path` has no suffix (`plans/qinghe-2030`); `title` and `description` are plain text.

    With another `suffix` it is a file of data (`.js`) that its template makes as a whole.
    """

    path: str
    title: str
    section: Section
    template: str
    data: Mapping[str, Any] = field(default_factory=dict)
    outline: tuple[OutlineItem, ...] = ()
    description: str = ""
    suffix: str = ".html"

    @property
    def file(self) -> str:
        """Its file, from the root of the site."""
        return self.path + self.suffix

    @property
    def bare(self) -> bool:
        """True for what is no page for readers but data beside pages: it gets no shell."""
        return self.suffix != ".html"

    @property
    def root(self) -> str:
        """The way from this page up to the root of the site: empty, or `../` for each folder."""
        return "../" * self.path.count("/")


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Pages made of the same records: none of them is looked at as long as those are as they were.

    `made_of` holds everything that `pages` looks at, for it is all that a build compares (by `catalogue.digest`). The
    `name` is that of no other sheaf; all pages stand in one `section`.
    """

    name: str
    section: Section
    made_of: tuple[object, ...]
    pages: Callable[[], Iterable[SitePage]]
    _opened: list[tuple[SitePage, ...]] = field(default_factory=list, init=False, repr=False, compare=False)

    def opened(self) -> tuple[SitePage, ...]:
        """The pages, made when first asked for: a build from nothing asks for its shells, then for what to make."""
        if not self._opened:
            self._opened.append(tuple(self.pages()))
        return self._opened[0]


def unfolded(parts: Iterable[SitePage | Sheaf]) -> Iterator[SitePage]:
    """Every page, those of sheaves in their places."""
    for part in parts:
        if isinstance(part, Sheaf):
            yield from part.opened()
        else:
            yield part
