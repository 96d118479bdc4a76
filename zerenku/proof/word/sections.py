"""Page setups with their headers and footers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lxml import etree

from zerenku.extract.word.names import RELATION, integer, switch, value, w
from zerenku.proof.values import Paragraph, Section

A4: Final = (11906, 16838)
Furniture = dict[str, tuple[Paragraph, ...]]


def read_sections(
    setups: list[etree._Element], story: Callable[[str, str], tuple[Paragraph, ...]]
) -> tuple[Section, ...]:
    """The sections in order; `story` gives the paragraphs of a header or footer (kind of part, relationship id).

    A section without a header of some kind has that of the section before it.
    """
    found: list[Section] = []
    for setup in setups:
        before = found[-1] if found else None
        headers = dict(before.headers) if before else {}
        footers = dict(before.footers) if before else {}
        headers.update(_furniture(setup, "header", story))
        footers.update(_furniture(setup, "footer", story))
        found.append(_section(setup, headers, footers))
    return tuple(found)


def _furniture(setup: etree._Element, place: str, story: Callable[[str, str], tuple[Paragraph, ...]]) -> Furniture:
    return {
        node.get(w("type"), "default"): story(place, node.get(RELATION, ""))
        for node in setup.iterchildren(w(f"{place}Reference"))
    }


def _section(setup: etree._Element, headers: Furniture, footers: Furniture) -> Section:
    size, margins, grid = setup.find(w("pgSz")), setup.find(w("pgMar")), setup.find(w("docGrid"))

    def number(node: etree._Element | None, name: str, default: int = 0) -> int:
        found = None if node is None else integer(node.get(w(name)))
        return default if found is None else found

    return Section(
        width=number(size, "w", A4[0]),
        height=number(size, "h", A4[1]),
        top=abs(number(margins, "top")),
        right=number(margins, "right"),
        bottom=abs(number(margins, "bottom")),
        left=number(margins, "left"),
        header=number(margins, "header"),
        footer=number(margins, "footer"),
        gutter=number(margins, "gutter"),
        grid="" if grid is None else grid.get(w("type"), "default"),
        pitch=number(grid, "linePitch"),
        char_space=number(grid, "charSpace"),
        kind=value(setup, "type") or "nextPage",
        first_differs=switch(setup, "titlePg") is True,
        headers=headers,
        footers=footers,
    )
