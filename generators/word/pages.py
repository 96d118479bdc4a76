"""How many pages a paper takes, reckoned from its grid without any layout program.

Word decides where lines and pages really end. The reckoning only chooses where the 版记 goes: on the last page of the
text when that is an even one with room to spare, however the lines may fall, else on an even page of its own, which a
section break finds by itself. So a reckoning that is a line or two off costs nothing but a fuller page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generators import blocks as b
from generators.word import measures as m
from generators.word.chart import chart_height
from generators.word.columns import column_widths, head_height, row_heights
from generators.word.letter import letter_head_height
from generators.word.lines import WORD, Manner, count_lines
from generators.word.masthead import masthead_heights
from generators.word.sections import Setup
from generators.word.signing import signed_lines

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


@dataclass(frozen=True, slots=True)
class Paced:
    """A block with its distance from line to line in twips; `keep` holds a paragraph together with what follows."""

    block: b.Block
    pitch: int = m.LINE
    keep: bool = False


Item = b.Block | Paced


def paced(item: Item) -> Paced:
    """A block as it stands, on the grid, unless it says otherwise."""
    return item if isinstance(item, Paced) else Paced(item)


def reckon(sections: Iterable[tuple[Setup, Sequence[Item]]], manner: Manner = WORD) -> Fill:
    """Where the last of the sections ends; each begins on a new page."""
    fill = Fill(0, 0)
    for setup, blocks in sections:
        pile = _Pile(setup, manner, Fill(fill.page + 1, 0))
        pile.put(blocks)
        fill = pile.fill
    return fill


def end_pages(blocks: Sequence[Item], manner: Manner, *, setup: Setup = Setup.UPRIGHT, start: int = 0) -> list[int]:
    """The page on which each block ends; `start` twips of the first one are taken."""
    pile = _Pile(setup, manner, Fill(1, start))
    pile.put(blocks)
    return pile.ends


class _Pile:
    """Lines and rows put one under the other, page after page."""

    def __init__(self, setup: Setup, manner: Manner, fill: Fill) -> None:
        self.fill = fill
        self.ends: list[int] = []
        self._setup, self._manner = setup, manner
        self._room = setup.area_height
        if manner.whole_lines and not setup.is_letter:
            self._room -= self._room % m.LINE

    def put(self, blocks: Sequence[Item]) -> None:
        """Put all strips of the blocks; those that must stay on one page wait for the last of them."""
        self.ends = [0] * len(blocks)
        chunk: list[int] = []
        owners: list[int] = []
        for index, item in enumerate(blocks):
            for strip in _strips(paced(item), self._setup, self._manner):
                if strip is None:
                    self.fill = Fill(self.fill.page + 1, 0) if self.fill.used else self.fill
                    continue
                chunk.append(strip.height)
                owners.append(index)
                if not strip.keep:
                    self._place(chunk, owners, again=strip.again)
                    chunk, owners = [], []

    def _place(self, chunk: Sequence[int], owners: Sequence[int], *, again: int) -> None:
        """Put what must stay on one page; what is longer than a page is cut wherever one ends."""
        page, used, height = self.fill.page, self.fill.used, sum(chunk)
        if used and used + height > self._room:
            page, used = page + 1, again
        if used + height <= self._room:
            self.fill = Fill(page, used + height)
            for owner in owners:
                self.ends[owner] = page
            return
        for part, owner in zip(chunk, owners, strict=True):
            if used and used + part > self._room:
                page, used = page + 1, 0
            used += part
            self.ends[owner] = page
        self.fill = Fill(page, used)


def _strips(item: Paced, setup: Setup, manner: Manner) -> Iterator[Strip | None]:
    """The lines and rows of a block; None where a new page begins."""
    block = item.block
    if isinstance(block, b.AttachmentStart | b.Sheet | b.PageBreak):
        yield None
    if isinstance(block, b.Para):
        yield from _text(block.text, setup, manner, pitch=item.pitch, keep=item.keep)
    elif isinstance(block, b.Table):
        yield from _table(block, setup, manner)
    else:
        yield from _fixed(block, setup, manner, pitch=item.pitch)


def _table(block: b.Table, setup: Setup, manner: Manner) -> Iterator[Strip]:
    widths = column_widths(block, width=setup.area_width)
    head = head_height(block, widths) + EDGES
    yield Strip(head, keep=bool(block.rows))
    for index, height in enumerate(row_heights(block, widths, size=manner.cell)):
        yield Strip(height, again=head if index else 0)
    yield Strip(m.SLIVER)


def _text(
    text: str,
    setup: Setup,
    manner: Manner,
    *,
    pitch: int = m.LINE,
    keep: bool = False,
    indent: int = m.TWO_IN,
    hang: int = 0,
) -> Iterator[Strip]:
    lines = count_lines(text, width=setup.area_width - hang, indent=indent, size=manner.body)
    return _lines(lines, pitch=pitch, keep=keep)


def _fixed(block: b.Block, setup: Setup, manner: Manner, *, pitch: int) -> Iterator[Strip]:
    """Blocks whose lines are all but given."""
    match block:
        case b.Masthead():
            yield from (Strip(height) for height in masthead_heights(block))
        case b.LetterHead():
            yield Strip(letter_head_height(block.issuer))
            yield from _lines(1)
        case b.Title():
            yield from _lines(2, pitch=pitch)
            yield Strip(m.TITLE_LINE * len(block.lines))
            yield from _lines(1, pitch=pitch)
        case b.Chart():
            yield Strip(chart_height(block))
        case b.Addressees():
            yield from _text(f"{block.text}：", setup, manner, pitch=pitch, indent=0)
        case b.Heading():
            yield from _text(block.text, setup, manner, keep=True)
        case b.AttachmentNote():
            yield from _note(block, setup, manner, pitch=pitch)
        case b.Signature():
            yield from _lines(len(signed_lines(block)) - 1, pitch=pitch, keep=True)
            yield from _lines(1, pitch=pitch)
        case b.AttachmentStart():
            yield from _lines(2, keep=True)
            yield Strip(m.TITLE_LINE * len(block.title.lines), keep=True)
            yield from _lines(1, keep=True)
        case b.Sheet():
            yield Strip(m.TITLE_LINE * len(block.title.lines), keep=True)
            yield Strip((m.SMALL_LINE + m.SMALL_AFTER) * len(block.lead) or m.LINE, keep=True)


def _note(block: b.AttachmentNote, setup: Setup, manner: Manner, *, pitch: int) -> Iterator[Strip]:
    """附件说明: a blank line, then titles that hang under their own beginning, five or six characters in."""
    yield from _lines(1, pitch=pitch, keep=True)
    for title in block.titles:
        yield from _text(title, setup, manner, pitch=pitch, keep=True, indent=0, hang=note_hang(block))


def note_hang(block: b.AttachmentNote) -> int:
    """How far in the titles of an 附件说明 stand: after 附件：, and after a number where they have one."""
    return (5 if len(block.titles) == 1 else 6) * m.PITCH


def _lines(count: int, *, pitch: int = m.LINE, keep: bool = False) -> Iterator[Strip]:
    return (Strip(pitch, keep) for _ in range(count))
