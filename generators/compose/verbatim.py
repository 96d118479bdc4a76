"""Printed lines of running text and of tables as blocks, word for word, each clause's first block with its anchor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from generators.blocks import Block, Column, Heading, Para, ParaKind, Run, Table, Tone
from generators.compose.outline import TONES, mark_level
from generators.compose.printed_lines import PrintedLine, Role
from zerenku.model.outline import Piece
from zerenku.model.path import bookmark_of

CLOSES: Final = "。；;：:！？"
ENDS_HEADING: Final = re.compile(r"[。：:]?")
MOST_UPRIGHT: Final = 8
"""So many columns of a table stand on an upright sheet."""
BRACKET: Final = re.compile(r"[ \u3000]*[（(][^（()）]{1,40}[）)][。：:]?")


class Clauses:
    """The clauses of a paper: which have others below them, and their anchors, each given out once.

    A plan without an id has no anchors.
    """

    def __init__(self, pieces: Iterable[Piece], *, plan_id: str) -> None:
        self.parents = {piece.path.elements[:-1] for piece in pieces}
        self.plan_id = plan_id
        self.given: set[str] = set()

    def goes_on(self, piece: Piece, end: int) -> bool:
        """Whether text or clauses of the piece follow its line."""
        return piece.end > end + 1 or piece.path.elements in self.parents

    def anchor_of(self, pieces: Sequence[Piece]) -> str:
        """The first anchor among these pieces that no block has yet, empty if there is none."""
        for piece in pieces:
            if (anchor := self._anchor(piece)) and anchor not in self.given:
                self.given.add(anchor)
                return anchor
        return ""

    def _anchor(self, piece: Piece) -> str:
        """Empty for a path that gives no anchor, or one longer than Word's bookmarks may be."""
        if not self.plan_id:
            return ""
        try:
            anchor = f"{self.plan_id}/{piece.path.anchor}"
            bookmark_of(anchor)
        except ValueError:
            return ""
        return anchor


def text_block(item: PrintedLine, clauses: Clauses) -> Block:
    """A line as a heading, or as a paragraph whose run-in headings have the face of their level."""
    anchor = clauses.anchor_of(item.pieces)
    text = item.text.strip()
    if item.role is Role.FOOTNOTE:
        return Para.of(text, kind=ParaKind.NOTE, anchor=anchor)
    if len(item.pieces) == 1 and _is_heading(item, item.pieces[0], clauses):
        level = _level(item.pieces[0])
        if level:
            return Heading(level=level, text=text, anchor=anchor)
    return Para(runs=tuple(_runs(item)), anchor=anchor)


def _level(piece: Piece) -> int | None:
    return 1 if piece.mark.endswith("部分") else mark_level(piece.mark)


def _is_heading(item: PrintedLine, piece: Piece, clauses: Clauses) -> bool:
    """Whether the line says no more than the heading of its piece, and is followed by text or ends without a stop."""
    start, end = item.span
    if piece.heading is None or piece.heading not in item.text or item.text[: piece.start - start].strip():
        return False
    if piece.mark.endswith("条") or ("，" in piece.heading and item.text.rstrip()[-1] in CLOSES):
        return False
    rest = item.text[_after_heading(item, piece) - start :]
    if rest.strip() and not BRACKET.fullmatch(rest.strip()):
        return False
    return clauses.goes_on(piece, end) or item.text.rstrip()[-1] not in CLOSES


def _after_heading(item: PrintedLine, piece: Piece) -> int:
    """Where a piece's lead-in ends: behind its heading and the stop after it, or behind its mark."""
    start, end = item.span
    said = item.text[piece.body - start :]
    lead = len(said) - len(said.lstrip())
    if piece.heading is None or piece.mark.endswith("条") or not said[lead:].startswith(piece.heading):
        return min(piece.body, end)
    stop = piece.body + lead + len(piece.heading)
    closed = ENDS_HEADING.match(item.text, stop - start)
    return start + closed.end() if closed else stop


def _runs(item: PrintedLine) -> Iterator[Run]:
    """The line cut where the faces change; blanks at its ends go."""
    start, _ = item.span
    edges: list[tuple[int, Tone]] = [(0, Tone.PLAIN)]
    for piece in item.pieces:
        tone = TONES.get(_level(piece) or 0, Tone.PLAIN)
        edges += [(max(0, piece.start - start), tone), (_after_heading(item, piece) - start, Tone.PLAIN)]
    edges.append((len(item.text), Tone.PLAIN))
    made: list[Run] = []
    at = 0
    for (_, tone), (high, _) in pairwise(edges):
        said, at = item.text[at:high], max(at, high)
        if made and made[-1].tone is tone:
            made[-1] = Run(made[-1].text + said, tone)
        elif said:
            made.append(Run(said, tone))
    made[0] = Run(made[0].text.lstrip(), made[0].tone)
    made[-1] = Run(made[-1].text.rstrip(), made[-1].tone)
    yield from (run for run in made if run.text)


def table_block(rows: Sequence[PrintedLine], clauses: Clauses) -> Table:
    """Neighbouring rows as a table; the first is its head, with the second where that one names parts of its cells.

    Short rows are filled up with empty cells.
    """
    cells = [[cell.strip() for cell in row.text.split("\t")] for row in rows]
    width = max(len(row) for row in cells)
    cells = [[*row, *[""] * (width - len(row))] for row in cells]
    grouped = len(cells) > 1 and _names_parts(cells[0], cells[1])
    columns = tuple(_groups(cells[0], cells[1])) if grouped else tuple(Column(name=name) for name in cells[0])
    head = 2 if grouped else 1
    marked = tuple(clauses.anchor_of(row.pieces) for row in rows[head:])
    body = tuple(tuple(row) for row in cells[head:])
    return Table(columns=columns, rows=body, anchors=marked if any(marked) else ())


def is_wide(rows: Sequence[PrintedLine]) -> bool:
    """Whether a table needs a turned sheet."""
    return max((row.text.count("\t") + 1 for row in rows), default=0) > MOST_UPRIGHT


def _names_parts(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two rows are one head: every gap of the first is filled below, and nothing stands under a lone cell."""
    if not first[0] or all(first):
        return False
    for index, name in enumerate(first):
        spans = index + 1 < len(first) and not first[index + 1]
        if (not name or spans) != bool(second[index]):
            return False
    return True


def _groups(first: Sequence[str], second: Sequence[str]) -> Iterator[Column]:
    starts = [index for index, name in enumerate(first) if name]
    for start, end in zip(starts, [*starts[1:], len(first)], strict=True):
        parts = tuple(Column(name=name) for name in second[start:end]) if end - start > 1 else ()
        yield Column(name=first[start], columns=parts)
