"""What Word insists on, where loops and conditions have left too little or too much."""

from __future__ import annotations

from itertools import count
from typing import Final

from lxml import etree

from generators.template.container import Container
from zerenku.extract.word.names import w

DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
HOLDERS: Final = tuple(map(w, ("hdr", "ftr", "footnote", "endnote", "txbxContent")))


def mend(container: Container) -> None:
    """Mend the filled parts in place."""
    numbers = count(1)
    for part in container.parts:
        if part.root is None:
            continue
        for table in list(part.root.iter(w("tbl"))):
            if table.find(w("tr")) is None and (parent := table.getparent()) is not None:
                parent.remove(table)
        for row in list(part.root.iter(w("tr"))):
            if row.find(f".//{w('tc')}") is None and (parent := row.getparent()) is not None:
                parent.remove(row)
        for holder in part.root.iter(w("tc"), *HOLDERS):
            if not len(holder) or holder[-1].tag in {w("tcPr"), w("tbl")}:
                etree.SubElement(holder, w("p"))
        for drawing in part.root.iter(DRAWING):
            drawing.set("id", str(next(numbers)))
        _bookmarks(part.root)


def _bookmarks(root: etree._Element) -> None:
    """Keep each bookmark once: a loop repeats those in its rows."""
    for name in ("bookmarkStart", "bookmarkEnd"):
        seen: set[str | None] = set()
        for node in list(root.iter(w(name))):
            mark, parent = node.get(w("id")), node.getparent()
            if mark in seen and parent is not None:
                parent.remove(node)
            seen.add(mark)
