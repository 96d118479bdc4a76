"""What every sheet of ours shares: how it begins, how a cell is filled, the page it is printed on, who signs it."""

from __future__ import annotations

from datetime import date
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generators.compose.frame import AUTHOR
from generators.xlsx.package import to_bytes

A4: Final = 9


def new_sheet(name: str) -> tuple[Workbook, Worksheet]:
    """A workbook and its one sheet."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError(sheet)
    sheet.title = name
    return book, sheet


def put(
    sheet: Worksheet,
    row: int,
    column: int,
    value: str | float | date | None,
    *,
    font: Font,
    alignment: Alignment,
) -> Cell:
    """A cell; text that begins with = stays text."""
    cell = sheet.cell(row=row, column=column)
    if not isinstance(cell, Cell):
        raise TypeError(cell)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.font = font
    cell.alignment = alignment
    return cell


def lay_across(sheet: Worksheet) -> None:
    """A4 across, as wide as the page and as long as it takes."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def signed(book: Workbook, *, title: str) -> bytes:
    """The workbook under its title, as bytes that never change."""
    book.properties.title = title
    book.properties.creator = AUTHOR
    book.properties.lastModifiedBy = AUTHOR
    return to_bytes(book)
