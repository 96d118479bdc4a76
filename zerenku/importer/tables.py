"""Tables with a column of owners: their numbered rows are clauses, their cells say who, with whom and by when.

A table comes as rows of cells joined by tabs or blanks, or flattened with one cell a line (web pages do that); either
way a header names the columns, and a column of running numbers tells the rows apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import Final

from zerenku.importer.lines import Line, squash
from zerenku.importer.scan import Token
from zerenku.importer.table_cells import EMPTY, Cell, Columns, last_row, names_in, placed
from zerenku.model.clause import Assignment, Certainty, Deadline
from zerenku.model.outline import Found
from zerenku.text.marks import MarkStyle
from zerenku.text.numbers import HAN_NUMBER, read_han
from zerenku.text.times import read_deadlines

LEAD: Final = re.compile(r"(?:牵头|责任|主办|主责|负责|承办|实施|落实)(?:单位|部门|科室|主体|处室|领导)")
FIRST_LEAD: Final = re.compile(r"(?:牵头|主办|主责)(?:单位|部门|科室|主体|处室)")
"""Beside one of these columns a 责任单位 column names those who help."""
SUPPORT: Final = re.compile(r"(?:配合|协办|参与|协助|协同)(?:单位|部门|科室|处室)")
DUE: Final = re.compile(r"(?:完成|整改|办结)?(?:时限|时间|期限)(?:要求|节点|安排)?|时间进度")
NUMBERED: Final = re.compile(r"序号|编号|项目序号")
NAMES_OTHER: Final = re.compile(r"内|具体|内设")
ROW_NUMBER: Final = re.compile(r"\d{1,3}")
ANY_NUMBER: Final = re.compile(
    rf" *(?:(?P<digit>\d{{1,3}})|(?P<han>{HAN_NUMBER})|[（(](?P<bracket>{HAN_NUMBER})[）)]) *[.、．]? *"
)
"""The number of a row: 1, or where rows have headings among them 一 and （一）."""
SPACED_CELL: Final = re.compile(r"[^ \u3000]+(?: [^ \u3000]+)*")
SINGLE_CELL: Final = re.compile(r"[^ \u3000]+")
ROW_BEGINS: Final = tuple("123456789")
HEADER_REACH: Final = 12
BETWEEN_CELLS: Final = "；"
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
        header = _header(lines, row, last)
        if header is not None:
            columns, row = header
            continue
        if columns is not None:
            cells = list(tab_cells(lines[row]))
            token = _row_token(lines[row], cells[columns.number]) if columns.number < len(cells) else None
            if token is not None:
                end = row + 1
                while end < last and _is_below(lines[end], columns):
                    cells += tab_cells(lines[end])
                    end += 1
                if end == row + 1 and end < last and _goes_on(lines[end], cells, columns):
                    rest = list(tab_cells(lines[end]))
                    cells[-1] = replace(cells[-1], end=rest[0].end)
                    cells += [replace(cell, column=len(cells) + index) for index, cell in enumerate(rest[1:])]
                    end += 1
                yield TableRow(token, token.start, lines[end - 1].end, columns, tuple(cells))
                row = end
                continue
        row += 1


def _header(lines: Sequence[Line], row: int, last: int) -> tuple[Columns, int] | None:
    """The columns that a header names and the row below it; a second line may part 责任单位 into 牵头 and 配合."""
    names = lines[row].text.split("\t")
    columns = _numbered(names)
    if columns is None or row + 1 >= last:
        return (columns, row + 1) if columns is not None else None
    below = lines[row + 1].text.split("\t")
    parted = len(below) > 1 and not below[0].strip() and any(LEAD.search(name) for name in map(squash, below))
    if not parted:
        return columns, row + 1
    both = [low if low.strip() else high for high, low in zip_longest(names, below, fillvalue="")]
    return _numbered(both) or columns, row + 2


def _row_token(line: Line, cell: Cell) -> Token | None:
    written = line.text[cell.start - line.start : cell.end - line.start]
    match = ANY_NUMBER.fullmatch(written)
    if match is None:
        return None
    if match["digit"]:
        return _token(line.start, cell.end + 1, match["digit"])
    number = read_han(match["han"] or match["bracket"]) or 0
    style, form = (MarkStyle.HAN, "、") if match["han"] else (MarkStyle.HAN_BRACKET, "（）")
    return Token(line.start, cell.end + 1, style, form, number, written.strip(), leads=True)


def _is_below(line: Line, columns: Columns) -> bool:
    """Whether the line is a further row of cells under the number above: its own number is blank."""
    parts = line.text.split("\t")
    return max(1, columns.number) < len(parts) and not parts[columns.number].strip()


def _goes_on(line: Line, cells: Sequence[Cell], columns: Columns) -> bool:
    """Whether the line holds the rest of a row whose last cell broke over two lines: just as many cells are missing."""
    parts = line.text.split("\t")
    return len(cells) < columns.count == len(cells) + len(parts) - 1 and not ANY_NUMBER.fullmatch(parts[0])


def _spaced(lines: Sequence[Line], first: int, last: int) -> Iterator[TableRow]:
    """Rows whose cells are set apart by blanks, as many on every line as in the header."""
    columns: Columns | None = None
    for line in lines[first:last]:
        cells = _cells_of(line, SPACED_CELL)
        if len(cells) < 3 and line.text.startswith(ROW_BEGINS if columns else "序号 "):
            # A text that lost its line breaks has single blanks between the cells; no cell has one inside then.
            cells = _cells_of(line, SINGLE_CELL)
        if len(cells) < 3:
            columns = None
            continue
        said = [line.text[cell.start - line.start : cell.end - line.start] for cell in cells]
        header = _numbered(said)
        if header is not None:
            columns = header if header.number == 0 else None
        elif columns is not None and len(cells) == columns.count and ROW_NUMBER.fullmatch(said[0]):
            yield TableRow(_token(line.start, cells[1].start, said[0]), line.start, line.end, columns, cells)


def _cells_of(line: Line, cell: re.Pattern[str]) -> tuple[Cell, ...]:
    found = enumerate(cell.finditer(line.text))
    return tuple(Cell(line.start + match.start(), line.start + match.end(), column) for column, match in found)


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
        phrase = BETWEEN_CELLS.join(
            part for part in (text[cell.start : cell.end], text[other.start : other.end] if other else "") if part
        )
        found.append(Found(Assignment(certainty=certainty, lead=lead, support=support, phrase=phrase), cell.start, end))
    return tuple(found)


def owners_of_rows(text: str, rows: Sequence[TableRow]) -> dict[int, tuple[Found[Assignment], ...]]:
    """The owners of each row by where it starts. A row whose leader's cell is blank has the leader of the row above,
    handed on, and where the helpers' cell is blank too, the helpers: their cells were merged.
    """
    owners: dict[int, tuple[Found[Assignment], ...]] = {}
    above: TableRow | None = None
    for row in rows:
        found = row_assignments(text, row)
        if above is not None and above.columns is row.columns and _is_blank(text, row, row.columns.lead):
            found = _handed_on(owners[above.start], found)
        owners[row.start] = found
        above = row
    return owners


def _is_blank(text: str, row: TableRow, column: int) -> bool:
    cells = [cell for cell in row.cells if cell.column == column]
    return bool(cells) and not any(text[cell.start : cell.end].strip() for cell in cells)


def _handed_on(above: Sequence[Found[Assignment]], own: Sequence[Found[Assignment]]) -> tuple[Found[Assignment], ...]:
    """The owners of the row above; where the row names helpers of its own, only the leader of those."""
    if not own or not above:
        return tuple(replace(item, value=replace(item.value, inherits=True)) for item in above or own)
    leader = above[0].value
    phrase = leader.phrase.partition(BETWEEN_CELLS)[0]
    return tuple(
        replace(
            item,
            value=replace(
                item.value, lead=leader.lead, phrase=f"{phrase}{BETWEEN_CELLS}{item.value.phrase}", inherits=True
            ),
        )
        for item in own
    )


def row_heading(text: str, row: TableRow) -> str | None:
    """What a row is about: its first short cell behind the number, the owners' columns left out."""
    columns = row.columns
    for cell in row.cells:
        said = text[cell.start : cell.end].strip().rstrip("。；")
        about = cell.column > columns.number and cell.column not in {columns.lead, columns.support, columns.due}
        if about and said not in EMPTY:
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


__all__ = ["TableRow", "columns_of", "find_rows", "owners_of_rows", "row_deadlines", "row_heading", "tab_cells"]
