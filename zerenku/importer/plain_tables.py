"""Tables of owners whose rows have no numbers: tabbed rows, or flattened with one cell a line.

The rows are paragraphs (¶n) of the attachment or clause they stand in; their cells say who, with whom and by when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from zerenku.importer.lines import IMPRINT, Line, is_noise, label_of, squash
from zerenku.importer.table_cells import DUE_CELL, EMPTY, Cell, Columns
from zerenku.importer.tables import LEAD, NUMBERED, TableRow, columns_of, tab_cells
from zerenku.model.outline import AttachmentPart, Piece
from zerenku.model.path import ClausePath
from zerenku.text.names import is_body, is_collective, split_names

TASK: Final = re.compile(r"任务|内容|措施|事项|工作|要求|项目|目标|举措|问题|重点|清单")
NAMES_COLUMN: Final = re.compile(
    r"(?:任务|内容|措施|事项|工作|要求|项目|目标|举措|问题|重点|类别|名称|领域|环节|阶段|行业|指标|标准|单位|部门"
    r"|科室|处室|主体|领导|责任人|联系人|负责人|时限|时间|期限|进度|节点|安排|频次|备注|说明|电话|类型|分类|对象|方式"
    r"|区域|依据|职责|成果|形式|序号|编号)(?:[（(].{1,10}[）)])?$"
)
NAME: Final = re.compile(r"[\u4e00-\u9fff]{2}")
"""公安, 住建: a field that stands for its department."""
LONGEST_NAME: Final = 12
LONGEST_CELL: Final = 120
WIDER: Final = 4
"""A cell of text may go on over so many further lines."""


def find_plain_rows(lines: Sequence[Line], first: int, last: int, taken: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows without numbers in `lines[first:last]`, those of numbered tables (`taken`) left out."""
    spans = [(row.start, row.end) for row in taken]
    tabbed = list(_tabbed(lines, first, last, spans))
    return tuple(tabbed) if tabbed else tuple(_flattened(lines, first, last, spans))


def _plain_columns(names: Sequence[str]) -> Columns | None:
    columns = columns_of(names)
    if columns is None or columns.number >= 0 or len(names) < 2:
        return None
    about = columns.due >= 0 or any(TASK.search(name) and not LEAD.search(name) for name in map(squash, names))
    return columns if about and all(len(squash(name)) <= LONGEST_NAME for name in names) else None


def _is_taken(line: Line, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= line.start < end for start, end in spans)


def _tabbed(lines: Sequence[Line], first: int, last: int, spans: Sequence[tuple[int, int]]) -> Iterator[TableRow]:
    columns: Columns | None = None
    rows: list[TableRow] = []
    named = 0
    for line in [*lines[first:last], None]:
        if line is None or "\t" not in line.text or _is_taken(line, spans):
            # A table is one of owners when the cells in their column are names for the greater part.
            yield from rows if named * 2 > len(rows) else ()
            columns, rows, named = None, [], 0
            continue
        header = _plain_columns(line.text.split("\t"))
        if header is not None:
            columns = header
        elif columns is not None:
            cells = tuple(tab_cells(line))
            owner = cells[columns.lead] if columns.lead < len(cells) else None
            if owner is not None and owner.end > owner.start:
                rows.append(TableRow(None, line.start, line.end, columns, cells))
                named += _names_bodies(line.text[owner.start - line.start : owner.end - line.start])
            elif rows:
                rows[-1] = replace(rows[-1], end=line.end, cells=(*rows[-1].cells, *cells))


def _names_bodies(said: str) -> bool:
    names = split_names(said.strip().rstrip("。；"))
    return bool(names) and all(is_body(name) or is_collective(name) or NAME.fullmatch(name) for name in names)


def _flattened(lines: Sequence[Line], first: int, last: int, spans: Sequence[tuple[int, int]]) -> Iterator[TableRow]:
    row = first
    while row < last:
        begin, end = _header(lines, row, last)
        if begin is None:
            return
        best: list[TableRow] = []
        for stop in range(end, begin + 1, -1):
            columns = _plain_columns([line.text for line in lines[begin:stop]])
            found = list(_cut(lines, stop, last, columns)) if columns and not _is_taken(lines[begin], spans) else []
            if len(best) < min(2, len(found)):
                best = found
        if best:
            yield from best
            row = next(at for at in range(row, last) if lines[at].end >= best[-1].end) + 1
        else:
            row = end


def _header(lines: Sequence[Line], first: int, last: int) -> tuple[int | None, int]:
    """The lines around the next one that is the name of an owners' column, as long as all are names of columns."""
    for row in range(first, last):
        if len(lines[row].text) > LONGEST_NAME or not LEAD.search(lines[row].text) or not _names_column(lines[row]):
            continue
        begin, end = row, row + 1
        while begin > first and _names_column(lines[begin - 1]):
            begin -= 1
        while end < last and _names_column(lines[end]):
            end += 1
        if end - begin >= 3 and not any(NUMBERED.fullmatch(squash(line.text)) for line in lines[begin:end]):
            return begin, end
    return None, last


def _names_column(line: Line) -> bool:
    name = squash(line.text)
    return 2 <= len(name) <= LONGEST_NAME and NAMES_COLUMN.search(name) is not None and "：" not in line.folded


def _cut(lines: Sequence[Line], row: int, last: int, columns: Columns) -> Iterator[TableRow]:
    """Row after row as long as the cells fit their columns: as many as in the header, one less where the first was
    merged with the row above, or more where a cell of text goes on.
    """
    count = columns.count
    sizes = [count, *(size for size in (count - 1, *range(count + 1, count + WIDER + 1)) if size >= 2)]
    rows: list[TableRow] = []
    while row < last:
        size = _size(lines, row, last, columns, sizes)
        skipped = 0
        while (
            size is None and rows and skipped < WIDER and row + skipped < last and not _ends_table(lines[row + skipped])
        ):
            skipped += 1
            size = _size(lines, row + skipped, last, columns, sizes)
        if size is None:
            break
        if skipped:
            rows[-1] = replace(rows[-1], end=lines[row + skipped - 1].end)
            row += skipped
        cells = tuple(_placed(lines[row : row + size], columns))
        rows.append(TableRow(None, lines[row].start, lines[row + size - 1].end, columns, cells))
        row += size
    yield from rows


def _size(lines: Sequence[Line], row: int, last: int, columns: Columns, sizes: Sequence[int]) -> int | None:
    return next((n for n in sizes if row + n <= last and _fits(lines[row : row + n], columns)), None)


def _placed(lines: Sequence[Line], columns: Columns) -> Iterator[Cell]:
    shift = columns.count - len(lines)
    for index, line in enumerate(lines):
        column = index + shift if index + shift >= columns.lead or shift > 0 else min(index, max(columns.lead - 1, 0))
        yield Cell(line.start, line.end, column)


def _fits(lines: Sequence[Line], columns: Columns) -> bool:
    shift = columns.count - len(lines)
    if any(_ends_table(line) for line in lines) or (shift and columns.lead == 0):
        return False
    for column, test in ((columns.lead, _names_bodies), (columns.support, _may_name), (columns.due, _may_date)):
        if column < 0:
            continue
        if column - shift < 0 or not test(lines[column - shift].text):
            return False
    return True


def _may_name(said: str) -> bool:
    return said.strip() in EMPTY or _names_bodies(said)


def _may_date(said: str) -> bool:
    return len(said) <= LONGEST_NAME * 2 and DUE_CELL.search(said) is not None


def _ends_table(line: Line) -> bool:
    return (
        len(line.text) > LONGEST_CELL
        or label_of(0, line) is not None
        or bool(IMPRINT.match(line.folded))
        or is_noise(line)
    )


def end_tables(text: str, pieces: Sequence[Piece], rows: Sequence[TableRow]) -> tuple[Piece, ...]:
    """The pieces with what follows the last row of a table as a ¶ beside the rows, no part of the row's own text."""
    numbered = {row.start: row for row in rows if row.token is not None}
    if not numbered:
        return tuple(pieces)
    ended: list[Piece] = []
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        row = numbered.get(piece.start)
        # In a text without line breaks the next words follow at once.
        more = piece.end if row is None else row.end + text.startswith("\n", row.end)
        if (following is not None and following.start in numbered) or not text[more : piece.end].strip():
            ended.append(piece)
            continue
        beside = ClausePath((*piece.path.elements[:-1], "¶1"))
        ended += [replace(piece, end=more), Piece(beside, "¶1", "", None, more, piece.end, more)]
    return tuple(ended)


def place_rows(
    pieces: Sequence[Piece], rows: Sequence[TableRow], attachments: Sequence[AttachmentPart]
) -> tuple[Piece, ...]:
    """The pieces with every row as a ¶ of its own: below the piece that held it, else below its attachment."""
    plain = [row for row in rows if row.token is None]
    if not plain:
        return tuple(pieces)
    placed: list[Piece] = []
    rest = list(plain)
    for piece in pieces:
        inside = [row for row in rest if piece.start < row.start < piece.end]
        rest = [row for row in rest if row not in inside]
        if inside:
            path = piece.path.elements[:-1] if piece.mark.startswith("¶") else piece.path.elements
            placed.append(replace(piece, end=inside[0].start))
            placed += _as_pieces(path, [*(row.start for row in inside), piece.end])
        else:
            placed.append(piece)
    for part in attachments:
        inside = [row for row in rest if part.start <= row.start < part.end]
        if inside:
            following = [piece.start for piece in placed if inside[-1].start < piece.start < part.end]
            end = min(following, default=min(inside[-1].end + 1, part.end))
            placed += _as_pieces((part.no,), [*(row.start for row in inside), end])
    return tuple(sorted(placed, key=lambda piece: piece.start))


def _as_pieces(above: tuple[str, ...], bounds: Sequence[int]) -> Iterator[Piece]:
    for number, (start, end) in enumerate(pairwise(bounds), start=1):
        yield Piece(ClausePath((*above, f"¶{number}")), f"¶{number}", "", None, start, end, start)
