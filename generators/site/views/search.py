"""The page of all search results; what it finds is the browser's work."""

from __future__ import annotations

from collections.abc import Iterator

from generators.site.pages import Section, SitePage
from zerenku.catalogue.catalogue import Catalogue


def search_pages(catalogue: Catalogue) -> Iterator[SitePage]:  # noqa: ARG001 - what every view takes
    """`search.html?q=…`: question, filters and page stand in the address."""
    yield SitePage(
        "search",
        "搜索",
        Section.HOME,
        "search.html.j2",
        description="在全部条款里找一件事、一个部门、一个文号，按地区、部门、时限缩小范围",
    )
