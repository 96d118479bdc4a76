"""Printed lines → paragraphs: which line begins a new one is told by indent, width, size, gap and mark."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from typing import Final, TypeAlias

from zerenku.extract.paper.glyphs import Line, first_word, join
from zerenku.extract.paper.rulings import Grid
from zerenku.model.outline import LineKind

MARK: Final = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,5}[章节条]|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}(?:[、．)）]|\.(?!\d))|[①-⑳]|附\s*[件表录]|[●■◆☑□➢]"
)
FINISHED: Final = re.compile(r"[。；：！？…;:!?][”’）)】》]*$")
INDENT: Final = 1.2
"""Ems to the right of the text's edge from which on a line is indented."""
LEAST: Final = 15
"""Ems that the text is wide at least; where all lines are shorter nothing tells lines and paragraphs apart."""
SLACK: Final = 0.8
"""Ems that a line may stay short of the edge beyond the room for the next word: punctuation gets compressed."""
WIDE_GAP: Final = 1.45
"""Times the usual line spacing."""


Lines: TypeAlias = list[tuple[str, LineKind]]


@dataclass(frozen=True, slots=True)
class Page:
    """Lines from top to bottom, and the tables between them."""

    lines: list[Line]
    grids: list[Grid] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Frame:
    """The text area of a page: its edges, and the usual distance of lines, all in points."""

    left: float
    right: float
    spacing: float
    indents: bool
    """Whether the document marks paragraphs by an indent."""


def paragraphs(pages: Sequence[Page]) -> Lines:
    """Paragraphs and table rows in reading order; a paragraph may go on over a page."""
    found: Lines = []
    current: list[Line] = []
    whole = _frame([line for page in pages for line in page.lines], None)
    for page in pages:
        frame = _frame(page.lines, whole)
        previous: Line | None = None
        for index, item in enumerate(_items(page)):
            if isinstance(item, Grid):
                found += _closed(current)
                found += _after_row_goes_on(found, item.lines) if index == 0 else item.lines
                previous = None
                continue
            gap = previous.y - item.y if previous is not None else 0.0
            if current and not _goes_on(current, item, frame, gap):
                found += _closed(current)
            current.append(item)
            previous = item
    return found + _closed(current)


def _after_row_goes_on(found: Lines, lines: Lines) -> Lines:
    """What is left of a table at the head of a page once the rest of the row that the page break cut is put back."""
    if not found or not lines or not found[-1][1] is lines[0][1] is LineKind.ROW:
        return lines
    above, below = found[-1][0].split("\t"), lines[0][0].split("\t")
    filled = [column for column, text in enumerate(below) if text]
    if len(below) > len(above) or 0 in filled or len(filled) * 2 >= len(above):
        return lines
    if any(not above[column] or FINISHED.search(above[column]) for column in filled):
        return lines
    found[-1] = "\t".join(map(join, zip_longest(above, below, fillvalue=""))), LineKind.ROW
    return lines[1:]


def _closed(current: list[Line]) -> Lines:
    text = join(line.text for line in current)
    current.clear()
    return [(text, LineKind.PARAGRAPH)] if text else []


def _items(page: Page) -> Iterator[Line | Grid]:
    waiting = sorted(page.grids, key=lambda grid: grid.top)
    for line in page.lines:
        while waiting and waiting[-1].top > line.y:
            yield waiting.pop()
        yield line
    yield from reversed(waiting)


def _goes_on(current: list[Line], line: Line, frame: Frame, gap: float) -> bool:
    """Whether `line` belongs to the paragraph whose lines so far are `current`."""
    first, last = current[0], current[-1]
    em = max(line.size, last.size)
    marked = MARK.match(line.text) is not None
    finished = FINISHED.search(last.text) is not None
    room = (frame.right - last.right) / em
    if abs(line.size - last.size) > 0.15 * em or room > first_word(line.text) + SLACK:
        return False  # the next word would have fitted
    if frame.right - frame.left < LEAST * em:
        return False
    if frame.spacing and gap > WIDE_GAP * frame.spacing:
        return False
    if line.left > frame.left + INDENT * em:
        hanging = MARK.match(first.text) and (
            line.left > first.left + 0.8 * em if len(current) == 1 else abs(line.left - last.left) < 0.5 * em
        )
        return bool(hanging) and not marked and not finished
    if line.left < frame.left - INDENT * em:
        return False
    return not marked or frame.indents


def _frame(lines: Sequence[Line], whole: Frame | None) -> Frame:
    """The text area by the lines that are nearly as wide as it.

    A page may be shifted against the `whole` document, or wider, but one whose lines are all short tells nothing.
    """
    widest = max((line.right - line.left for line in lines), default=0.0)
    full = [line for line in lines if line.right - line.left > 0.75 * widest]
    if not full:
        return whole or Frame(0.0, 0.0, 0.0, indents=False)
    size = Counter(round(line.size) for line in full).most_common(1)[0][0]
    lefts = Counter(round(line.left) for line in full)
    often = max(lefts.values())
    left = float(min(place for place, times in lefts.items() if times >= 0.15 * often))
    right = 2.0 * Counter(round(line.right / 2) for line in full).most_common(1)[0][0]
    if whole and (right - left < whole.right - whole.left - size or abs(left - whole.left) < size or len(full) < 4):
        left, right = whole.left, whole.right
    gaps = sorted(above.y - below.y for above, below in pairwise(lines) if above.y > below.y)
    return Frame(
        left=left,
        right=right,
        spacing=gaps[len(gaps) // 3] if gaps else 0.0,
        indents=whole.indents if whole else _indents(lines, left, size),
    )


def _indents(lines: Sequence[Line], left: float, size: float) -> bool:
    """Whether indented lines begin paragraphs, and not those at the edge (with hanging numbers they do)."""
    indented = hanging = 0
    for above, line in pairwise(lines):
        if INDENT * size < line.left - left < 3 * size:
            indented += MARK.match(line.text) is not None or FINISHED.search(above.text) is not None
        else:
            hanging += MARK.match(line.text) is not None
    return indented > 2 * hanging
