"""The lines of an official text as printed, and the part that each can play in a paper.

The lines tile the text: whatever has no part of its own is text, so that setting the lines one by one loses nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from generators.compose.outline import mark_level
from zerenku.importer.lines import Line, lines_of
from zerenku.model.outline import Draft, LineKind, Piece
from zerenku.text.fold import fold

GAP: Final = re.compile(r"(?:\u3000| {2,})\s*$")


class Role(StrEnum):
    """The part that a line plays in the paper."""

    TEXT = "text"
    FOOTNOTE = "footnote"
    ROW = "row"
    FLAG = "flag"
    MARK = "mark"
    NUMBER = "number"
    TITLE = "title"
    ADDRESSEES = "addressees"
    NOTE = "note"
    SIGNATURE = "signature"
    DATE = "date"
    PLAN_LABEL = "plan-label"
    PLAN_TITLE = "plan-title"
    LABEL = "label"
    LABEL_TITLE = "label-title"
    COPIED = "copied"
    PRINTED = "printed"
    AGAIN = "again"


@dataclass(slots=True)
class PrintedLine:
    """A line of the normalised text with its part in the paper; `pieces` are the marked pieces that begin in it."""

    line: Line
    role: Role = Role.TEXT
    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """The line as printed."""
        return self.line.text

    @property
    def span(self) -> tuple[int, int]:
        """Its place in the text."""
        return self.line.start, self.line.end


def cut_lines(drafts: Sequence[Draft], kinds: Sequence[LineKind]) -> Iterator[PrintedLine]:
    """Lines of the text, those that lost their line breaks cut again where parts and marks begin."""
    text = drafts[0].outline.text
    pieces = sorted((piece for draft in drafts for piece in draft.outline.pieces), key=lambda piece: piece.start)
    starts = [piece.start for piece in pieces]
    bounds = {start for draft in drafts for start in _bounds(draft)}
    breaks = [-1, *(match.start() for match in re.finditer("\n", text))]
    for line in lines_of(text):
        if not drafts[0].outline.start <= line.start < drafts[-1].outline.end:
            continue
        inside = pieces[bisect_right(starts, line.start - 1) : bisect_right(starts, line.end - 1)]
        row = bisect_right(breaks, line.start - 1) - 1
        kind = kinds[row] if row < len(kinds) else LineKind.PARAGRAPH
        cuts = {edge for edge in bounds if line.start < edge < line.end}
        if "\t" not in line.text and kind is not LineKind.ROW:
            cuts |= _lost_breaks(text, line.start, inside)
        for low, high in pairwise([line.start, *sorted(cuts), line.end]):
            if text[low:high].strip():
                mine = tuple(piece for piece in inside if low <= piece.start < high)
                said = Line(low, high, text[low:high], fold(text[low:high]))
                yield PrintedLine(said, _plain_role(said.text, kind), mine)


def _bounds(draft: Draft) -> Iterator[int]:
    yield draft.outline.start
    yield from (part.start for part in draft.outline.attachments)


def _lost_breaks(text: str, start: int, inside: Sequence[Piece]) -> set[int]:
    """Where marks inside a line began lines once: 一、 or 第一条 never run on, and a wide gap is a lost line break."""
    within = [piece for piece in inside if piece.start > start]
    lost = "\n" not in text or any(
        mark_level(piece.mark) == 1 or piece.mark.startswith("第") or GAP.search(text, start, piece.start)
        for piece in within
    )
    return {piece.start for piece in within} if lost else set()


def _plain_role(text: str, kind: LineKind) -> Role:
    if "\t" in text or kind is LineKind.ROW:
        return Role.ROW
    return Role.FOOTNOTE if kind is LineKind.NOTE else Role.TEXT
