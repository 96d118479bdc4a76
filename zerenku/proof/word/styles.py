"""Styles resolved: defaults, theme fonts, `basedOn` chains; each look and shape is worked out once."""

from __future__ import annotations

from typing import Final

from lxml import etree

from zerenku.extract.word.names import integer, value, w
from zerenku.proof.values import Look, Shape
from zerenku.proof.word.formats import Themes, Values, look_of, shape_of, shape_values, text_values

DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SLOTS: Final = {"ea": "EastAsia", "latin": "HAnsi"}
CHINESE: Final = "Hans"


class Styles:
    """Answers by style id for one document."""

    def __init__(self, root: etree._Element | None, theme: etree._Element | None) -> None:
        self.themes = theme_fonts(theme)
        styles = () if root is None else root.iterchildren(w("style"))
        self._nodes = {node.get(w("styleId"), ""): node for node in styles}
        defaults = None if root is None else root.find(w("docDefaults"))
        self._text = self._default(defaults, "rPr", self.themes)
        self._shape = {} if defaults is None else shape_values(defaults.find(f"{w('pPrDefault')}/{w('pPr')}"))
        self.default = next(
            (
                key
                for key, node in self._nodes.items()
                if node.get(w("type")) == "paragraph" and node.get(w("default"), "0") not in {"0", "false"}
            ),
            "",
        )
        """Id of the style of paragraphs that name none."""
        self._own: dict[str, tuple[Values, Values]] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self._shapes: dict[str, Shape] = {}

    @staticmethod
    def _default(defaults: etree._Element | None, tag: str, themes: Themes) -> Values:
        return {} if defaults is None else text_values(defaults.find(f"{w(f'{tag}Default')}/{w(tag)}"), themes)

    def look(self, paragraph: str, character: str = "", direct: etree._Element | None = None) -> Look:
        """The look of a run: paragraph style, character style, and what stands on the run itself."""
        if direct is not None:
            return look_of(self._text_of(paragraph, character) | text_values(direct, self.themes))
        key = (paragraph, character)
        if key not in self._looks:
            self._looks[key] = look_of(self._text_of(paragraph, character))
        return self._looks[key]

    def shape(self, paragraph: str, direct: etree._Element | None = None) -> Shape:
        """The shape of a paragraph: its style, and what stands on the paragraph itself."""
        if direct is not None:
            return shape_of(self._shape | self._chain(paragraph)[1] | shape_values(direct))
        if paragraph not in self._shapes:
            self._shapes[paragraph] = shape_of(self._shape | self._chain(paragraph)[1])
        return self._shapes[paragraph]

    def numbering(self, paragraph: str) -> tuple[str, int] | None:
        """(num id, level) that a style brings, if it brings a number."""
        node, seen = self._nodes.get(paragraph), set[str]()
        while node is not None:
            numbers = node.find(f"{w('pPr')}/{w('numPr')}")
            if (number := value(numbers, "numId")) is not None:
                return number, integer(value(numbers, "ilvl")) or 0
            seen.add(node.get(w("styleId"), ""))
            above = value(node, "basedOn") or ""
            node = None if above in seen else self._nodes.get(above)
        return None

    def _text_of(self, paragraph: str, character: str) -> Values:
        return self._text | self._chain(paragraph)[0] | (self._chain(character)[0] if character else {})

    def _chain(self, key: str, below: frozenset[str] = frozenset()) -> tuple[Values, Values]:
        """What a style and those it is based on set together."""
        if key in self._own:
            return self._own[key]
        node = self._nodes.get(key)
        if node is None or key in below:
            return {}, {}
        above = value(node, "basedOn") or ""
        text, shape = self._chain(above, below | {key}) if above else ({}, {})
        made = (
            text | text_values(node.find(w("rPr")), self.themes),
            shape | shape_values(node.find(w("pPr"))),
        )
        self._own[key] = made
        return made


def theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """`minorEastAsia` → the font that the theme names for Chinese, empty where it leaves the choice to Word."""
    found: dict[str, str] = {}
    scheme = None if theme is None else next(theme.iter(f"{DRAWING}fontScheme"), None)
    for group in () if scheme is None else scheme:
        kind = etree.QName(group).localname.removesuffix("Font")
        for slot, name in SLOTS.items():
            node = group.find(f"{DRAWING}{slot}")
            found[kind + name] = "" if node is None else node.get("typeface", "")
        found[f"{kind}Ascii"] = found[f"{kind}HAnsi"]
        if not found[f"{kind}EastAsia"]:
            scripts = group.iterchildren(f"{DRAWING}font")
            found[f"{kind}EastAsia"] = next(
                (node.get("typeface", "") for node in scripts if node.get("script") == CHINESE), ""
            )
    return found
