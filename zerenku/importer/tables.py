"""Tables with a column of owners: their numbered rows are clauses, their cells say who, with whom and by when.

A table comes as rows of cells joined by tabs or blanks, or flattened with one cell a line (web pages do that); either
way a header names the columns, and a column of running numbers tells the rows apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from zerenku.importer.lines import Line, squash
from zerenku.importer.scan import Token
from zerenku.importer.table_cells import EMPTY, Cell, Columns, last_row, names_in, placed
from zerenku.model.clause import Assignment, Certainty, Deadline
from zerenku.model.outline import Found
from zerenku.text.marks import MarkStyle
from zerenku.text.times import read_deadlines

LEAD: Final = re.compile(r"(?:牵头|责任|主办|主责|负责|承办|实施|落实)(?:单位|部门|科室|主体|处室|领导)")
FIRST_LEAD: Final = re.compile(r"(?:牵头|主办|主责)(?:单位|部门|科室|主体|处室)")
"""Beside one of these columns a 责任单位 column names those who help."""
SUPPORT: Final = re.compile(r"(?:配合|协办|参与|协助|协同)(?:单位|部门|科室|处室)")
DUE: Final = re.compile(r"(?:完成|整改|办结)?(?:时限|时间|期限)(?:要求|节点|安排)?|时间进度")
NUMBERED: Final = re.compile(r"序号|编号|项目序号")
NAMES_OTHER: Final = re.compile(r"内|具体|内设")
ROW_NUMBER: Final = re.compile(r"\d{1,3}")
SPACED_CELL: Final = re.compile(r"[^ \u3000]+(?: [^ \u3000]+)*")
HEADER_REACH: Final = 12
LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with its cells; `token` is the mark that its number is, if it has one."""

    token: Token | None
    start: int
    end: int
    columns: Columns
    cells: tuple[Cell, ...]


def find_rows(lines: Sequence[Line], first: int, last: int) -> tuple[TableRow, ...]:
    """The numbered rows of the tables with owners in `lines[first:last]`."""
    rows = list(_tabbed(lines, first, last)) or list(_spaced(lines, first, last))
    return tuple(rows) if rows else tuple(_flattened(lines, first, last))


def columns_of(names: Sequence[str]) -> Columns | None:
    """What the columns of a header are for; None when none is the owners'."""
    plain = [squash(name) for name in names]
    number = next((index for index, name in enumerate(plain) if NUMBERED.fullmatch(name)), -1)
    owners = [index for index, name in enumerate(plain) if LEAD.search(name) and not NAMES_OTHER.search(name)]
    # 责任领导 names a person; the column of departments beside it has the owners.
    owners = [index for index in owners if not plain[index].endswith("领导")] or owners
    first = next((index for index in owners if FIRST_LEAD.search(plain[index])), None)
    lead = first if first is not None else owners[0] if owners else -1
    support = next((i for i, name in enumerate(plain) if SUPPORT.search(name) and not NAMES_OTHER.search(name)), -1)
    if support < 0 and first is not None:
        support = next((index for index in owners if not FIRST_LEAD.search(plain[index])), -1)
    due = next((index for index, name in enumerate(plain) if DUE.search(name)), -1)
    return Columns(number, lead, support, due, len(plain)) if lead >= 0 else None


def _numbered(names: Sequence[str]) -> Columns | None:
    columns = columns_of(names)
    return columns if columns is not None and columns.number >= 0 else None


def _tabbed(lines: Sequence[Line], first: int, last: int) -> Iterator[TableRow]:
    columns: Columns | None = None
    row = first
    while row < last:
        if "\t" not in lines[row].text:
            row += 1
            continue
        header = _numbered(lines[row].text.split("\t"))
        if header is not None:
            columns = header
        elif columns is not None:
            cells = list(tab_cells(lines[row]))
            number = cells[columns.number] if columns.number < len(cells) else None
            written = lines[row].text[number.start - lines[row].start : number.end - lines[row].start] if number else ""
            if number is not None and ROW_NUMBER.fullmatch(written.strip().rstrip(".、．")):
                end = row + 1
                while (
                    end < last and "\t" in lines[end].text and not lines[end].text.split("\t")[columns.number].strip()
                ):
                    cells += tab_cells(lines[end])
                    end += 1
                if end == row + 1 and end < last and _goes_on(lines[end], cells, columns):
                    rest = list(tab_cells(lines[end]))
                    cells[-1] = replace(cells[-1], end=rest[0].end)
                    cells += [replace(cell, column=len(cells) + index) for index, cell in enumerate(rest[1:])]
                    end += 1
                token = _token(lines[row].start, number.end + 1, written)
                yield TableRow(token, token.start, lines[end - 1].end, columns, tuple(cells))
                row = end
                continue
        row += 1


def _goes_on(line: Line, cells: Sequence[Cell], columns: Columns) -> bool:
    """Whether the line holds the rest of a row whose last cell broke over two lines: just as many cells are missing."""
    parts = line.text.split("\t")
    return len(cells) < columns.count == len(cells) + len(parts) - 1 and not ROW_NUMBER.fullmatch(parts[0].strip())


def _spaced(lines: Sequence[Line], first: int, last: int) -> Iterator[TableRow]:
    """Rows whose cells are set apart by blanks, as many on every line as in the header."""
    columns: Columns | None = None
    for line in lines[first:last]:
        cells = tuple(
            Cell(line.start + match.start(), line.start + match.end(), column)
            for column, match in enumerate(SPACED_CELL.finditer(line.text))
        )
        if len(cells) < 3:
            columns = None
            continue
        said = [line.text[cell.start - line.start : cell.end - line.start] for cell in cells]
        header = _numbered(said)
        if header is not None:
            columns = header if header.number == 0 else None
        elif columns is not None and len(cells) == columns.count and ROW_NUMBER.fullmatch(said[0]):
            yield TableRow(_token(line.start, cells[1].start, said[0]), line.start, line.end, columns, cells)


def tab_cells(line: Line) -> Iterator[Cell]:
    """The cells of a tabbed row with their columns."""
    start = line.start
    for column, text in enumerate(line.text.split("\t")):
        yield Cell(start, start + len(text), column)
        start += len(text) + 1


def _token(start: int, body: int, written: str) -> Token:
    number = int(written.strip().rstrip(".、．"))
    return Token(start, body, MarkStyle.DIGIT, ".", number, written.strip(), leads=True)


def _flattened(lines: Sequence[Line], first: int, last: int) -> Iterator[TableRow]:
    """The rows of every table that has one cell a line, from its 序号 on."""
    headers = [row for row in range(first, last) if NUMBERED.fullmatch(squash(lines[row].text))]
    for header, following in pairwise([*headers, last]):
        within = range(header + 1, min(following, header + HEADER_REACH))
        begin = next((row for row in within if lines[row].text.strip() == "1"), None)
        columns = _numbered([line.text for line in lines[header:begin]]) if begin is not None else None
        if columns is None or begin is None:
            continue
        starts: list[int] = []
        for row in range(begin, following):
            if lines[row].text.strip() == str(len(starts) + 1):
                starts.append(row)
        for index, row in enumerate(starts):
            until = starts[index + 1] if index + 1 < len(starts) else last_row(lines, row, following, columns)
            cells = tuple(placed(lines, row + 1, until, columns))
            token = _token(lines[row].start, lines[row].end + 1, lines[row].text)
            yield TableRow(token, token.start, lines[until - 1].end, columns, cells)


def row_assignments(text: str, row: TableRow) -> tuple[Found[Assignment], ...]:
    """The owners that the cells of a row name: a 责任单位 column alone is shared, beside 配合单位 it leads."""
    found = []
    leads = [cell for cell in row.cells if cell.column == row.columns.lead]
    supports = [cell for cell in row.cells if cell.column == row.columns.support]
    for index, cell in enumerate(leads):
        lead = names_in(text, cell)
        other = supports[index] if index < len(supports) else None
        support = names_in(text, other) if other else ()
        if not lead and not support:
            continue
        certainty = Certainty.LEAD if row.columns.support >= 0 or len(lead) == 1 else Certainty.JOINT
        end = max(cell.end, other.end) if other else cell.end
        phrase = "；".join(
            part for part in (text[cell.start : cell.end], text[other.start : other.end] if other else "") if part
        )
        found.append(Found(Assignment(certainty=certainty, lead=lead, support=support, phrase=phrase), cell.start, end))
    return tuple(found)


def row_heading(text: str, row: TableRow) -> str | None:
    """What a row is about: its first short cell after the number, the owners' columns left out."""
    columns = row.columns
    for cell in row.cells:
        said = text[cell.start : cell.end].strip().rstrip("。；")
        if cell.column not in {columns.number, columns.lead, columns.support, columns.due} and said not in EMPTY:
            return said if len(said) <= LONGEST_NAME and "，" not in said else None
    return None


def row_deadlines(text: str, row: TableRow, year: int | None) -> tuple[Found[Deadline], ...]:
    """The due dates of the 完成时限 column, where 2030年6月 alone means its end."""
    found: list[Found[Deadline]] = []
    lead_in = "完成时限："
    for cell in row.cells:
        if cell.column != row.columns.due:
            continue
        for item in read_deadlines(lead_in + text[cell.start : cell.end], year=year):
            shift = cell.start - len(lead_in)
            start = max(cell.start, item.start + shift)
            found.append(Found(item.value, start, item.end + shift))
    return tuple(found)


__all__ = ["TableRow", "columns_of", "find_rows", "row_assignments", "row_deadlines", "row_heading", "tab_cells"]
