"""Tables: rules, width, repeated heads, rows that may break; the text of small ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from zerenku.extract.word.names import integer, switch, w
from zerenku.proof.values import Border, Table
from zerenku.proof.word.formats import borders_of
from zerenku.proof.word.paragraphs import ParagraphReader

P, TABLE, ROW, CELL = w("p"), w("tbl"), w("tr"), w("tc")
SMALL: Final = 24
"""Cells of the largest table that may be a joint mark or a 版记."""
CONTROL, CONTENT = w("sdt"), w("sdtContent")
WIDTH: Final = w("w")


def read_table(node: etree._Element, reader: ParagraphReader, *, section: int) -> Table:
    """One table; every paragraph in it is read for its looks."""
    rows = [(row, list(_members(row, CELL))) for row in _members(node, ROW)]
    cells = [cell for _, inside in rows for cell in inside]
    small = len(cells) <= SMALL
    kept = [
        reader.read(part, section=section).paragraph
        for cell in (cells if small else rows[0][1])
        for part in cell.iter(P)
    ]
    for row, _ in () if small else rows[1:]:
        reader.skim(row)
    look = node.find(w("tblPr"))
    return Table(
        text="\n".join(paragraph.text for paragraph in kept),
        rows=len(rows),
        columns=len(node.findall(f"{w('tblGrid')}/{w('gridCol')}"))
        or max((len(inside) for _, inside in rows), default=0),
        width=_width(node, look, [inside for _, inside in rows]),
        indent=_twips(None if look is None else look.find(w("tblInd"))) or 0,
        head_rows=sum(_says(row, "tblHeader") for row, _ in rows),
        loose_rows=sum(not _says(row, "cantSplit") for row, _ in rows),
        anchored=_anchored(look),
        rules=_rules(look, rows),
        paragraphs=tuple(kept),
        section=section,
    )


def _members(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for node in parent:
        if node.tag == tag:
            yield node
        elif node.tag in {CONTROL, CONTENT}:
            yield from _members(node, tag)


def _says(row: etree._Element, name: str) -> bool:
    return switch(row.find(w("trPr")), name) is True


def _twips(node: etree._Element | None) -> int | None:
    if node is None or node.get(w("type"), "dxa") != "dxa":
        return None
    return integer(node.get(WIDTH))


def _width(node: etree._Element, look: etree._Element | None, rows: list[list[etree._Element]]) -> int:
    """As stated; without that, the widest of the grid and the rows."""
    stated = _twips(None if look is None else look.find(w("tblW")))
    if stated:
        return stated
    grid = sum(integer(column.get(WIDTH)) or 0 for column in node.iterfind(f"{w('tblGrid')}/{w('gridCol')}"))
    wide = (sum(_twips(cell.find(f"{w('tcPr')}/{w('tcW')}")) or 0 for cell in row) for row in rows)
    return grid or max(wide, default=0)


def _anchored(look: etree._Element | None) -> bool:
    place = None if look is None else look.find(w("tblpPr"))
    return place is not None and place.get(w("vertAnchor")) == "margin" and place.get(w("tblpYSpec")) == "bottom"


def _rules(
    look: etree._Element | None, rows: list[tuple[etree._Element, list[etree._Element]]]
) -> tuple[Border | None, Border | None, Border | None]:
    """Top, inner and bottom rules; a cell's own rule wins over the table's."""
    table = {item.side: item for item in borders_of(None if look is None else look.find(w("tblBorders")))}
    own = [
        {item.side: item for item in borders_of(inside[0].find(f"{w('tcPr')}/{w('tcBorders')}"))} if inside else {}
        for _, inside in rows
    ]
    if not own:
        return None, None, None
    inner = [line["bottom"] for line in own[:-1] if "bottom" in line]
    inner += [line["top"] for line in own[1:] if "top" in line]
    return (
        _drawn(own[0].get("top", table.get("top"))),
        _drawn(inner[0] if inner else table.get("insideH")) if len(rows) > 1 else None,
        _drawn(own[-1].get("bottom", table.get("bottom"))),
    )


def _drawn(border: Border | None) -> Border | None:
    return border if border is not None and border.drawn else None
