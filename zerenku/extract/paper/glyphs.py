"""Text as it lies on a printed page: glyphs → lines, with the blanks that a reader would see."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from zerenku.extract.cleaning import clean

WIDE: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d\u3400-\u4dbf\u2460-\u24ff]")
"""Characters set solid: no blank between them unless a gap is wider than justification makes it."""
RADICAL: Final = re.compile("[\u2f00-\u2fdf\uf900-\ufaff]")
"""Look-alikes that some PDF writers map glyphs to; the same characters in the proper block are meant."""
LETTER: Final = re.compile(r"[A-Za-z0-9]")

UNBROKEN: Final = re.compile(r"[（《“‘〔【\[(]*(?:[!-'*-.0-~]+/?|.)[，。、；：！？”’）》〕】\])%％]*")
"""An opening bracket stays with what follows, a closing mark with what it closes."""


class Glyph(NamedTuple):
    """One printed character; lengths in points, y upwards, `y` the base line."""

    text: str
    left: float
    right: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; lengths as in Glyph."""

    text: str
    left: float
    right: float
    y: float
    size: float


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Lines from top to bottom: glyphs on one base line, or nearly so, are a line however far apart."""
    found: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.y):
        if found and found[-1][0].y - glyph.y < 0.4 * max(glyph.size, found[-1][0].size):
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return [_line(sorted(row, key=lambda glyph: glyph.left)) for row in found]


def first_word(text: str) -> float:
    """Ems that the part of `text` before its first possible break takes: 消 is 1, （2031 is 3."""
    match = UNBROKEN.match(text)
    word = match[0] if match else ""
    return sum(1.0 if WIDE.match(character) else 0.55 for character in word)


def join(lines: Iterable[str]) -> str:
    """Lines of one paragraph: a blank only between two words of a language that has them."""
    text = ""
    for line in lines:
        blank = text and line and LETTER.match(text[-1]) and LETTER.match(line[0])
        digits = blank and text[-1].isdigit() and line[0].isdigit()
        text += f" {line}" if blank and not digits else line
    return text


def _line(row: list[Glyph]) -> Line:
    pieces: list[str] = []
    before: Glyph | None = None
    for glyph in row:
        if before is not None:
            if _printed_twice(before, glyph):
                continue
            pieces.append(_blank(before, glyph))
        pieces.append(glyph.text)
        before = glyph
    text = clean("".join(pieces))
    if RADICAL.search(text):
        text = RADICAL.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    # Latin letters come from fonts with a lower box; the Chinese ones tell the size.
    sizes = sorted(glyph.size for glyph in row if WIDE.match(glyph.text)) or sorted(glyph.size for glyph in row)
    ys = sorted(glyph.y for glyph in row)
    return Line(text, row[0].left, max(glyph.right for glyph in row), ys[len(ys) // 2], sizes[len(sizes) // 2])


def _printed_twice(before: Glyph, glyph: Glyph) -> bool:
    """For a bold look. A dash of two ems is one shape for two characters, which then share its box."""
    shared = glyph.right - glyph.left > 1.5 * glyph.size
    return glyph.text == before.text and glyph.left - before.left < 0.3 * glyph.size and not shared


def _blank(before: Glyph, glyph: Glyph) -> str:
    gap = (glyph.left - before.right) / max(before.size, glyph.size, 1)
    solid = WIDE.match(before.text) or WIDE.match(glyph.text)
    return " " if gap > (0.7 if solid else 0.18) else ""
