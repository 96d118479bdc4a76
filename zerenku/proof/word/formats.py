"""What `w:rPr` and `w:pPr` say, as plain values that a lower style may override one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

from zerenku.extract.word.names import OFF, VAL, integer, w
from zerenku.proof.values import Border, Look, Shape

Values = dict[str, object]
Themes = Mapping[str, str]

R_FONTS: Final = w("rFonts")
TEXT_TAGS: Final = {w(name): name for name in ("sz", "b", "color", "spacing", "w", "vanish")}
LANGUAGE: Final = w("lang")
SLOTS: Final = (
    ("font", w("eastAsia"), w("eastAsiaTheme")),
    ("latin", w("ascii"), w("asciiTheme")),
)
EAST_ASIA: Final = w("eastAsia")
SIDES: Final = ("top", "bottom", "left", "right", "start", "end", "insideH", "insideV")
INDENTS: Final = {
    w(name): value
    for name, value in {
        "left": "left",
        "start": "left",
        "right": "right",
        "end": "right",
        "firstLine": "first",
        "hanging": "hanging",
        "leftChars": "left_chars",
        "startChars": "left_chars",
        "rightChars": "right_chars",
        "endChars": "right_chars",
        "firstLineChars": "first_chars",
        "hangingChars": "hanging_chars",
    }.items()
}
SPACINGS: Final = {w("line"): "line", w("before"): "before", w("after"): "after"}
LINE_RULE: Final = w("lineRule")
ALIGNMENTS: Final = {"start": "left", "end": "right"}
BODY_LEVEL: Final = 9
"""The outline level of text that is no heading."""
SHADE, LIGHT = w("shd"), w("highlight")
FILL, COLOUR, SIZE, SPACE = w("fill"), w("color"), w("sz"), w("space")


def text_values(properties: etree._Element | None, themes: Themes) -> Values:
    """What a `w:rPr` sets; a theme font is resolved, and `themed` remembers that it is one."""
    found: Values = {}
    for node in () if properties is None else properties:
        name = TEXT_TAGS.get(node.tag)
        if name is not None:
            found[name] = node.get(VAL, "1")
        elif node.tag == R_FONTS:
            for slot, plain, themed in SLOTS:
                if (theme := node.get(themed)) is not None:
                    found[slot], found[f"{slot}-themed"] = themes.get(theme, ""), True
                elif (font := node.get(plain)) is not None:
                    found[slot], found[f"{slot}-themed"] = font, False
        elif node.tag == LANGUAGE and (language := node.get(EAST_ASIA)) is not None:
            found["language"] = language
    return found


def look_of(values: Mapping[str, object]) -> Look:
    """The look that merged values make."""
    colour = str(values.get("color", "")).upper()
    return Look(
        font=str(values.get("font", "")),
        latin=str(values.get("latin", "")),
        size=(integer(str(values.get("sz", ""))) or 20) / 2,
        bold=str(values.get("b", "0")) not in OFF,
        colour="" if colour in {"AUTO", "000000"} else colour,
        spacing=(integer(str(values.get("spacing", ""))) or 0) / 20,
        scale=integer(str(values.get("w", "")).rstrip("%")) or 100,
        themed=bool(values.get("font-themed")) or bool(values.get("latin-themed")),
        language=str(values.get("language", "")),
    )


def shape_values(properties: etree._Element | None) -> Values:
    """What a `w:pPr` sets."""
    found: Values = {}
    for node in () if properties is None else properties:
        reader = _SHAPE.get(node.tag)
        if reader is not None:
            reader(node, found)
    return found


def shape_of(values: Mapping[str, object]) -> Shape:
    """The shape that merged values make; Word keeps hundredths of a character beside the twips."""

    def number(name: str, default: int = 0) -> int:
        value = values.get(name)
        return value if isinstance(value, int) else default

    borders = values.get("borders", ())
    outline = values.get("outline")
    return Shape(
        align=str(values.get("jc", "left")),
        left=number("left"),
        right=number("right"),
        first=number("first") - number("hanging"),
        left_chars=number("left_chars"),
        right_chars=number("right_chars"),
        first_chars=number("first_chars") - number("hanging_chars"),
        line=number("line", 240),
        line_rule=str(values.get("line_rule", "auto")),
        before=number("before"),
        after=number("after"),
        snap=values.get("snapToGrid", True) is True,
        new_page=values.get("pageBreakBefore", False) is True,
        outline=outline if isinstance(outline, int) and outline < BODY_LEVEL else None,
        spaced=values.get("autoSpaceDE", True) is True or values.get("autoSpaceDN", True) is True,
        borders=borders if isinstance(borders, tuple) else (),
    )


def borders_of(node: etree._Element | None) -> tuple[Border, ...]:
    """The rules that a `w:pBdr`, `w:tblBorders` or `w:tcBorders` draws."""
    found = []
    for child in () if node is None else node:
        side = etree.QName(child).localname
        if side in SIDES:
            colour = (child.get(COLOUR) or "").upper()
            found.append(
                Border(
                    side=side,
                    kind=child.get(VAL, ""),
                    size=integer(child.get(SIZE)) or 0,
                    space=integer(child.get(SPACE)) or 0,
                    colour="" if colour in {"AUTO", "000000"} else colour,
                )
            )
    return tuple(found)


def fill_of(properties: etree._Element | None) -> str:
    """The colour behind text or a cell, empty for none and white."""
    if properties is None:
        return ""
    shade, light = properties.find(SHADE), properties.find(LIGHT)
    if light is not None and light.get(VAL, "none") != "none":
        return light.get(VAL, "")
    colour = "" if shade is None else shade.get(FILL, "").upper()
    return "" if colour in {"", "AUTO", "FFFFFF"} else colour


def _indents(node: etree._Element, found: Values) -> None:
    for key, text in node.items():
        name = INDENTS.get(str(key))
        if name is None:
            continue
        found[name] = integer(str(text)) or 0
        if name.startswith(("first", "hanging")):  # the two exclude each other, whichever style says which
            other = name.replace("first", "hanging") if name.startswith("first") else name.replace("hanging", "first")
            found[other] = 0


def _spacing(node: etree._Element, found: Values) -> None:
    for key, text in node.items():
        name = SPACINGS.get(str(key))
        if name is not None:
            found[name] = integer(str(text)) or 0
        elif key == LINE_RULE:
            found["line_rule"] = str(text)
    if node.get(w("line")) is not None and node.get(LINE_RULE) is None:
        found["line_rule"] = "auto"


def _align(node: etree._Element, found: Values) -> None:
    said = node.get(VAL, "left")
    found["jc"] = ALIGNMENTS.get(said, said)


def _switch(name: str) -> Callable[[etree._Element, Values], None]:
    def read(node: etree._Element, found: Values) -> None:
        found[name] = node.get(VAL, "1") not in OFF

    return read


def _outline(node: etree._Element, found: Values) -> None:
    found["outline"] = integer(node.get(VAL))


def _borders(node: etree._Element, found: Values) -> None:
    found["borders"] = borders_of(node)


_SHAPE: Final[dict[str, Callable[[etree._Element, Values], None]]] = {
    w("ind"): _indents,
    w("spacing"): _spacing,
    w("jc"): _align,
    w("outlineLvl"): _outline,
    w("pBdr"): _borders,
    **{w(name): _switch(name) for name in ("snapToGrid", "pageBreakBefore", "autoSpaceDE", "autoSpaceDN")},
}
