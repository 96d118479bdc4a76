"""The raw corner: elements of WordprocessingML, their order, and nothing of what they are for.

Word refuses or ignores properties that stand in the wrong order, so `properties` sorts them as the schema lists them.
"""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree as ET

Element = ET.Element

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

ORDER: Final = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
        "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
        "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
        "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ).split(),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
        "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
        "vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ).split(),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
        "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ).split(),
    "trPr": (
        "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden"
    ).split(),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
    ).split(),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
        "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
        "printerSettings sectPrChange"
    ).split(),
}

for _prefix, _uri in NAMESPACES.items():
    ET.register_namespace(_prefix, _uri)


def name(prefixed: str) -> str:
    """`w:p` in the notation of ElementTree."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def node(tag: str, /, *children: Element, **attributes: str | int) -> Element:
    """An element of any namespace (`wp:anchor`) with attributes of none."""
    made = ET.Element(name(tag), {key: str(value) for key, value in attributes.items()})
    made.extend(children)
    return made


def w(tag: str, /, *children: Element, **attributes: str | int) -> Element:
    """An element of the main namespace; its attributes belong to it too: `w("sz", val=32)`."""
    made = ET.Element(name(f"w:{tag}"), {name(f"w:{key}"): str(value) for key, value in attributes.items()})
    made.extend(children)
    return made


def properties(tag: str, /, *children: Element) -> Element:
    """A property element (`pPr`, `tblPr`…) with its children in the order of the schema; ValueError on a stranger."""
    order = [name(f"w:{child}") for child in ORDER[tag]]
    return w(tag, *sorted(children, key=lambda child: order.index(child.tag)))


def fonts(face: str) -> Element:
    """One font for every script; theme fonts, which would win, are never written."""
    return w("rFonts", ascii=face, hAnsi=face, eastAsia=face, cs=face, hint="eastAsia")


def size(half_points: int) -> tuple[Element, Element]:
    """Font size for East Asian and complex scripts alike."""
    return w("sz", val=half_points), w("szCs", val=half_points)


def exact(line: int, *, before: int = 0, after: int = 0) -> Element:
    """Exact line spacing in twips."""
    return w("spacing", before=before, after=after, line=line, lineRule="exact")


def run(text: str, *, style: str = "") -> Element:
    """A run of text; tabs and line breaks in it become Word's own.

    The hint keeps “ ” … — × in the Chinese font, which Word would else set in the Latin one.
    """
    props = [w("rFonts", hint="eastAsia")]
    if style:
        props.append(w("rStyle", val=style))
    made = w("r", properties("rPr", *props))
    for index, piece in enumerate(re.split("([\t\n])", ILLEGAL.sub("", text))):
        if index % 2:
            made.append(w("tab" if piece == "\t" else "br"))
        elif piece:
            held = w("t")
            held.text = piece
            if piece != piece.strip() or "  " in piece:
                held.set(XML_SPACE, "preserve")
            made.append(held)
    return made


def paragraph(style: str, *content: Element, props: tuple[Element, ...] = ()) -> Element:
    """A paragraph of a named style; `props` are what only this one has."""
    return w("p", properties("pPr", w("pStyle", val=style), *props), *content)


def field(code: str, shown: str) -> tuple[Element, ...]:
    """A complex field, with the text shown until it is next updated."""
    hint = w("rFonts", hint="eastAsia")

    def piece(child: Element) -> Element:
        return w("r", properties("rPr", hint), child)

    instruction = w("instrText")
    instruction.text = f" {code} "
    instruction.set(XML_SPACE, "preserve")
    return (
        piece(w("fldChar", fldCharType="begin")),
        piece(instruction),
        piece(w("fldChar", fldCharType="separate")),
        run(shown),
        piece(w("fldChar", fldCharType="end")),
    )


def bookmark(number: int, title: str, *content: Element) -> tuple[Element, ...]:
    """`content` between the two ends of a bookmark; `number` is unique in the document."""
    return w("bookmarkStart", id=number, name=title), *content, w("bookmarkEnd", id=number)


def part(root: Element) -> bytes:
    """The bytes of a part: UTF-8, declared, one newline after the declaration."""
    declaration = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return declaration + ET.tostring(root, encoding="unicode").encode()
