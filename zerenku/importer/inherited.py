"""Owner phrases that several items share: each of the items gets them, marked as inherited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from zerenku.importer.owner_lines import Reference, owner_block, read_owner_block, references
from zerenku.model.clause import Assignment
from zerenku.model.outline import DraftClause, Found
from zerenku.model.path import CIRCLED
from zerenku.text.numbers import read_number

REACH: Final = 12
"""A reference inside an item stands at most so many characters before the owners it is about."""
RUN_BEFORE: Final = Reference(0, 0)


def inherit(text: str, clauses: list[DraftClause]) -> list[DraftClause]:
    """Hand the owners of a paragraph of their own, and those an item names for 以上三项, to the items meant."""
    for index, clause in enumerate(clauses):
        piece = clause.piece
        said = text[piece.start : piece.end]
        if piece.mark.startswith("¶"):
            if owner_block([line.strip() for line in said.splitlines() if line.strip()]):
                _hand_up(clauses, index, piece.start, said)
        elif (
            clause.assignments
            and ("项" in said or "条" in said)
            and not any(item.value.inherits for item in clause.assignments)
        ):
            _share_own(clauses, index, text)
    return clauses


def _hand_up(clauses: list[DraftClause], index: int, start: int, said: str) -> None:
    """The owners of ¶n go to the items before it, and so does the time they are given (完成时限：…); a reference
    inside begins the owners of other items.
    """
    clause, handed = clauses[index], False
    groups = list(_by_reference(start, said))
    due = list(clause.deadlines)
    for (reference, found), after in zip(groups, [*groups[1:], None], strict=True):
        rows = list(_rows(clauses, index, reference))
        until = after[1][0].start if after else clause.piece.end
        limits = [item for item in due if item.start < until] if rows else []
        due = [item for item in due if item not in limits]
        for row in rows:
            shared = _with(clauses[row], found)
            clauses[row] = replace(shared, deadlines=(*shared.deadlines, *limits))
        handed = handed or bool(rows)
    if handed:
        clauses[index] = replace(clause, assignments=(), subjects=(), deadlines=tuple(due))


def _by_reference(start: int, said: str) -> Iterator[tuple[Reference, list[Found[Assignment]]]]:
    groups: list[tuple[Reference, list[Found[Assignment]]]] = []
    for reference, found in read_owner_block(said):
        placed = Found(found.value, start + found.start, start + found.end)
        if groups and reference is None:
            groups[-1][1].append(placed)
        else:
            groups.append((reference or RUN_BEFORE, [placed]))
    yield from groups


def _share_own(clauses: list[DraftClause], index: int, text: str) -> None:
    """（以上三项由甲局牵头） at the end of the third item is for all three."""
    clause = clauses[index]
    piece = clause.piece
    for mark in references(text[piece.body : piece.end]):
        if not (mark.numbers or mark.count > 1):
            continue
        begin = piece.body + mark.start
        group = [
            item for item in clause.assignments if begin - 1 <= item.start <= begin + REACH + mark.end - mark.start
        ]
        own = _number(piece.mark)
        if not group or (mark.numbers and (own not in mark.numbers or len(mark.numbers) < 2)):
            continue
        before = replace(mark, count=mark.count - 1, numbers=mark.numbers - {own or 0})
        parent = piece.path.elements[:-1]
        rows = list(_rows(clauses, index, before, parent=parent))
        if rows and len(rows) == (before.count or len(before.numbers)):
            for row in rows:
                clauses[row] = _with(clauses[row], group)
            kept = [item for item in clauses[index].assignments if item not in group]
            clauses[index] = _with(replace(clauses[index], assignments=tuple(kept)), group)


def _rows(
    clauses: Sequence[DraftClause], index: int, reference: Reference, *, parent: tuple[str, ...] | None = None
) -> Iterator[int]:
    """The items before `index` under the same heading that a reference means; without one, back to the first that has
    owners of its own.
    """
    above = clauses[index].piece.path.elements[:-1] if parent is None else parent
    taken = 0
    for row in range(index - 1, -1, -1):
        piece = clauses[row].piece
        elements = piece.path.elements
        if elements[: len(above)] != above or len(elements) <= len(above):
            return
        level = len(elements) == len(above) + 1
        if reference.numbers or reference.count:
            meant = taken < reference.count or _number(piece.mark) in reference.numbers
            if level and meant and not piece.mark.startswith("¶"):
                taken += 1
                yield row
            continue
        if clauses[row].assignments or piece.mark.startswith("¶"):
            return
        if level:
            yield row


def _number(mark: str) -> int | None:
    plain = re.sub(r"#\d+$|[（）]", "", mark)
    number = CIRCLED.find(plain) + 1 if len(plain) == 1 else 0
    return number or int(read_number(plain) or 0) or None


def _with(clause: DraftClause, shared: Iterable[Found[Assignment]]) -> DraftClause:
    found = tuple(Found(replace(item.value, inherits=True), item.start, item.end) for item in shared)
    return replace(clause, assignments=(*clause.assignments, *found))
