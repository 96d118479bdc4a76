"""Paragraphs: text, looks, shape, fields and what is drawn in them; and all that is noted on the way."""

from __future__ import annotations

from typing import Final

from lxml import etree

from zerenku.extract.word.names import COMPATIBILITY, VAL, integer, value, w
from zerenku.extract.word.numbering import Numbering
from zerenku.proof.paper import Direct
from zerenku.proof.values import Drawn, Look, Paragraph, Piece
from zerenku.proof.word.drawings import drawn_lines
from zerenku.proof.word.formats import fill_of
from zerenku.proof.word.styles import Styles

P, R, PPR, RPR, T = w("p"), w("r"), w("pPr"), w("rPr"), w("t")
R_STYLE, P_STYLE, R_FONTS, HINT, NUMBERED = w("rStyle"), w("pStyle"), w("rFonts"), w("hint"), w("numPr")
BREAK, TAB, CODE, FIELD, SIMPLE_FIELD = w("br"), w("tab"), w("instrText"), w("fldChar"), w("fldSimple")
BOX, TYPE, FIELD_TYPE = w("txbxContent"), w("type"), w("fldCharType")
GONE: Final = frozenset(map(w, ("del", "moveFrom", "pPr", "sdtPr", "sdtEndPr", "proofErr", "bookmarkEnd")))
BOOKMARK, NAME = w("bookmarkStart"), w("name")
PICTURES: Final = frozenset({w("drawing"), w("pict"), w("object"), f"{COMPATIBILITY}AlternateContent"})
ONLY_HINT: Final = [HINT]
HARMLESS: Final = frozenset(map(w, ("rStyle", "lang", "noProof", "webHidden", "rtl", "cs")))
"""What may stand on a run: none of it is a look of its own."""
NEUTRAL: Final = frozenset(map(w, ("pStyle", "keepNext", "keepLines", "sectPr", "rPr", "widowControl")))
"""What may stand on a paragraph without making it differ from its style in a way that is measured."""
MARKS: Final = {w("noBreakHyphen"): "-", w("softHyphen"): "", w("cr"): "\n", w("ptab"): "\t"}
QUOTED: Final = 60


class ParagraphReader:
    """Reads paragraphs in the order of the document; remembers what the rules ask of the whole."""

    def __init__(self, styles: Styles, numbering: Numbering | None) -> None:
        self._styles, self._numbering = styles, numbering
        self.looks: dict[Look, str] = {}
        self.direct: list[Direct] = []
        self.fills: list[tuple[str, str]] = []
        self.bookmarks: list[str] = []

    def read(self, node: etree._Element, *, section: int = 0, boxed: bool = False) -> ReadParagraph:
        """One paragraph; text boxes in it are read apart (`boxes`)."""
        properties = node.find(PPR)
        named = None if properties is None else properties.find(P_STYLE)
        style = self._styles.default if named is None else named.get(VAL, "")
        run = ReadParagraph(style, self)
        run.inline(node)
        plain = properties is None or all(child.tag in NEUTRAL for child in properties)
        shape = self._styles.shape(style, None if plain else properties)
        label = self._label(properties, style)
        pieces = run.pieces
        if label and pieces:
            pieces = [Piece(label + pieces[0].text, pieces[0].look), *pieces[1:]]
        elif label:
            pieces = [Piece(label, self._styles.look(style))]
        run.paragraph = Paragraph(
            text=pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces]),
            pieces=tuple(pieces),
            shape=shape,
            base=self._styles.look(style),
            style=style,
            section=section,
            starts_page=shape.new_page or run.broken_first,
            drawn=tuple(run.drawn),
            fields=tuple(run.fields),
            boxed=boxed,
        )
        return run

    def skim(self, row: etree._Element) -> None:
        """One of the many rows of a large table: only its looks matter, and what is marked in it."""
        style, properties = self._styles.default, None
        for node in row.iter(P, P_STYLE, R, RPR, T, BOOKMARK):
            tag = node.tag
            if tag == T:
                if node.text:
                    self.note(node.text, *self.look(style, properties), properties)
            elif tag == RPR:
                properties = node
            elif tag == R:
                properties = None
            elif tag == P_STYLE:
                style = node.get(VAL, "")
            elif tag == P:
                style = self._styles.default
            else:
                self.bookmarks.append(node.get(NAME, ""))

    def note(self, text: str, look: Look, direct: tuple[str, ...], properties: etree._Element | None) -> None:
        """Remember a look that is new, and what stands on the run itself."""
        if direct and (bare := text.strip()):
            self.direct.append(Direct(bare[:QUOTED], direct))
            if fill := fill_of(properties):
                self.fills.append((fill, bare))
        if look not in self.looks and (bare := text.strip()):
            self.looks[look] = bare

    def look(self, style: str, properties: etree._Element | None) -> tuple[Look, tuple[str, ...]]:
        """The look of a run, and what its own properties set beyond a character style."""
        if properties is None or not len(properties):
            return self._styles.look(style), ()
        character = ""
        direct: list[str] = []
        for node in properties:
            tag = node.tag
            if tag == R_STYLE:
                character = node.get(VAL, "")
            elif tag == R_FONTS:
                if node.keys() != ONLY_HINT:
                    direct.append("rFonts")
            elif tag not in HARMLESS:
                direct.append(etree.QName(node).localname)
        return self._styles.look(style, character, properties if direct else None), tuple(direct)

    def _label(self, properties: etree._Element | None, style: str) -> str:
        if self._numbering is None:
            return ""
        numbers = None if properties is None else properties.find(NUMBERED)
        number, level = value(numbers, "numId"), integer(value(numbers, "ilvl")) or 0
        if number is None:
            brought = self._styles.numbering(style)
            if brought is None:
                return ""
            number, level = brought
        return self._numbering.label(number, level)


class ReadParagraph:
    """A paragraph while it is read, and what hangs on it."""

    def __init__(self, style: str, reader: ParagraphReader) -> None:
        self.style, self._reader = style, reader
        self.pieces: list[Piece] = []
        self.fields: list[str] = []
        self.drawn: list[Drawn] = []
        self.boxes: list[etree._Element] = []
        self.broken_first = self.broken_last = False
        self.paragraph: Paragraph
        self._in_code = False

    def inline(self, parent: etree._Element) -> None:
        """What stands in a paragraph, in links, insertions and other wrappers too."""
        for node in parent:
            tag = node.tag
            if tag == R:
                self._run(node)
            elif tag == BOOKMARK:
                self._reader.bookmarks.append(node.get(NAME, ""))
            elif tag == SIMPLE_FIELD:
                self.fields.append(node.get(w("instr"), "").strip())
                self.inline(node)
            elif tag not in GONE:
                self.inline(node)

    def _run(self, run: etree._Element) -> None:
        properties, text = None, ""
        for node in run:
            tag = node.tag
            if tag == T:
                if not self._in_code:
                    text += node.text or ""
            elif tag == RPR:
                properties = node
            else:
                text += self._other(node, tag, text)
        if not text:
            return
        look, direct = self._reader.look(self.style, properties)
        self._reader.note(text, look, direct, properties)
        if self.pieces and self.pieces[-1].look == look:
            self.pieces[-1] = Piece(self.pieces[-1].text + text, look)
        else:
            self.pieces.append(Piece(text, look))

    def _other(self, node: etree._Element, tag: object, before: str) -> str:
        if tag == TAB:
            return "\t"
        if tag == BREAK:
            if node.get(TYPE, "textWrapping") != "page":
                return "\n"
            self.broken_first = self.broken_first or not (self.pieces or before.strip())
            self.broken_last = True
            return ""
        if tag == FIELD:
            kind = node.get(FIELD_TYPE)
            self._in_code = kind == "begin"
            if kind == "begin":
                self.fields.append("")
        elif tag == CODE:
            self.fields[-1:] = [((self.fields or [""])[-1] + (node.text or "")).strip()]
        elif tag in PICTURES:
            self.drawn += drawn_lines(node)
            self.boxes += _outer_boxes(node)
        return MARKS.get(str(tag), "")


def _outer_boxes(picture: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing, once each: Word writes the same one for newer and for older programs."""
    boxes = picture.iter(BOX)
    first = next(boxes, None)
    if first is None:
        return []
    if picture.tag == f"{COMPATIBILITY}AlternateContent":
        return [first]
    return [first, *boxes]
