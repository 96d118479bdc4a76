"""The last words of a text keep the signature company: no page holds a signature alone (GB/T 9704-2012, 7.3.5.5).

Where the text ends a page, the standard lets spacing give way. What is tried, the gentlest first: fewer blank lines
over the names, as long as the seal clears the text; the whole last paragraph on the signature's page; other distances
from line to line in that paragraph and the signature, or everywhere under the title where there is but one paragraph.
Every try is reckoned as Word and as LibreOffice break lines; one that leaves the last paragraph free to part must hold
even if a line was missed or counted too many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generators import blocks as b
from generators.word import measures as m
from generators.word.lines import LIBREOFFICE, WORD, Manner, count_lines, last_line_width
from generators.word.pages import Item, Paced, end_pages, note_hang, reckon
from generators.word.sections import Setup
from generators.word.signing import least_room, seal_begins

MANNERS: Final = (WORD, LIBREOFFICE)
MOST_CARRIED: Final = 6  # lines that a page may lose at its foot before its lines rather move closer
PITCHES: Final = (560, 552, 600, 615, 545, 536, 528, 520, 630, 640)  # twips from line to line: 28 pt to 26 pt, to 32 pt
UNSURE: Final = (m.LINE, -m.LINE)
SURE: Final = (0,)


@dataclass(frozen=True, slots=True)
class _Text:
    """The blocks up to a signature: where its text begins and ends, what the last paragraph is."""

    blocks: tuple[b.Block, ...]
    first: int
    last: int

    @property
    def head(self) -> int:
        """Where the lines begin that may move closer when there is but one paragraph."""
        return next((place for place, block in enumerate(self.blocks) if isinstance(block, b.Title)), self.first)

    @property
    def setup(self) -> Setup:
        """How its pages are set."""
        return Setup.LETTER if any(isinstance(block, b.LetterHead) for block in self.blocks) else Setup.UPRIGHT

    @property
    def signature(self) -> b.Signature:
        """The last of the blocks."""
        block = self.blocks[-1]
        assert isinstance(block, b.Signature)  # noqa: S101 - `_read` takes care
        return block


def settle(blocks: Sequence[b.Block]) -> tuple[Item, ...]:
    """The blocks of a paper with what keeps its first signature company, if that stands under a text."""
    text = _read(blocks)
    if text is None:
        return tuple(blocks)
    return (*_closed(text), *blocks[len(text.blocks) :])


def _read(blocks: Sequence[b.Block]) -> _Text | None:
    end = next((place for place, block in enumerate(blocks) if isinstance(block, b.Signature)), None)
    if end is None or any(isinstance(block, b.Sheet | b.AttachmentStart) for block in blocks[:end]):
        return None
    texts = [place for place, block in enumerate(blocks[:end]) if isinstance(block, b.Para)]
    if not texts or any(not isinstance(block, b.AttachmentNote) for block in blocks[texts[-1] + 1 : end]):
        return None
    return _Text(tuple(blocks[: end + 1]), texts[0], texts[-1])


def _closed(text: _Text) -> tuple[Item, ...]:
    """The first try that holds; the text as it is, its last paragraph kept with the signature, if none does."""
    if _ample(text, LIBREOFFICE):  # Word never takes more lines
        return text.blocks
    shown = (*text.blocks[: text.first], b.Para.of("字"))
    if all(end_pages(shown, manner, setup=text.setup)[-1] == 1 for manner in MANNERS):
        for shifts, made in _tries(text):
            if all(_together(text, made, manner, start) for manner in MANNERS for start in shifts):
                return made
    return _made(text, keep=text.first != text.last)


def _ample(text: _Text, manner: Manner) -> bool:
    """True for what ends far from the foot of the first page: most covers."""
    fill = reckon([(text.setup, text.blocks)], manner)
    return fill.page == 1 and fill.used + 2 * m.LINE <= m.AREA_HEIGHT


def _tries(text: _Text) -> Iterator[tuple[tuple[int, ...], tuple[Item, ...]]]:
    """(twips by which the reckoning may be wrong, the blocks), best first."""
    least, most = _least(text), text.signature.room
    rooms = range(most, min(least, most) - 1, -1) if text.signature.sealed else (most,)
    yield from ((UNSURE, _made(text, room=room)) for room in rooms)
    if text.first != text.last:
        carried = (*(_made(text, room=room, keep=True) for room in rooms), *_moved(text, rooms, keep=True))
        free = _moved(text, rooms)
        few = _lines(text) <= MOST_CARRIED
        yield from ((SURE, made) for made in ((*carried, *free) if few else (*free, *carried)))
    else:
        yield from ((SURE, made) for made in _moved(text, rooms))


def _moved(text: _Text, rooms: Sequence[int], *, keep: bool = False) -> Iterator[tuple[Item, ...]]:
    return (_made(text, room=room, keep=keep, pitch=pitch) for pitch in PITCHES for room in rooms)


def _made(text: _Text, *, room: int | None = None, keep: bool = False, pitch: int = m.LINE) -> tuple[Item, ...]:
    signature = text.signature if room is None else replace(text.signature, room=room)
    if not keep and pitch == m.LINE:
        return (*text.blocks[:-1], signature)
    start = text.last if text.first != text.last else text.head
    between = enumerate(text.blocks[start:-1], start=start)
    moved = (Paced(block, pitch, keep and place == text.last) for place, block in between)
    return (*text.blocks[:start], *moved, Paced(signature, pitch))


def _together(text: _Text, made: Sequence[Item], manner: Manner, start: int) -> bool:
    """True when the last line of the text and the signature end on one page."""
    ends = end_pages(made, manner, setup=text.setup, start=start)
    return ends[text.last] == ends[-1]


def _lines(text: _Text) -> int:
    block = text.blocks[text.last]
    return max(count_lines(block.text, size=manner.body) for manner in MANNERS) if isinstance(block, b.Para) else 0


def _least(text: _Text) -> int:
    """How few blank lines may stand over the names: one less where the line above ends before the seal begins."""
    above, hang, said, indent = text.blocks[-2], 0, "", 0
    if isinstance(above, b.AttachmentNote):
        hang, said = note_hang(above), above.titles[-1]
    elif isinstance(above, b.Para):
        said, indent = above.text, m.TWO_IN
    room = m.AREA_WIDTH - hang
    ends = [hang + last_line_width(said, width=room, indent=indent, size=manner.body) for manner in MANNERS]
    return least_room(text.signature, short=max(ends) < seal_begins(text.signature))
