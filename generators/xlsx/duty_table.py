"""The table of duties as a workbook: heads that stay in sight, a filter on every column, A4 across."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generators.tables.duties import HEADS, WIDTHS
from generators.xlsx.sheet import lay_across, new_sheet, put, signed

SHEET_NAME: Final = "责任清单"
LINE: Final = Side(style="thin", color="FFB4C0D1")
GRID: Final = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
WRAPPED: Final = Alignment(vertical="top", wrap_text=True)
HEAD_FONT: Final = Font(name="黑体", size=11)
HEAD_FILL: Final = PatternFill("solid", fgColor="FFEEF2F8")
CELL_FONT: Final = Font(name="宋体", size=11)


def write_duties(rows: Sequence[Sequence[str]], *, title: str) -> bytes:
    """Rows under the heads of `generators.tables.duties` as an .xlsx; the same bytes for the same rows."""
    book, sheet = new_sheet(SHEET_NAME)
    for number, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for column, head in enumerate(HEADS, 1):
        _put(sheet, 1, column, head, HEAD_FONT).fill = HEAD_FILL
    _fill(sheet, rows)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    lay_across(sheet)
    return signed(book, title=title)


def _fill(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    """The cells below the heads. All look like the first: looking a style up takes longer than filling the cell."""
    style: Any = None
    for number, row in enumerate(rows, 2):
        for column, text in enumerate(row, 1):
            if style is None:
                first: Any = _put(sheet, number, column, text, CELL_FONT)
                style = first._style  # noqa: SLF001 - as its manual copies styles
            cell: Any = sheet.cell(row=number, column=column)
            cell.value, cell.data_type, cell._style = text, "s", style  # noqa: SLF001


def _put(sheet: Worksheet, row: int, column: int, text: str, font: Font) -> Cell:
    cell = put(sheet, row, column, text, font=font, alignment=WRAPPED)
    cell.border = GRID
    return cell
