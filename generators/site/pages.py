"""What a page of the site is before it is poured: where it lies, what it is called, which template, which data."""

from __future__ import annotations

from collections.abc import Mapping
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
