"""The raw corner: WordprocessingML as text, the order of its properties, and nothing of what they are for.

Word refuses or ignores properties that stand in the wrong order, so `properties` sorts them as the schema lists them.
Elements are strings: most of a paper is a few forms repeated, and joining text is many times as fast as a tree.
"""

from __future__ import annotations

import re
from typing import Final

Xml = str

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SPECIAL: Final = re.compile("[^\u0021-\u0025\u0027-;=?-\u2fff\u3001-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BREAK: Final = re.compile("([\t\n])")
TAG: Final = re.compile(r"<w:(\w+)")
HINT: Final = '<w:rFonts w:hint="eastAsia"/>'
PLAIN: Final = f"<w:r><w:rPr>{HINT}</w:rPr>"

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


def name(prefixed: str) -> str:
    """`w:p` in the notation of ElementTree."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def escaped(text: str) -> str:
    """Text as it stands in an element or between double quotes, without what XML forbids."""
    clean = ILLEGAL.sub("", text)
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def node(tag: str, /, *content: Xml, **attributes: str | int) -> Xml:
    """An element of any namespace (`wp:anchor`) with attributes of none."""
    shown = "".join([f' {key}="{_value(value)}"' for key, value in attributes.items()])
    return f"<{tag}{shown}>{''.join(content)}</{tag}>" if content else f"<{tag}{shown}/>"


def w(tag: str, /, *content: Xml, **attributes: str | int) -> Xml:
    """An element of the main namespace; its attributes belong to it too: `w("sz", val=32)`."""
    shown = "".join([f' w:{key}="{_value(value)}"' for key, value in attributes.items()])
    return f"<w:{tag}{shown}>{''.join(content)}</w:{tag}>" if content else f"<w:{tag}{shown}/>"


def _value(value: str | int) -> str:
    return escaped(value) if isinstance(value, str) else str(value)


def properties(tag: str, /, *children: Xml) -> Xml:
    """A property element (`pPr`, `tblPr`…) with its children in the order of the schema; ValueError on a stranger."""
    order = ORDER[tag]
    return w(tag, *sorted(children, key=lambda child: order.index(_tag(child))))


def _tag(child: Xml) -> str:
    found = TAG.match(child)
    return found[1] if found else child


def reference(kind: str, pages: str, identity: str) -> Xml:
    """A section's reference to its `header` or `footer` part for `default`, `even` or `first` pages."""
    return f'<w:{kind}Reference w:type="{pages}" r:id="{identity}"/>'


def fonts(face: str) -> Xml:
    """One font for every script; theme fonts, which would win, are never written."""
    return w("rFonts", ascii=face, hAnsi=face, eastAsia=face, cs=face, hint="eastAsia")


def size(half_points: int) -> tuple[Xml, Xml]:
    """Font size for East Asian and complex scripts alike."""
    return w("sz", val=half_points), w("szCs", val=half_points)


def exact(line: int, *, before: int = 0, after: int = 0) -> Xml:
    """Exact line spacing in twips."""
    return w("spacing", before=before, after=after, line=line, lineRule="exact")


def run(text: str, *, style: str = "") -> Xml:
    """A run of text; tabs and line breaks in it become Word's own.

    The hint keeps “ ” … — × in the Chinese font, which Word would else set in the Latin one.
    """
    opened = f'<w:r><w:rPr><w:rStyle w:val="{style}"/>{HINT}</w:rPr>' if style else PLAIN
    if not SPECIAL.search(text):
        return f"{opened}<w:t>{text}</w:t></w:r>" if text else f"{opened}</w:r>"
    return f"{opened}{''.join(_held(piece) for piece in BREAK.split(text))}</w:r>"


def _held(piece: str) -> Xml:
    if piece in ("\t", "\n"):
        return "<w:tab/>" if piece == "\t" else "<w:br/>"
    shown = escaped(piece)
    if not shown:
        return ""
    keep = ' xml:space="preserve"' if shown != shown.strip() or "  " in shown else ""
    return f"<w:t{keep}>{shown}</w:t>"


def paragraph(style: str, *content: Xml, props: tuple[Xml, ...] = ()) -> Xml:
    """A paragraph of a named style; `props` are what only this one has."""
    named = f'<w:pStyle w:val="{style}"/>'
    look = properties("pPr", named, *props) if props else f"<w:pPr>{named}</w:pPr>"
    return f"<w:p>{look}{''.join(content)}</w:p>"


def ending_section(last: Xml, setup: Xml) -> Xml:
    """The paragraph `last` with the page setup of the section that it ends."""
    return last.replace("</w:pPr>", f"{setup}</w:pPr>", 1)


def field(code: str, shown: str) -> tuple[Xml, ...]:
    """A complex field, with the text shown until it is next updated."""

    def piece(child: Xml) -> Xml:
        return f"{PLAIN}{child}</w:r>"

    return (
        piece(w("fldChar", fldCharType="begin")),
        piece(f'<w:instrText xml:space="preserve"> {code} </w:instrText>'),
        piece(w("fldChar", fldCharType="separate")),
        run(shown),
        piece(w("fldChar", fldCharType="end")),
    )


def bookmark(number: int, title: str, *content: Xml) -> tuple[Xml, ...]:
    """`content` between the two ends of a bookmark; `number` is unique in the document."""
    return w("bookmarkStart", id=number, name=title), *content, w("bookmarkEnd", id=number)


def part(tag: str, /, *content: Xml, prefixes: tuple[str, ...] = ("w", "r")) -> bytes:
    """The bytes of a part: UTF-8, declared, its root with the namespaces of the prefixes that occur in it."""
    names = "".join(f' xmlns:{key}="{NAMESPACES[key]}"' for key in prefixes)
    return f"{DECLARATION}<w:{tag}{names}>{''.join(content)}</w:{tag}>".encode()
