"""Rows of siblings in an outline, with the numbers and styles they are printed in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zerenku.linter.paper import Paper
from zerenku.model.outline import Piece
from zerenku.text.marks import Mark, MarkStyle, marks_at

LEVEL_STYLES: Final = (
    MarkStyle.HAN,
    MarkStyle.HAN_BRACKET,
    MarkStyle.DIGIT,
    MarkStyle.DIGIT_BRACKET,
    MarkStyle.CIRCLED,
)
"""The order of GB/T 9704: 一、（一）1.（1）, and ① below."""


@dataclass(frozen=True, slots=True)
class Item:
    """A marked piece: `printed` is the mark as it stands there, `style` the style it counts as among its siblings."""

    piece: Piece
    printed: Mark
    style: MarkStyle

    @property
    def number(self) -> int:
        """The number of the mark."""
        return self.printed.number

    @property
    def form(self) -> str:
        """How the mark is printed apart from its number: `（#）`, `(#)`, `#．`, `#、`."""
        written = re.sub(r"\s", "", self.piece.written)
        for enclosed in ("㈠-㈩", "⒈-⒛", "⑴-⒇"):
            written = re.sub(f"[{enclosed}]", enclosed[0], written)
        return re.sub(r"[0-9０-９一二三四五六七八九十百]+", "#", written)


@dataclass(frozen=True, slots=True)
class Row:
    """Siblings in text order; `part` is the attachment they stand in, or nothing for the body."""

    parent: tuple[str, ...]
    part: str
    items: tuple[Item, ...]


def rows(paper: Paper) -> tuple[Row, ...]:
    """Every row of marked siblings, in the order in which they begin."""
    found: dict[tuple[str, ...], list[Item]] = {}
    for item in items(paper):
        found.setdefault(item.piece.path.elements[:-1], []).append(item)
    return tuple(Row(parent, _part(parent), tuple(row)) for parent, row in found.items())


def items(paper: Paper) -> Iterator[Item]:
    """Every marked piece in text order."""
    for piece in paper.pieces:
        printed = marks_at(piece.written) if piece.written else None
        if printed is not None:
            yield Item(piece, printed, _style(piece.mark) or printed.style)


def _part(parent: tuple[str, ...]) -> str:
    return parent[0] if parent and parent[0].startswith("附件") else ""


def _style(mark: str) -> MarkStyle | None:
    """The style of a normalised path element; None where the printed mark has to tell."""
    stem = mark.partition("#")[0]
    for pattern, style in (
        (r"[一二三四五六七八九十百]+", MarkStyle.HAN),
        (r"（[一二三四五六七八九十百]+）", MarkStyle.HAN_BRACKET),
        (r"（\d+）", MarkStyle.DIGIT_BRACKET),
        (r"\d+", MarkStyle.DIGIT),
    ):
        if re.fullmatch(pattern, stem):
            return style
    return None
