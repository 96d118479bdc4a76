"""How many pages a paper takes, reckoned from its grid without any layout program.

Word decides where lines and pages really end. The reckoning only chooses where the 版记 goes: on the last page of the
text when that is an even one with room to spare, however the lines may fall, else on an even page of its own, which a
section break finds by itself. So a reckoning that is a line or two off costs nothing but a fuller page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generators import blocks as b
from generators.word import measures as m
from generators.word.columns import column_widths, head_height, row_heights
from generators.word.letter import letter_head_height
from generators.word.lines import LIBREOFFICE, WORD, Manner, count_lines
from generators.word.masthead import masthead_heights
from generators.word.sections import Setup

SPARE_LINES: Final = 2
EDGES: Final = 40  # what a table takes on every page beside its rows


@dataclass(frozen=True, slots=True)
class Strip:
    """A line or a table row: its height in twips, and whether the next one must stay on its page.

    `again` is the height of a table's head, which stands over a row that begins a page.
    """

    height: int
    keep: bool = False
    again: int = 0


@dataclass(frozen=True, slots=True)
class Fill:
    """Where a text ends: the page, counted from 1, and the height used on it in twips."""

    page: int
    used: int

    def has_room(self, height: int, *, setup: Setup) -> bool:
        """True when `height` fits under the text even if a few lines were missed, or counted too many."""
        spare = SPARE_LINES * m.LINE
        return (self.page == 1 or spare <= self.used) and self.used <= setup.area_height - height - spare


def reckon(sections: Iterable[tuple[Setup, Sequence[b.Block]]], manner: Manner = WORD) -> Fill:
    """Where the last of the sections ends; each begins on a new page."""
    fill = Fill(0, 0)
    for setup, blocks in sections:
        fill = Fill(fill.page + 1, 0)
        room = setup.area_height
        if manner.whole_lines and not setup.is_letter:
            room -= room % m.LINE
        chunk: list[int] = []
        for strip in _strips(blocks, setup, manner):
            if strip is None:
                fill = Fill(fill.page + 1, 0) if fill.used else fill
                continue
            chunk.append(strip.height)
            if not strip.keep:
                fill = _placed(chunk, fill, room, again=strip.again)
                chunk = []
    return fill


def _placed(chunk: Sequence[int], fill: Fill, room: int, *, again: int) -> Fill:
    """`fill` with what must stay on one page; what is longer than a page is cut wherever one ends."""
    page, used, height = fill.page, fill.used, sum(chunk)
    if used and used + height > room:
        page, used = page + 1, again
    if used + height <= room:
        return Fill(page, used + height)
    for part in chunk:
        if used and used + part > room:
            page, used = page + 1, 0
        used += part
    return Fill(page, used)


def stays_with(block: b.Block, following: b.Block | None, blocks: Sequence[b.Block]) -> bool:
    """True for the last words before a signature: no page may hold a signature alone.

    Not for the only paragraph of a text, which LibreOffice would carry over whole: the first page must show some of it.
    """
    if not isinstance(following, b.AttachmentNote | b.Signature):
        return False
    return block is not next((other for other in blocks if isinstance(other, b.Para)), None)


def with_text(blocks: Sequence[b.Block]) -> tuple[b.Block, ...]:
    """The blocks with less room over the 署名 of a cover of one paragraph, where that keeps it under its text.

    Such a paragraph cannot be carried over; the standard lets spacing give way (GB/T 9704-2012, 7.3.5.5). The seal
    still clears the text: the names and the blank lines left are as high as it reaches over the date.
    """
    settled = list(blocks)
    first = next((place for place, block in enumerate(blocks) if isinstance(block, b.Para)), len(blocks))
    last = blocks[first + 1] if first + 1 < len(blocks) else None
    if not isinstance(last, b.Signature) or not last.sealed or any(isinstance(item, b.LetterHead) for item in blocks):
        return tuple(settled)
    before = blocks[: first + 1]
    for room in range(last.room, max(0, m.SEAL_REACH - len(last.names)) - 1, -1):
        closer = replace(last, room=room)
        if all(_ends_on((*before, closer), manner) == _ends_on(before, manner) for manner in (WORD, LIBREOFFICE)):
            settled[first + 1] = closer
            break
    return tuple(settled)


def _ends_on(blocks: Sequence[b.Block], manner: Manner) -> int:
    return reckon([(Setup.UPRIGHT, blocks)], manner).page


def _strips(blocks: Sequence[b.Block], setup: Setup, manner: Manner) -> Iterator[Strip | None]:
    """The lines and rows of the blocks; None where a new page begins."""
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, b.AttachmentStart | b.Sheet | b.PageBreak):
            yield None
        if isinstance(block, b.Para):
            yield from _text(block.text, setup, manner, keep=stays_with(block, following, blocks))
        elif isinstance(block, b.Table):
            yield from _table(block, setup, manner)
        else:
            yield from _fixed(block, setup, manner)


def _table(block: b.Table, setup: Setup, manner: Manner) -> Iterator[Strip]:
    widths = column_widths(block, width=setup.area_width)
    head = head_height(block, widths) + EDGES
    yield Strip(head, keep=bool(block.rows))
    for index, height in enumerate(row_heights(block, widths, size=manner.cell)):
        yield Strip(height, again=head if index else 0)
    yield Strip(m.SLIVER)


def _text(
    text: str, setup: Setup, manner: Manner, *, keep: bool = False, indent: int = m.TWO_IN, hang: int = 0
) -> Iterator[Strip]:
    lines = count_lines(text, width=setup.area_width - hang, indent=indent, size=manner.body)
    return _lines(lines, keep=keep)


def _fixed(block: b.Block, setup: Setup, manner: Manner) -> Iterator[Strip]:
    """Blocks whose lines are all but given."""
    match block:
        case b.Masthead():
            yield from (Strip(height) for height in masthead_heights(block))
        case b.LetterHead():
            yield Strip(letter_head_height(block.issuer))
            yield from _lines(1)
        case b.Title():
            yield from _lines(2)
            yield Strip(m.TITLE_LINE * len(block.lines))
            yield from _lines(1)
        case b.Addressees():
            yield from _text(f"{block.text}：", setup, manner, indent=0)
        case b.Heading():
            yield from _text(block.text, setup, manner, keep=True)
        case b.AttachmentNote():
            yield from _note(block, setup, manner)
        case b.Signature():
            yield from _lines(len(block.names) + (block.room if block.sealed else 1), keep=True)
            yield from _lines(1)
        case b.AttachmentStart():
            yield from _lines(2, keep=True)
            yield Strip(m.TITLE_LINE * len(block.title.lines), keep=True)
            yield from _lines(1, keep=True)
        case b.Sheet():
            yield Strip(m.TITLE_LINE * len(block.title.lines), keep=True)
            yield Strip((m.SMALL_LINE + m.SMALL_AFTER) * len(block.lead) or m.LINE, keep=True)


def _note(block: b.AttachmentNote, setup: Setup, manner: Manner) -> Iterator[Strip]:
    """附件说明: a blank line, then titles that hang under their own beginning, five or six characters in."""
    yield from _lines(1, keep=True)
    hang = 5 if len(block.titles) == 1 else 6
    for title in block.titles:
        yield from _text(title, setup, manner, keep=True, indent=0, hang=hang * m.PITCH)


def _lines(count: int, *, keep: bool = False) -> Iterator[Strip]:
    return (Strip(m.LINE, keep) for _ in range(count))
