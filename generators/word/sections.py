"""Pages: size, margins, line grid, the banner over and the number under the type area, upright or turned."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from generators.word import measures as m
from generators.word.oxml import Element, exact, field, name, node, paragraph, properties, run, w

NUMBER_DROP: Final = round(7 * m.TWIPS_PER_MM)
BOX_LENGTH: Final = 3000
SHAPE: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


class Setup(StrEnum):
    """How the pages of a section are set: upright, turned for a wide table, or upright without a number."""

    UPRIGHT = "upright"
    SIDEWAYS = "sideways"
    UNNUMBERED = "unnumbered"

    @property
    def area_width(self) -> int:
        """Width of the type area in twips as one reads it."""
        return m.AREA_HEIGHT if self is Setup.SIDEWAYS else m.AREA_WIDTH

    @property
    def area_height(self) -> int:
        """Height of the type area in twips as one reads it."""
        return m.AREA_WIDTH if self is Setup.SIDEWAYS else m.AREA_HEIGHT


class Pages(StrEnum):
    """Which pages a header or footer serves; Word calls the odd ones `default`."""

    ODD = "default"
    EVEN = "even"


def furniture_parts(setup: Setup, *, banner: str) -> dict[str, Element]:
    """Headers and footers of a setup by part name, such as `upright-default-header`, in the order of reference."""
    parts = {}
    for kind in ("header", "footer"):
        for pages in Pages:
            parts[_part_name(setup, pages, kind)] = _furniture(setup, pages, kind, banner)
    return parts


def section_properties(setup: Setup, *, even_page: bool) -> Element:
    """A section's page setup; `even_page` begins it on the next even page, wherever the text before it ended.

    The turned sheet keeps its margins, so that its top lies where the left of an upright sheet lies.
    """
    references = []
    for kind in ("header", "footer"):
        for pages in Pages:
            reference = w(f"{kind}Reference", type=pages)
            reference.set(name("r:id"), relation_id(_part_name(setup, pages, kind)))
            references.append(reference)
    if setup is Setup.SIDEWAYS:
        size = w("pgSz", w=m.PAGE_HEIGHT, h=m.PAGE_WIDTH, orient="landscape")
        margins = {"top": m.LEFT, "right": m.TOP, "bottom": m.RIGHT, "left": m.BOTTOM}
    else:
        size = w("pgSz", w=m.PAGE_WIDTH, h=m.PAGE_HEIGHT)
        margins = {"top": m.TOP, "right": m.RIGHT, "bottom": m.BOTTOM, "left": m.LEFT}
    return properties(
        "sectPr",
        *references,
        w("type", val="evenPage" if even_page else "nextPage"),
        size,
        w("pgMar", **margins, header=m.HEADER, footer=m.HEADER if setup is Setup.SIDEWAYS else m.FOOTER, gutter=0),
        w("cols", space=0),
        w("docGrid", type="lines", linePitch=m.LINE),
    )


def relation_id(part_name: str) -> str:
    """The relationship id of a part."""
    return "rId-" + part_name


def _part_name(setup: Setup, pages: Pages, kind: str) -> str:
    return f"{setup}-{pages}-{kind}"


def _furniture(setup: Setup, pages: Pages, kind: str, banner: str) -> Element:
    if kind == "header":
        return w("hdr", paragraph("Banner", *([run(banner)] if banner else [])))
    if setup is Setup.UPRIGHT:
        return w("ftr", _number(pages))
    if setup is Setup.SIDEWAYS:
        # LibreOffice loses the place of a box that hangs on a header, so the number's box hangs on the footer.
        return w("ftr", paragraph("Sliver", _sideways_number(pages)))
    return w("ftr", paragraph("NumberOdd"))


def _number(pages: Pages, *props: Element) -> Element:
    """— 1 — with the number of the page."""
    style = "NumberOdd" if pages is Pages.ODD else "NumberEven"
    return paragraph(style, run("— "), *field("PAGE", "1"), run(" —"), props=props)


def _sideways_number(pages: Pages) -> Element:
    """The number where it stands on upright pages: left on the turned sheet, low on odd pages, high on even ones.

    Its box is as wide as one line of the number and lies so that the middle of the line is 7 mm outside the type area.
    """
    left = m.BOTTOM - NUMBER_DROP - m.FOOTER_LINE // 2
    low = m.PAGE_WIDTH - m.RIGHT - BOX_LENGTH
    top = low if pages is Pages.ODD else m.LEFT
    width, height = m.FOOTER_LINE * m.EMU_PER_TWIP, BOX_LENGTH * m.EMU_PER_TWIP
    shape = node(
        "wps:wsp",
        node("wps:cNvSpPr", txBox=1),
        node(
            "wps:spPr",
            node("a:xfrm", node("a:off", x=0, y=0), node("a:ext", cx=width, cy=height)),
            node("a:prstGeom", node("a:avLst"), prst="rect"),
            node("a:noFill"),
            node("a:ln", node("a:noFill")),
        ),
        node("wps:txbx", w("txbxContent", _number(pages, exact(m.FOOTER_LINE)))),
        node("wps:bodyPr", node("a:noAutofit"), vert="vert", lIns=0, tIns=0, rIns=0, bIns=0),
    )
    anchor = node(
        "wp:anchor",
        node("wp:simplePos", x=0, y=0),
        _position("H", left * m.EMU_PER_TWIP),
        _position("V", top * m.EMU_PER_TWIP),
        node("wp:extent", cx=width, cy=height),
        node("wp:effectExtent", l=0, t=0, r=0, b=0),
        node("wp:wrapNone"),
        node("wp:docPr", id=1 if pages is Pages.ODD else 2, name=f"页码-{pages}"),
        node("wp:cNvGraphicFramePr"),
        node("a:graphic", node("a:graphicData", shape, uri=SHAPE)),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
        simplePos=0,
        relativeHeight=1,
        behindDoc=0,
        locked=0,
        layoutInCell=1,
        allowOverlap=1,
    )
    choice = node("mc:Choice", w("drawing", anchor), Requires="wps")
    return w("r", node("mc:AlternateContent", choice))


def _position(axis: str, offset: int) -> Element:
    distance = node("wp:posOffset")
    distance.text = str(offset)
    return node(f"wp:position{axis}", distance, relativeFrom="page")
