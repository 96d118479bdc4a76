"""Where lines break, reckoned without any layout program: full-width characters, half-width ASCII, marks in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generators.word import measures as m

HANGING: Final = frozenset("，。、；：！？")  # may stand beyond the right edge
NOT_FIRST: Final = frozenset("，。、；：！？）》〉】〕”’％")
NOT_LAST: Final = frozenset("（《〈【〔“‘")
MEETING: Final = re.compile("(?<=[0-9A-Za-z%])(?=[㐀-鿿])|(?<=[㐀-鿿])(?=[0-9A-Za-z])")


@dataclass(frozen=True, slots=True)
class Size:
    """Widths in twips of a character, of an ASCII one, and of the space where the two meet; whether marks hang."""

    full: int
    half: int
    gap: int = 0
    hanging: bool = True

    def width(self, text: str) -> int:
        """Width of a text on one line."""
        narrow = len(text.encode("ascii", "ignore"))
        gaps = len(MEETING.findall(text)) if self.gap and narrow else 0
        return (len(text) - narrow) * self.full + narrow * self.half + gaps * self.gap


@dataclass(frozen=True, slots=True)
class Manner:
    """How a layout program sets text: 三号 on the grid, 小四 in tables, 四号 in the 版记.

    `whole_lines` says that a page on the grid ends with its last whole line.
    """

    body: Size
    cell: Size
    imprint: Size
    whole_lines: bool


WORD: Final = Manner(Size(m.PITCH, m.PITCH - 160), Size(240, 120), Size(280, 140), whole_lines=False)
# LibreOffice puts a quarter of a character between digits and Han whatever the paper says, and where 仿宋 is not
# installed the digits are those of another font, wider than half a character. In a table it lets no mark hang.
LIBREOFFICE: Final = Manner(
    Size(m.PITCH, m.PITCH - 145, 80), Size(240, 132, 60, hanging=False), Size(280, 154, 70), whole_lines=True
)


def count_lines(text: str, *, size: Size, width: int = m.AREA_WIDTH, indent: int = m.TWO_IN) -> int:
    """Lines of a paragraph whose first line is `indent` twips in; numbers and Latin words stay whole."""
    return max(1, sum(1 for _ in _pieces(text, width, indent, size)))


def last_line_width(text: str, *, size: Size, width: int, indent: int) -> int:
    """Twips from the left edge to the end of a paragraph's last line."""
    pieces = list(_pieces(text, width, indent, size)) or [""]
    return size.width(pieces[-1]) + (indent if len(pieces) == 1 else 0)


def _pieces(text: str, width: int, indent: int, size: Size) -> Iterator[str]:
    start, room = 0, width - indent
    while start < len(text):
        end = line_end(text, start, room, size)
        yield text[start:end]
        start, room = end, width


def line_end(text: str, start: int, room: int, size: Size) -> int:
    """Where the line that begins at `start` ends: as far as it fits, then where a line may break."""
    end = start + room // size.full
    if len(text[start:end].encode("ascii", "ignore")) or (end < len(text) and text[end].isascii()):
        end = _fitting(text, start, room, size)
    if size.hanging and start < end < len(text) and text[end] in HANGING and _hangs_from(text[end - 1]):
        end += 1
    if end >= len(text):
        return len(text)
    cut = end
    while cut > start + 1 and not _may_part(text[cut - 1], text[cut]):
        cut -= 1
    return cut if cut > start + 1 else max(end, start + 1)


def _fitting(text: str, start: int, room: int, size: Size) -> int:
    """The same before any rule of breaking, for a line with ASCII in it."""
    end, before = start, ""
    while end < len(text):
        char = text[end]
        room -= size.half if char.isascii() else size.full
        if before and size.gap and MEETING.search(before + char):
            room -= size.gap
        if room < 0:
            return end
        end, before = end + 1, char
    return end


def _hangs_from(left: str) -> bool:
    """One mark hangs, not two; and none after a digit."""
    return left not in HANGING and not left.isascii()


def _may_part(left: str, right: str) -> bool:
    inside_word = "!" <= left <= "~" and "!" <= right <= "~"
    return left not in NOT_LAST and right not in NOT_FIRST and not inside_word


def count_cell_lines(text: str, *, width: int, size: Size) -> int:
    """Lines of a table cell of that inner width; a line break in the text begins a new one."""
    return sum(count_lines(piece, width=width, indent=0, size=size) for piece in text.split("\n"))
