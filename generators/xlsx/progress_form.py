"""进度统计表 as a workbook that checks what is typed: merged head, totals that add themselves up, A4 across."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generators.compose.progress_form import SUM_NAME, ProgressForm
from generators.xlsx.sheet import lay_across, new_sheet, put, signed
from zerenku.model.plan import Column
from zerenku.returns.columns import Leaf, Measure, head_depth

HANDED_IN: Final = "报送日期"
TOP: Final = 3  # row of the head: under the title and the line with unit and month
THIN: Final = Side(style="thin", color="FF000000")
GRID: Final = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
CENTRED: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT: Final = Alignment(horizontal="left", vertical="center", wrap_text=True)
TITLE_FONT: Final = Font(name="方正小标宋简体", size=18)
HEAD_FONT: Final = Font(name="黑体", size=11)
CELL_FONT: Final = Font(name="仿宋_GB2312", size=12)
DAY_FORMAT: Final = 'yyyy"年"m"月"d"日"'
FIRST_DAY: Final = date(2000, 1, 1)
LAST_DAY: Final = date(2099, 12, 31)
SHEET_NAME: Final = "进度统计表"
Kind = Literal["whole", "decimal", "date"]
Operator = Literal["between", "greaterThanOrEqual"]
NARROW, WIDE, DAY_WIDTH = 9.0, 16.0, 13.0
HAN_WIDTH: Final = 2.4  # of a character of the cells, in the digits by which Excel measures columns


def write_form(form: ProgressForm) -> bytes:
    """The form as an .xlsx; the same bytes for the same form."""
    book, sheet = new_sheet(SHEET_NAME)
    width = len(form.leaves) + 2
    first = TOP + head_depth(form.book.form)
    last = first + len(form.rows) - 1
    _title(sheet, form, width)
    _head(sheet, form, width, bottom=first - 1)
    _rows(sheet, form, first)
    _validate(sheet, form, first, last)
    end = _sums(sheet, form, first, last) if form.summed or not form.rows[0].district else last
    _notes(sheet, form, width, end + 1)
    _page(sheet, form, width, first, end + 1 + len(form.notes))
    book.properties.subject = form.book.plan.title
    return signed(book, title=form.title)


def _put(sheet: Worksheet, row: int, column: int, value: str | float | date | None, font: Font = CELL_FONT) -> Cell:
    return put(sheet, row, column, value, font=font, alignment=CENTRED)


def _merge(sheet: Worksheet, top: int, left: int, bottom: int, right: int) -> None:
    if (top, left) != (bottom, right):
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


def _title(sheet: Worksheet, form: ProgressForm, width: int) -> None:
    _put(sheet, 1, 1, form.title, TITLE_FONT)
    _merge(sheet, 1, 1, 1, width)
    sheet.row_dimensions[1].height = 36
    told = f"　　　　{form.banner}" if form.banner else ""
    _put(sheet, 2, 1, f"填报单位：{form.unit}　　　　统计月份：{form.period}{told}").alignment = LEFT
    _merge(sheet, 2, 1, 2, width)
    sheet.row_dimensions[2].height = 22


def _head(sheet: Worksheet, form: ProgressForm, width: int, *, bottom: int) -> None:
    """Groups over their columns; what has no columns of its own reaches down to the last head row."""
    _head_cell(sheet, TOP, 1, form.book.form.row_key, bottom, 1)
    at = 2
    for column in form.book.form.columns:
        at += _head_column(sheet, column, TOP, at, bottom)
    _head_cell(sheet, TOP, width, HANDED_IN, bottom, width)
    for row in range(TOP, bottom + 1):
        for column_number in range(1, width + 1):
            sheet.cell(row=row, column=column_number).border = GRID
        sheet.row_dimensions[row].height = 24
    sheet.row_dimensions[bottom].height = _head_height(form.leaves)


def _head_column(sheet: Worksheet, column: Column, top: int, at: int, bottom: int) -> int:
    """How many columns it took."""
    if not column.columns:
        text = f"{column.name}\n（{column.unit}）" if column.unit else column.name
        _head_cell(sheet, top, at, text, bottom, at)
        return 1
    taken = 0
    for child in column.columns:
        taken += _head_column(sheet, child, top + 1, at + taken, bottom)
    _head_cell(sheet, top, at, column.name, top, at + taken - 1)
    return taken


def _head_cell(sheet: Worksheet, top: int, left: int, text: str, bottom: int, right: int) -> None:
    _put(sheet, top, left, text, HEAD_FONT)
    _merge(sheet, top, left, bottom, right)


def _head_height(leaves: Sequence[Leaf]) -> float:
    """Points for the tallest column head, four characters a line."""
    lines = max(-(-len(leaf.name) // 4) + (1 if leaf.unit else 0) for leaf in leaves)
    return max(30.0, 15.0 * lines + 6)


def _rows(sheet: Worksheet, form: ProgressForm, first: int) -> None:
    for number, row in enumerate(form.rows, first):
        _put(sheet, number, 1, row.district or None)
        for at, value in enumerate(row.figures, 2):
            _put(sheet, number, at, _number(value))
        _put(sheet, number, len(row.figures) + 2, row.handed_in).number_format = DAY_FORMAT
        _rule(sheet, number, len(row.figures) + 2)


def _sums(sheet: Worksheet, form: ProgressForm, first: int, last: int) -> int:
    """The 合计 row, empty while nothing is filled in; its number."""
    row = last + 1
    _put(sheet, row, 1, SUM_NAME, HEAD_FONT)
    for at, leaf in enumerate(form.leaves, 2):
        letter = get_column_letter(at)
        cells = f"{letter}{first}:{letter}{last}"
        cell = _put(sheet, row, at, None)
        if leaf.summable:
            cell.value = f'=IF(COUNT({cells})=0,"",SUM({cells}))'
    _rule(sheet, row, len(form.leaves) + 2)
    return row


def _rule(sheet: Worksheet, row: int, width: int) -> None:
    for at in range(1, width + 1):
        sheet.cell(row=row, column=at).border = GRID
    sheet.row_dimensions[row].height = 24


def _validate(sheet: Worksheet, form: ProgressForm, first: int, last: int) -> None:
    """What may be typed: whole numbers, decimals, shares, days."""
    for at, leaf in enumerate(form.leaves, 2):
        letter = get_column_letter(at)
        _add(sheet, _rule_for(leaf), f"{letter}{first}:{letter}{last}")
    letter = get_column_letter(len(form.leaves) + 2)
    _add(sheet, _day_rule(HANDED_IN), f"{letter}{first}:{letter}{last}")


def _add(sheet: Worksheet, rule: DataValidation | None, cells: str) -> None:
    if rule is not None:
        rule.add(cells)
        sheet.add_data_validation(rule)


def _rule_for(leaf: Leaf) -> DataValidation | None:
    unit = f"，单位：{leaf.unit}" if leaf.unit else ""
    match leaf.measure:
        case Measure.COUNT:
            return _asked(
                leaf.name, f"请填不小于 0 的整数{unit}", kind="whole", operator="greaterThanOrEqual", first="0"
            )
        case Measure.AMOUNT:
            text = f"请填不小于 0 的数，可有小数{unit}"
            return _asked(leaf.name, text, kind="decimal", operator="greaterThanOrEqual", first="0")
        case Measure.RATE:
            text = f"请填 0 到 100 的数{unit}"
            return _asked(leaf.name, text, kind="decimal", operator="between", first="0", second="100")
        case Measure.DATE:
            return _day_rule(leaf.name)
        case Measure.TEXT:
            return None


def _day_rule(name: str) -> DataValidation:
    days = [f"DATE({day.year},{day.month},{day.day})" for day in (FIRST_DAY, LAST_DAY)]
    return _asked(name, "请填日期，如 2030-3-15", kind="date", operator="between", first=days[0], second=days[1])


def _asked(
    name: str, text: str, *, kind: Kind, operator: Operator, first: str, second: str | None = None
) -> DataValidation:
    """A rule that tells what to type when the cell is chosen and again when something else was typed."""
    return DataValidation(
        type=kind,
        operator=operator,
        formula1=first,
        formula2=second,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="stop",
        errorTitle="填写有误",
        error=text,
        showInputMessage=True,
        promptTitle=name[:32],
        prompt=text,
    )


def _notes(sheet: Worksheet, form: ProgressForm, width: int, row: int) -> None:
    for number, text in enumerate((*form.notes, form.signing), row):
        _put(sheet, number, 1, text).alignment = LEFT
        _merge(sheet, number, 1, number, width)
        across = WIDE + NARROW * len(form.leaves) + DAY_WIDTH
        sheet.row_dimensions[number].height = 18.0 * -(-len(text) // int(across / HAN_WIDTH))


def _page(sheet: Worksheet, form: ProgressForm, width: int, first: int, last: int) -> None:
    """Widths, frozen head, one A4 sheet across, the head on every page."""
    sheet.column_dimensions["A"].width = WIDE
    for at, leaf in enumerate(form.leaves, 2):
        sheet.column_dimensions[get_column_letter(at)].width = WIDE if leaf.measure is Measure.TEXT else NARROW
    sheet.column_dimensions[get_column_letter(width)].width = DAY_WIDTH
    sheet.freeze_panes = f"B{first}"
    lay_across(sheet)
    sheet.page_setup.fitToWidth = 1
    sheet.print_title_rows = f"{TOP}:{first - 1}"
    sheet.print_area = f"A1:{get_column_letter(width)}{last}"
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.6
    margins.top, margins.bottom = 1.0, 0.9
    for item, text in ((sheet.oddFooter, "— &P —"), (sheet.oddHeader, form.banner)):
        if item is not None and text:
            item.center.text = text


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
