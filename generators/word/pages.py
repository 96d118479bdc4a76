"""How many pages a paper takes, reckoned from its grid without any layout program.

Word decides where lines and pages really end. The reckoning only chooses where the 版记 goes: on the last page of the
text when that is an even one with room to spare, else on an even page of its own, which a section break finds by
itself. So a reckoning that is a line or two off costs nothing but a fuller page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generators import blocks as b
from generators.word import measures as m
from generators.word.masthead import BLANK_LINES, mark_points
from generators.word.sections import Setup
from generators.word.tables import head_height, row_height

HANGING: Final = "，。、"  # may stand beyond the right edge
NOT_FIRST: Final = "，。、；：！？）》〉】〕”’"
NOT_LAST: Final = "（《〈【〔“‘"
WORD: Final = re.compile(r"[!-~]+|.", re.DOTALL)
SPARE_LINES: Final = 5


@dataclass(frozen=True, slots=True)
class Strip:
    """A line or a table row: its height in twips, and whether the next one must stay on its page."""

    height: int
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """Where a text ends: the page, counted from 1, and the height used on it in twips."""

    page: int
    used: int

    def has_room(self, height: int, *, setup: Setup) -> bool:
        """True when `height` fits under the text even if a few lines were missed, or counted too many."""
        spare = SPARE_LINES * m.LINE
        return spare <= self.used <= setup.area_height - height - spare


def count_lines(text: str, *, width: int = m.AREA_WIDTH, indent: int = m.TWO_IN) -> int:
    """Lines of a paragraph of 三号 text whose first line is `indent` twips in; numbers and Latin words stay whole."""
    lines, used = 1, indent
    line: list[str] = []
    for match in WORD.finditer(text):
        piece = match[0]
        if used + m.text_width(piece) > width and line and not (piece in HANGING and line[-1] not in HANGING):
            carried = _carried(line, piece)
            lines, line, used = lines + 1, carried, m.text_width("".join(carried))
        line.append(piece)
        used += m.text_width(piece)
    return lines


def _carried(line: list[str], piece: str) -> list[str]:
    """What goes down to the next line with `piece`: marks that must not part from it, and the character they close."""
    start = len(line)
    while start > 1 and (line[start - 1] in NOT_LAST or [*line[start:], piece][0] in NOT_FIRST):
        start -= 1
    return line[start:]


def reckon(sections: Iterable[tuple[Setup, Sequence[b.Block]]]) -> Fill:
    """Where the last of the sections ends; each begins on a new page."""
    fill = Fill(0, 0)
    for setup, blocks in sections:
        page, used, chunk = fill.page + 1, 0, 0
        for strip in _strips(blocks, setup):
            if strip is None:
                page, used = (page + 1, 0) if used else (page, 0)
                continue
            chunk += strip.height
            if strip.keep:
                continue
            if used and used + chunk > setup.area_height:
                page, used = page + 1, 0
            used, chunk = used + chunk, 0
        fill = Fill(page, used)
    return fill


def imprint_height(block: b.Imprint) -> int:
    """Height of the 版记 in twips: 四号 text, the bodies copied set four characters in, one free at the end."""
    inner = m.AREA_WIDTH - 5 * m.SIZE_4 * 10
    copied = -(-sum(len(name) + 1 for name in block.cc) * m.SIZE_4 * 10 // inner)
    return m.IMPRINT_LINE * (copied + 1)


def _strips(blocks: Sequence[b.Block], setup: Setup) -> Iterator[Strip | None]:
    """The lines and rows of the blocks; None where a new page begins."""
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, b.AttachmentStart | b.PageBreak):
            yield None
        if isinstance(block, b.Para):
            keep = isinstance(following, b.AttachmentNote | b.Signature)
            yield from _text(block.text, setup, keep=keep)
        elif isinstance(block, b.Table):
            yield Strip(head_height(block, width=setup.area_width), keep=True)
            yield from (Strip(row_height(row)) for row in block.rows)
        else:
            yield from _fixed(block, setup)


def _text(text: str, setup: Setup, *, keep: bool = False, indent: int = m.TWO_IN) -> Iterator[Strip]:
    return (Strip(m.LINE, keep) for _ in range(count_lines(text, width=setup.area_width, indent=indent)))


def _fixed(block: b.Block, setup: Setup) -> Iterator[Strip]:
    """Blocks whose lines are all but given."""
    match block:
        case b.Masthead():
            size = mark_points(block)
            yield Strip(m.mark_before(size) + m.mark_line(size) * len(block.issuers))
            yield from _lines(BLANK_LINES + 1)
        case b.Title():
            yield from _lines(2)
            yield Strip(m.TITLE_LINE * len(block.lines))
            yield from _lines(1)
        case b.Addressees():
            yield from _text(f"{block.text}：", setup, indent=0)
        case b.Heading():
            yield from _text(block.text, setup, keep=True)
        case b.AttachmentNote():
            yield from _lines(1, keep=True)
            for title in block.titles:
                yield from _text(title, setup, keep=True, indent=6 * m.PITCH)
        case b.Signature():
            yield from _lines(len(block.names) + (m.SEAL_ROOM if block.sealed else 1), keep=True)
            yield from _lines(1)
        case b.AttachmentStart():
            yield from _lines(2, keep=True)
            yield Strip(m.TITLE_LINE * len(block.title.lines), keep=True)
            yield from _lines(1, keep=True)


def _lines(count: int, *, keep: bool = False) -> Iterator[Strip]:
    return (Strip(m.LINE, keep) for _ in range(count))
