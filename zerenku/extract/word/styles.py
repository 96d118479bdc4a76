"""What Word's styles say that matters to the text: automatic numbers, hidden text, tables of contents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from zerenku.extract.word.names import VAL, integer, switch, value, w

CONTENTS: Final = re.compile(r"(?:toc|目录)\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """One style by itself; None where it says nothing and the style it is based on decides."""

    name: str
    based_on: str | None
    num_id: str | None
    level: int | None
    hidden: bool | None


class Styles:
    """Answers by style id, following `basedOn`; of the hundreds that Word lists, only those asked for are read."""

    def __init__(self, root: etree._Element | None) -> None:
        self._nodes = (
            {} if root is None else {node.get(w("styleId"), ""): node for node in root.iterchildren(w("style"))}
        )
        self._read: dict[str, Style] = {}
        self._hidden: dict[str, bool] = {}
        self.default = next((key for key, node in self._nodes.items() if _is_default(node)), None)
        """Id of the paragraph style of paragraphs that name none."""

    def numbering(self, key: str | None) -> tuple[str, int | None, str] | None:
        """(num id, level if stated, id of the style that states the num) for paragraphs in style `key`."""
        level: int | None = None
        for name, style in self._chain(key):
            level = style.level if level is None else level
            if style.num_id is not None:
                return style.num_id, level, name
        return None

    def hides(self, key: str | None) -> bool:
        """Whether text in this style is hidden."""
        if key is None:
            return False
        if key not in self._hidden:
            stated = (style.hidden for _, style in self._chain(key) if style.hidden is not None)
            self._hidden[key] = next(stated, False)
        return self._hidden[key]

    def is_contents(self, key: str | None) -> bool:
        """Whether paragraphs in this style are lines of a table of contents."""
        style = self._style(key)
        return style is not None and CONTENTS.match(style.name) is not None

    def _style(self, key: str | None) -> Style | None:
        if key is None or key not in self._nodes:
            return None
        if key not in self._read:
            self._read[key] = _style(self._nodes[key])
        return self._read[key]

    def _chain(self, key: str | None) -> Iterator[tuple[str, Style]]:
        seen: set[str] = set()
        while key is not None and key not in seen and (style := self._style(key)) is not None:
            seen.add(key)
            yield key, style
            key = style.based_on


def _is_default(node: etree._Element) -> bool:
    return node.get(w("type")) == "paragraph" and node.get(w("default"), "0") not in {"0", "false"}


def _style(node: etree._Element) -> Style:
    numbering = node.find(f"{w('pPr')}/{w('numPr')}")
    return Style(
        name=value(node, "name") or "",
        based_on=value(node, "basedOn"),
        num_id=value(numbering, "numId"),
        level=integer(value(numbering, "ilvl")),
        hidden=switch(node.find(w("rPr")), "vanish"),
    )


def style_of(properties: etree._Element | None, tag: str) -> str | None:
    """The style id that `w:pPr` or `w:rPr` names."""
    node = None if properties is None else properties.find(w(tag))
    return None if node is None else node.get(VAL)
