"""¶n: one heading over several paragraphs that each carry a duty of their own is split, a clause a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from zerenku.importer.owner_lines import is_limit_line, is_owner_line
from zerenku.importer.scan import Paragraph, paragraphs
from zerenku.model.outline import DraftClause, Found, Piece

T = TypeVar("T")


def split_duties(
    text: str, clauses: Iterable[DraftClause], *, rows: frozenset[int] = frozenset()
) -> tuple[DraftClause, ...]:
    """Split where it is due, and number the ¶ under every heading in text order; table `rows` (offsets) stay whole."""
    split = [part for clause in clauses for part in ([clause] if clause.piece.start in rows else _split(text, clause))]
    counts: dict[tuple[str, ...], int] = {}
    numbered = []
    for clause in split:
        piece = clause.piece
        if piece.mark.startswith("¶"):
            parent = piece.path.elements[:-1]
            counts[parent] = counts.get(parent, 0) + 1
            mark = f"¶{counts[parent]}"
            path = replace(piece.path, elements=(*parent, mark))
            numbered.append(replace(clause, piece=replace(piece, mark=mark, path=path)))
        else:
            numbered.append(clause)
    return tuple(numbered)


def _split(text: str, clause: DraftClause) -> Iterator[DraftClause]:
    piece = clause.piece
    if piece.mark.startswith(("¶", "第")) or "\t" in text[piece.start : piece.end]:
        yield clause
        return
    groups = _groups(text, list(paragraphs(text, piece.start, piece.end)), piece.end)
    carrying = [index for index, (start, end) in enumerate(groups) if _carries(clause, start, end)]
    if len(carrying) < 2 or any(item.value.inherits for item in clause.assignments):
        yield clause
        return
    cut = groups[carrying[0]][0]
    yield _within(clause, replace(piece, end=cut))
    for start, end in groups[carrying[0] :]:
        path = piece.path.child("¶1")
        yield _within(clause, Piece(path, "¶1", "", None, start, end, start))


def _groups(text: str, lines: Sequence[Paragraph], end: int) -> list[tuple[int, int]]:
    """The paragraphs below the mark's own line, an owner phrase on its own line with the paragraph before it."""
    starts: list[int] = []
    for line in lines[1:]:
        said = text[line.start : line.end].strip()
        if starts and (is_owner_line(said) or is_limit_line(said)):
            continue
        starts.append(line.start)
    return list(pairwise([*starts, end]))


def _carries(clause: DraftClause, start: int, end: int) -> bool:
    facts = (clause.assignments, clause.deadlines, clause.recurrence, clause.targets)
    return any(start <= item.start < end for group in facts for item in group)


def _within(clause: DraftClause, piece: Piece) -> DraftClause:
    """The part of a clause that lies in `piece`, with the facts read there."""

    def inside(found: Sequence[Found[T]]) -> tuple[Found[T], ...]:
        return tuple(item for item in found if piece.start <= item.start < piece.end)

    return DraftClause(
        piece,
        assignments=inside(clause.assignments),
        deadlines=inside(clause.deadlines),
        recurrence=inside(clause.recurrence),
        targets=inside(clause.targets),
        cites=inside(clause.cites),
        applies_to=inside(clause.applies_to),
        inline=inside(clause.inline),
        subjects=inside(clause.subjects),
    )
