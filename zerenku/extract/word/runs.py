"""The runs of a paragraph → its text, and the text boxes and notes that hang on it."""

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from zerenku.extract.word.fields import PAGE, Fields
from zerenku.extract.word.names import COMPATIBILITY, MATH_TEXT, OFF, SPACE, TEXT_PATH, VAL, w
from zerenku.extract.word.styles import Styles

RUN, TEXT, PROPERTIES = w("r"), w("t"), w("rPr")
ALTERNATE, CHOICE, FALLBACK = (f"{COMPATIBILITY}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
SYMBOL, RUBY = w("sym"), w("ruby")
BOX, SIMPLE_FIELD, FIELD_MARK, CODE = w("txbxContent"), w("fldSimple"), w("fldChar"), w("instrText")
MATH: Final = MATH_TEXT.replace("}t", "}oMath")
GONE: Final = frozenset(
    map(w, ("pPr", "rPr", "del", "moveFrom", "delText", "delInstrText", "sdtPr", "sdtEndPr", "rt", "rubyPr"))
)
SIGNS: Final = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
NOTES: Final = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
PICTURES: Final = frozenset(map(w, ("drawing", "pict", "object")))
BLANKS: Final = " \t\r\n"
SYMBOLS: Final = {
    0xF06F: "□", 0xF071: "□", 0xF0A8: "□", 0xF0A3: "□", 0xF02A: "□", 0xF0FE: "☑", 0xF052: "☑", 0xF0FC: "√", 0xF050: "√",
    0xF0FB: "×", 0xF0D8: "➢", 0xF06C: "●", 0xF06E: "■", 0xF075: "◆", 0xF0B7: "·", 0xF0E0: "→", 0xF0B4: "×", 0xF0B0: "°",
    0xF0B3: "≥", 0xF0A3 + 0x10000: "≤", 0xF0B1: "±",
}  # fmt: skip
"""Signs of the symbol fonts (Wingdings, Wingdings 2, Symbol) that forms use."""


@dataclass(slots=True)
class Run:
    """What the runs of one paragraph gave."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The printed text; breaks inside the paragraph are line feeds."""
        return "".join(self.pieces)


class RunReader:
    """Reads paragraphs one after the other, since fields may reach over several."""

    def __init__(self, styles: Styles, fields: Fields) -> None:
        self._styles, self._fields = styles, fields

    def paragraph(self, node: etree._Element, *, hidden: bool = False) -> Run:
        """`hidden`: whether the paragraph's style hides its text."""
        found = Run()
        self._inline(node, found, hidden=hidden)
        self._fields.close_paragraph()
        return found

    def _inline(self, parent: etree._Element, found: Run, *, hidden: bool) -> None:
        for node in parent:
            tag = node.tag
            if tag == RUN:
                self._run(node, found, hidden=hidden)
            elif tag in GONE:
                continue
            elif tag == ALTERNATE:
                self._inline(chosen(node), found, hidden=hidden)
            elif tag == MATH:
                found.pieces += [text.text or "" for text in node.iter(MATH_TEXT)]
            elif tag == SIMPLE_FIELD:
                if PAGE.match(node.get(w("instr"), "")) is None:
                    self._inline(node, found, hidden=hidden)
            elif len(node):
                self._inline(node, found, hidden=hidden)

    def _run(self, run: etree._Element, found: Run, *, hidden: bool) -> None:
        properties = run.find(PROPERTIES)
        if self._hides(properties, hidden=hidden):
            self._marks(run)
            return
        for node in run:
            self._piece(node, found)

    def _piece(self, node: etree._Element, found: Run) -> None:
        """One child of a visible run; what we do not know has no text of its own."""
        tag = node.tag
        if tag in {TEXT, SYMBOL} or tag in SIGNS:
            if self._fields.visible:
                found.pieces.append(SIGNS.get(tag) or (_text(node) if tag == TEXT else _symbol(node)))
        elif tag == FIELD_MARK:
            self._field(node, found)
        elif tag == CODE:
            self._fields.instruct(node.text or "")
        elif tag in NOTES:
            found.notes.append(f"{NOTES[tag]} {node.get(w('id'), '')}")
        elif tag in PICTURES:
            found.boxes += _boxes(node)
        else:
            self._wrapped(node, found)

    def _wrapped(self, node: etree._Element, found: Run) -> None:
        """What stands in a run and holds further pieces or runs."""
        if node.tag == ALTERNATE:
            for child in chosen(node):
                self._piece(child, found)
        elif node.tag == RUBY:
            for base in node.iterchildren(w("rubyBase")):
                self._inline(base, found, hidden=False)

    def _field(self, node: etree._Element, found: Run) -> None:
        kind = node.get(w("fldCharType"))
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            found.pieces.append(self._fields.end())

    def _marks(self, run: etree._Element) -> None:
        """Hidden runs still open and close fields."""
        for node in run:
            if node.tag == FIELD_MARK:
                self._field(node, Run())
            elif node.tag == CODE:
                self._fields.instruct(node.text or "")

    def _hides(self, properties: etree._Element | None, *, hidden: bool) -> bool:
        if properties is None:
            return hidden
        vanish = properties.find(w("vanish"))
        if vanish is not None:
            return vanish.get(VAL, "1") not in OFF
        style = properties.find(w("rStyle"))
        return hidden or (style is not None and self._styles.hides(style.get(VAL, "")))


def chosen(alternate: etree._Element) -> etree._Element:
    """The branch of `mc:AlternateContent` that has text: the Choice, or else the Fallback."""
    branches = [node for tag in (CHOICE, FALLBACK) for node in alternate.iterchildren(tag)]
    telling = (node for node in branches if next(node.iter(TEXT, TEXT_PATH, MATH_TEXT), None) is not None)
    return next(telling, branches[0] if branches else alternate)


def _boxes(picture: etree._Element) -> list[etree._Element]:
    """Text boxes and WordArt of a drawing, outermost only: what is inside them is read with them."""
    found: list[etree._Element] = []
    stack = [picture]
    while stack:
        node = stack.pop()
        if node.tag in {BOX, TEXT_PATH}:
            found.append(node)
        elif node.tag == ALTERNATE:
            stack.append(chosen(node))
        else:
            stack.extend(reversed(node))
    return found


def _text(node: etree._Element) -> str:
    text = node.text or ""
    if text and (text[0] in BLANKS or text[-1] in BLANKS) and node.get(SPACE) != "preserve":
        text = text.strip(BLANKS)
    return text.replace("\r", " ").replace("\n", " ").replace("\t", " ") if not text.isprintable() else text


def _symbol(node: etree._Element) -> str:
    try:
        code = int(node.get(w("char"), ""), 16)
    except ValueError:
        return ""
    if not 0x20 <= code <= 0xFFFF or 0xD800 <= code < 0xE000:
        return ""
    private = code if code >= 0xF000 else code + 0xF000
    return SYMBOLS.get(private) or chr(code)
