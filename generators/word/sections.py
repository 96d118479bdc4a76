"""Pages: size, margins, line grid, the banner over and the number under the type area, upright or turned."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from generators.word import measures as m
from generators.word.letter import first_footer, first_header
from generators.word.oxml import NAMESPACES, Xml, exact, field, node, paragraph, part, properties, reference, run, w
from generators.word.package import relation_id

NUMBER_DROP: Final = round(7 * m.TWIPS_PER_MM)
BOX_LENGTH: Final = 3000
SHAPE: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


class Setup(StrEnum):
    """How the pages of a section are set.

    Upright, turned for a wide table, upright without a number; a letter, whose first page has a head and a foot of its
    own and no number, and one so short that its second and last page has none either (GB/T 9704-2012, 10.1).
    """

    UPRIGHT = "upright"
    SIDEWAYS = "sideways"
    UNNUMBERED = "unnumbered"
    LETTER = "letter"
    SHORT_LETTER = "short-letter"

    @property
    def area_width(self) -> int:
        """Width of the type area in twips as one reads it."""
        return m.AREA_HEIGHT if self is Setup.SIDEWAYS else m.AREA_WIDTH

    @property
    def area_height(self) -> int:
        """Height of the type area in twips as one reads it."""
        return m.AREA_WIDTH if self is Setup.SIDEWAYS else m.AREA_HEIGHT

    @property
    def is_letter(self) -> bool:
        """True for both kinds of letter."""
        return self in (Setup.LETTER, Setup.SHORT_LETTER)

    @property
    def pages(self) -> tuple[Pages, ...]:
        """The kinds of pages that have headers and footers of their own."""
        return tuple(Pages) if self.is_letter else (Pages.ODD, Pages.EVEN)


class Pages(StrEnum):
    """Which pages a header or footer serves; Word calls the odd ones `default`."""

    ODD = "default"
    EVEN = "even"
    FIRST = "first"


def part_names(setup: Setup) -> list[str]:
    """The parts of a setup, such as `upright-default-header`, in the order of reference."""
    return [_part_name(setup, pages, kind) for kind in ("header", "footer") for pages in setup.pages]


def headers(setup: Setup, *, banner: str, issuer: str = "") -> dict[str, bytes]:
    """Headers by part name; `issuer` is whose name heads a letter."""
    line = paragraph("Banner", *([run(banner)] if banner else []))
    plain = part("hdr", line)
    return {
        _part_name(setup, pages, "header"): part("hdr", *first_header(issuer, line)) if pages is Pages.FIRST else plain
        for pages in setup.pages
    }


def footers(setup: Setup, *, centred: bool = False) -> dict[str, bytes]:
    """Footers by part name, the same in every paper; `centred` numbers stand in the middle on a turned sheet, too."""
    every = tuple(NAMESPACES)
    return {
        _part_name(setup, pages, "footer"): part("ftr", *_footer(setup, pages, centred=centred), prefixes=every)
        for pages in setup.pages
    }


def section_properties(setup: Setup, *, even_page: bool) -> Xml:
    """A section's page setup; `even_page` begins it on the next even page, wherever the text before it ended.

    The turned sheet keeps its margins, so that its top lies where the left of an upright sheet lies.
    """
    references = [
        reference(kind, pages, relation_id(_part_name(setup, pages, kind)))
        for kind in ("header", "footer")
        for pages in setup.pages
    ]
    foot = m.FOOTER
    if setup is Setup.SIDEWAYS:
        size = w("pgSz", w=m.PAGE_HEIGHT, h=m.PAGE_WIDTH, orient="landscape")
        margins, foot = {"top": m.LEFT, "right": m.TOP, "bottom": m.RIGHT, "left": m.BOTTOM}, m.HEADER
    else:
        size = w("pgSz", w=m.PAGE_WIDTH, h=m.PAGE_HEIGHT)
        margins = {"top": m.TOP, "right": m.RIGHT, "bottom": m.BOTTOM, "left": m.LEFT}
    if setup.is_letter:
        foot = m.LETTER_FOOT
    return properties(
        "sectPr",
        *references,
        w("type", val="evenPage" if even_page else "nextPage"),
        size,
        w("pgMar", **margins, header=m.HEADER, footer=foot, gutter=0),
        w("cols", space=0),
        *([w("titlePg")] if setup.is_letter else []),
        # LibreOffice centres what a grid leaves over; under a letter's head that would move the number off its place.
        w("docGrid", linePitch=m.LINE) if setup.is_letter else w("docGrid", type="lines", linePitch=m.LINE),
    )


def _part_name(setup: Setup, pages: Pages, kind: str) -> str:
    return f"{setup}-{pages}-{kind}"


def _footer(setup: Setup, pages: Pages, *, centred: bool) -> tuple[Xml, ...]:
    if setup.is_letter:
        if pages is Pages.FIRST:
            return (first_footer(),)
        bare = setup is Setup.SHORT_LETTER and pages is Pages.EVEN
        # The footer of a letter reaches lower than any other, down to the lower double rule of the first page.
        below = paragraph("Sliver", props=(exact(m.FOOTER - m.LETTER_FOOT),))
        return (paragraph("NumberEven") if bare else _number(pages), below)
    if setup is Setup.UPRIGHT:
        return (_number(pages),)
    if setup is Setup.SIDEWAYS:
        # LibreOffice loses the place of a box that hangs on a header, so the number's box hangs on the footer.
        return (paragraph("Sliver", _sideways_number(pages, centred=centred)),)
    return (paragraph("NumberOdd"),)


def _number(pages: Pages, *props: Xml) -> Xml:
    """— 1 — with the number of the page."""
    style = "NumberOdd" if pages is Pages.ODD else "NumberEven"
    return paragraph(style, run("— "), *field("PAGE", "1"), run(" —"), props=props)


def _sideways_number(pages: Pages, *, centred: bool) -> Xml:
    """The number where it stands on upright pages: left on the turned sheet, low on odd pages, high on even ones.

    Its box is as wide as one line of the number and lies so that the middle of the line is 7 mm outside the type area.
    """
    left = m.BOTTOM - NUMBER_DROP - m.FOOTER_LINE // 2
    low = m.PAGE_WIDTH - m.RIGHT - BOX_LENGTH
    top = low if pages is Pages.ODD else m.LEFT
    if centred:
        top = (low + m.LEFT) // 2
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


def _position(axis: str, offset: int) -> Xml:
    return node(f"wp:position{axis}", node("wp:posOffset", str(offset)), relativeFrom="page")
