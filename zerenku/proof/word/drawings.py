"""Lines that somebody drew with the mouse: colour and length, for the red rule is often one."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from zerenku.proof.values import Drawn

DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SHEET: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML: Final = "{urn:schemas-microsoft-com:vml}"
EMU_PER_MM: Final = 36_000
MM_PER_POINT: Final = 25.4 / 72
STRAIGHT: Final = frozenset({"line", "straightConnector1"})
POINT: Final = re.compile(r"(-?[\d.]+)\s*(pt|mm|cm|in)?")
UNITS: Final = {"pt": MM_PER_POINT, "mm": 1.0, "cm": 10.0, "in": 25.4, "": MM_PER_POINT}
NAMED: Final = {"red": "FF0000", "black": ""}


def drawn_lines(picture: etree._Element) -> list[Drawn]:
    """The straight lines of a drawing, in its newer form if it has one, else in the older."""
    found = [_shape(shape) for shape in picture.iter(f"{DRAWING}prstGeom") if shape.get("prst") in STRAIGHT]
    return found or [_line(line) for line in picture.iter(f"{VML}line")]


def _shape(geometry: etree._Element) -> Drawn:
    properties = geometry.getparent()
    stroke = None if properties is None else properties.find(f"{DRAWING}ln/{DRAWING}solidFill/{DRAWING}srgbClr")
    extent = None if properties is None else properties.find(f"{DRAWING}xfrm/{DRAWING}ext")
    if extent is None:
        extent = next(
            (node for above in geometry.iterancestors() for node in above.iterchildren(f"{SHEET}extent")), None
        )
    length = 0.0 if extent is None else _number(extent.get("cx", "")) / EMU_PER_MM
    return Drawn("" if stroke is None else stroke.get("val", "").upper(), length)


def _line(line: etree._Element) -> Drawn:
    start, end = (_across(line.get(name, "")) for name in ("from", "to"))
    colour = line.get("strokecolor", "").split()
    said = colour[0].lower() if colour else ""
    return Drawn(NAMED.get(said, said.removeprefix("#").upper()), abs(end - start))


def _across(point: str) -> float:
    match = POINT.match(point.strip())
    return 0.0 if match is None else _number(match[1]) * UNITS[match[2] or ""]


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
