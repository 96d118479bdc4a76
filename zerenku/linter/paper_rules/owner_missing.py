"""同级任务都写了责任单位，个别没有写，多半是漏了。

通过：（一）至（四）都有责任单位　不通过：（一）（二）（四）写了责任单位，（三）没有写
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity
from zerenku.model.outline import DraftClause, Piece

ID: Final = "owner-missing"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "中"
GENERAL: Final = re.compile("总体要求|指导思想|目标|原则|意义|总则|附则")
OTHERWISE: Final = re.compile(rf"{GENERAL.pattern}|步骤|阶段|安排|保障|组织|领导|要求|机制|考核")
LABEL: Final = re.compile("(?:责任|牵头|主办|承办|负责)(?:单位|部门|科室)")
ALONE: Final = re.compile(r"[。；\n][^，。；：\n]{3,40}(?<!人)负责。|未明确牵头|原文未写责任单位")
"""A sentence that says no more than who is in charge, or this tool's own note that the original names nobody."""
FEWEST: Final = 3
SHARE: Final = 0.75
"""Where so many have an owner, the others want one; in a row of three, a single one that has none."""


def check(paper: Paper) -> Iterator[Flaw]:
    """Clauses without an owner, in themselves, below or above, where three in four, or all others, have one."""
    parents = {clause.piece.path.elements[:-1] for clause in paper.draft.clauses}
    owned = {
        clause.piece.path.elements
        for clause in paper.draft.clauses
        if any(found.value.inherits or _is_formal(paper, found.start, found.end) for found in clause.assignments)
        or ALONE.search(paper.folded, clause.piece.body, clause.piece.end)
    }
    for row, wanted in _rows(paper, owned):
        without = [clause for clause in row if not _has_owner(clause.piece.path.elements, owned)]
        bare = [
            clause
            for clause in without
            if clause.piece.path.elements in wanted
            and clause.piece.path.elements not in parents
            and not GENERAL.search(clause.piece.heading or "")
        ]
        if bare and (len(without) == 1 or 1 - len(without) / len(row) >= SHARE):
            yield from (_flaw(paper, clause.piece, len(row), len(row) - len(without)) for clause in bare)


def _rows(paper: Paper, owned: set[tuple[str, ...]]) -> Iterator[tuple[list[DraftClause], set[tuple[str, ...]]]]:
    """Rows that each want an owner, with the paths to judge: siblings, and for one or two of them their cousins.

    Where the heading above has the owner none below needs one; what is no task by its heading has none.
    """
    headings = {clause.piece.path.elements: clause.piece.heading or "" for clause in paper.draft.clauses}
    siblings: dict[tuple[str, ...], list[DraftClause]] = defaultdict(list)
    for clause in paper.draft.clauses:
        if clause.piece.written:
            siblings[clause.piece.path.elements[:-1]].append(clause)
    cousins: dict[tuple[str, ...], list[DraftClause]] = defaultdict(list)
    short: dict[tuple[str, ...], list[DraftClause]] = defaultdict(list)
    told_beside = {path[:-1] for path in owned if path[-1].startswith("¶")}
    for parent, row in siblings.items():
        if any(parent[:depth] in owned for depth in range(1, len(parent) + 1)):
            continue
        if parent in told_beside:
            continue
        if len(row) >= FEWEST:
            yield row, _paths(row)
        if parent and not OTHERWISE.search(headings.get(parent, "")):
            cousins[parent[:-1]] += row
            short[parent[:-1]] += row if len(row) < FEWEST else []
    yield from ((row, _paths(short[above])) for above, row in cousins.items() if len(row) > FEWEST)


def _paths(row: Iterable[DraftClause]) -> set[tuple[str, ...]]:
    return {clause.piece.path.elements for clause in row}


def _flaw(paper: Paper, piece: Piece, count: int, having: int) -> Flaw:
    name = piece.heading or paper.own_text(piece)[:12].strip()
    text = f"“{piece.written.strip()}{name}”没有写责任单位，同级 {count} 项中 {having} 项写了"
    return Flaw(piece.start, piece.body + len(piece.heading or ""), text, "补上责任单位")


def _is_formal(paper: Paper, start: int, end: int) -> bool:
    """In brackets, behind 责任单位：, or a sentence of its own; 由甲局负责 inside one says nothing of the others."""
    before = paper.folded[max(paper.start, start - 8) : start + 1]
    return (
        _is_sentence(paper, start, end)
        or before[-2:].startswith(("（", "〔"))
        or before[-1:] in "（〔"
        or bool(LABEL.search(before + paper.folded[start + 1 : start + 8]))
    )


def _is_sentence(paper: Paper, start: int, end: int) -> bool:
    """由甲局牵头，乙局配合。 and no more between two full stops."""
    opens = paper.folded[max(paper.start, start - 2) : start].removesuffix("由").endswith(("。", "\n"))
    said = paper.folded[start:end]
    return (
        opens
        and ("牵头" in said or said.rstrip("。").endswith("负责"))
        and (said.endswith("。") or paper.folded[end : end + 1] in {"。", "\n"})
    )


def _has_owner(path: tuple[str, ...], owned: set[tuple[str, ...]]) -> bool:
    return any(other[: len(path)] == path for other in owned)
