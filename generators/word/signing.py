"""署名 and 成文日期: names over the date; several issuers side by side, one seal on each (GB/T 9704-2012, 7.3.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generators import blocks as b
from generators.word import measures as m
from generators.word.lines import LIBREOFFICE, WORD

SEAL_FROM_RIGHT: Final = 4 * m.SIZE_3 * 10
NAME_FROM_RIGHT: Final = 2 * m.SIZE_3 * 10
MOST_IN_ROW: Final = 3
SEAL: Final = round(42 * m.TWIPS_PER_MM)
SEAL_EDGE: Final = round(23 * m.TWIPS_PER_MM)  # half a seal and a little, from the edge of the type area
BETWEEN: Final = "\u3000"
ROWS_APART: Final = 4  # blank lines between rows of names, so that the seals on them do not touch


@dataclass(frozen=True, slots=True)
class SignedLine:
    """A line of the signature: blank, or a text that ends `right` twips from the edge of the type area."""

    text: str = ""
    right: int = 0


def signed_lines(block: b.Signature) -> list[SignedLine]:
    """All lines of a signature, the blank ones above it first, the date last."""
    over = [SignedLine()] * (block.room if block.sealed else 1)
    if not block.sealed:
        texts = (*block.names, block.date)
        pairs = zip(texts, unsealed_indents(block), strict=True)
        return [*over, *(SignedLine(text, right) for text, right in pairs)]
    return [*over, *_sealed(block), SignedLine(block.date, SEAL_FROM_RIGHT)]


def least_room(block: b.Signature, *, short: bool) -> int:
    """Blank lines over a sealed signature without which the seal would cover the text; one less under a short line."""
    rows = len(name_rows(block))
    return max(0, m.SEAL_REACH - rows - ROWS_APART * max(0, rows - 1) - short)


def seal_begins(block: b.Signature) -> int:
    """Twips from the left edge of the type area to the leftmost seal."""
    rows = name_rows(block)
    middle = _middle(block) if not rows or len(rows[0]) == 1 else _stops(block, len(rows[0]))[0]
    return middle - SEAL // 2


def _sealed(block: b.Signature) -> Iterator[SignedLine]:
    for index, row in enumerate(name_rows(block)):
        yield from [SignedLine()] * (ROWS_APART if index else 0)
        # A name too long to be centred on the date reaches the right edge of the type area and no further.
        right = max(0, m.AREA_WIDTH - _middle(block) - m.text_width(row[-1]) // 2)
        yield SignedLine(_spaced(row, _stops(block, len(row))), right)


def _spaced(row: Sequence[str], stops: Sequence[int]) -> str:
    """The names with as many characters between them as put their middles on the stops."""
    text = row[0]
    for (left, right), (one, two) in zip(pairwise(stops), pairwise(row), strict=True):
        gap = right - left - (m.text_width(one) + m.text_width(two)) // 2
        text += BETWEEN * max(1, round(gap / m.PITCH)) + two
    return text


def name_rows(block: b.Signature) -> list[tuple[str, ...]]:
    """The names in order, as many side by side as there is room for, the rows of nearly one length."""
    names = block.names
    for most in range(min(MOST_IN_ROW, len(names)), 1, -1):
        count = -(-len(names) // most)
        edges = [len(names) * index // count for index in range(count + 1)]
        rows = [names[left:right] for left, right in pairwise(edges)]
        if all(_fits(row, _stops(block, len(row))) for row in rows if len(row) > 1):
            return rows
    return [(name,) for name in names]


def _middle(block: b.Signature) -> int:
    """Where the middle of the date stands: halfway between what Word and LibreOffice make of its digits."""
    width = (WORD.body.width(block.date) + LIBREOFFICE.body.width(block.date)) // 2
    return m.AREA_WIDTH - SEAL_FROM_RIGHT - width // 2


def _stops(block: b.Signature, count: int) -> tuple[int, ...]:
    """The middles of that many names, evenly spaced, the last over the date."""
    last = _middle(block)
    if count == 1:
        return (last,)
    first = m.AREA_WIDTH - last if count == 2 else SEAL_EDGE  # two stand as far from either edge
    return tuple(first + (last - first) * index // (count - 1) for index in range(count))


def _fits(row: Sequence[str], stops: Sequence[int]) -> bool:
    """True where the names stand inside the type area, a character apart, and no seal touches another."""
    halves = [m.text_width(name) // 2 for name in row]
    if halves[0] > stops[0] or halves[-1] > m.AREA_WIDTH - stops[-1]:
        return False
    gaps = zip(stops, stops[1:], halves, halves[1:], strict=False)
    return all(right - left >= max(one + two + m.PITCH, SEAL) for left, right, one, two in gaps)


def unsealed_indents(block: b.Signature) -> list[int]:
    """Right indents without a seal: the date begins two characters right of the first name's beginning.

    Neither comes nearer to the right edge than two characters.
    """
    first, date = m.text_width(block.names[0]), m.text_width(block.date)
    date_right = NAME_FROM_RIGHT + first - date - m.TWO_IN
    shift = max(0, NAME_FROM_RIGHT - date_right)
    left_edge = NAME_FROM_RIGHT + shift + first
    names = [max(0, left_edge - m.text_width(item)) for item in block.names]
    return [*names, date_right + shift]
