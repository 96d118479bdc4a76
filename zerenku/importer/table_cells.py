"""The cells of a flattened table: which line of a row stands in which column, and what the owners' cells name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zerenku.importer.lines import Line
from zerenku.text.names import is_body, is_collective, split_names

BROKEN: Final = 2
"""The cells of a table's last row may have broken over so many more lines."""
DUE_CELL: Final = re.compile(
    r"\d|[年月]底|长期|持续|全年|立即|即时|常态|按时|随时|每[年月季周半日]|年内|季度|适时|坚持|推进|^[-—/无]?$"
)
OPEN_END: Final = "，、,："
EMPTY: Final = frozenset({"", "/", "-", "—", "无"})


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's place in the text and the column it stands in."""

    start: int
    end: int
    column: int


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what; -1 where it has none such. `count` is the number of columns."""

    number: int
    lead: int
    support: int
    due: int
    count: int


def last_row(lines: Sequence[Line], row: int, following: int, columns: Columns) -> int:
    """Where the table's last row ends: after as many lines as there are columns, or more where its cells broke."""
    usual = min(following, row + columns.count)
    usual += sum(line.text.rstrip()[-1] in OPEN_END for line in lines[row:usual])
    for until in range(usual, min(following, usual + BROKEN) + 1):
        cells = list(placed(lines, row + 1, until, columns))
        if cells and _holds({line.start: line.text for line in lines[row:until]}, cells, columns):
            return until
    return min(following, usual)


def placed(lines: Sequence[Line], first: int, until: int, columns: Columns) -> Iterator[Cell]:
    """The lines of a row in their columns: the first ones once, the rest again and again where cells were merged. A
    line that ends in a comma goes on in the next one.
    """
    lines = lines[first:until]
    spans: list[tuple[int, int]] = []
    for line, above in zip(lines, [None, *lines], strict=False):
        if above is not None and above.text.rstrip()[-1] in OPEN_END:
            spans[-1] = spans[-1][0], line.end
        else:
            spans.append((line.start, line.end))
    width, more = columns.count - 1, len(spans) - columns.count + 1
    merged = next((merged for merged in range(width) if (len(spans) - merged) % (width - merged) == 0), None)
    ways = []
    if more >= 0 and merged is not None:
        again = range(len(spans) - merged)
        ways.append(_cells(spans, [*range(merged), *(merged + index % (width - merged) for index in again)]))
    # One cell broke over several lines: the task's most likely, else one of the owners'.
    held = {columns.lead - 1, columns.support - 1, columns.due - 1}
    for broken in sorted(range(width), key=lambda at: (at in held, at)) if more > 0 else ():
        joined = [*spans[:broken], (spans[broken][0], spans[broken + more][1]), *spans[broken + more + 1 :]]
        ways.append(_cells(joined, range(width)))
    said = {line.start: line.text for line in lines}
    yield from next(
        (cells for cells in ways if _holds(said, cells, columns)), ways[0] if ways and merged is not None else []
    )


def _cells(spans: Iterable[tuple[int, int]], columns: Iterable[int]) -> list[Cell]:
    return [Cell(start, end, column + 1) for (start, end), column in zip(spans, columns, strict=True)]


def _holds(said: Mapping[int, str], cells: Iterable[Cell], columns: Columns) -> bool:
    """Whether the owners' and the time's cells hold what they can hold; `said` are the lines by where they start."""
    tests = {columns.lead: _may_lead, columns.support: _may_help, columns.due: _may_be_due}
    for cell in cells:
        shown = "".join(text for start, text in said.items() if cell.start <= start < cell.end)
        if cell.column in tests and not tests[cell.column](shown):
            return False
    return True


def _may_lead(said: str) -> bool:
    names = split_names(said)
    return bool(names) and all(is_body(name) or is_collective(name) for name in names)


def _may_help(said: str) -> bool:
    return said.strip() in EMPTY or _may_lead(said)


def _may_be_due(said: str) -> bool:
    return DUE_CELL.search(said) is not None


def names_in(text: str, cell: Cell) -> tuple[str, ...]:
    """The names in a cell; a line end inside it joins two halves of a name, or parts two whole ones."""
    first, *rest = text[cell.start : cell.end].strip().split("\n")
    said = first.strip()
    for line in rest:
        whole = said[-1:] not in {"、", "，"} and is_body(said) and is_body(line.strip())
        said += ("、" if whole else "") + line.strip()
    return () if said in EMPTY else split_names(said)
