"""The form as a workbook: head, checks, totals, print setup, and its way back."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generators.compose.progress_form import ProgressForm, fill_progress_form
from generators.xlsx.progress_form import write_form
from tests.returns.tables import book, plan_and_form, returned, year
from zerenku.store.returns import load_progress


def sheet_of(form: ProgressForm) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(write_form(form))).active
    assert isinstance(sheet, Worksheet)
    return sheet


def rules(sheet: Worksheet) -> dict[str, DataValidation]:
    return {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}


def test_the_head_is_merged_in_two_levels() -> None:
    sheet = sheet_of(fill_progress_form(book()))
    assert sorted(str(cells) for cells in sheet.merged_cells.ranges if cells.min_row in {3, 4}) == [
        "A3:A4",
        "B3:D3",
        "E3:G3",
        "H3:H4",
    ]
    assert [cell.value for cell in sheet[3]] == ["村", "自查", None, None, "镇里检查", None, None, "报送日期"]
    assert sheet["B4"].value == "自查仓库\n（家）"
    assert sheet["A1"].value == "柳塘镇仓库消防进度统计表"


def test_cells_take_only_what_the_column_asks_for() -> None:
    found = rules(sheet_of(fill_progress_form(book())))
    whole, money, day = found["B5:B9"], found["G5:G9"], found["H5:H9"]
    assert (whole.type, whole.operator, whole.formula1) == ("whole", "greaterThanOrEqual", "0")
    assert (money.type, money.operator, money.formula1) == ("decimal", "greaterThanOrEqual", "0")
    assert (day.type, day.operator) == ("date", "between")
    assert whole.error == "请填不小于 0 的整数，单位：家"
    assert all(rule.showErrorMessage and rule.errorStyle == "stop" and rule.allow_blank for rule in found.values())
    assert len(found) == 7


def test_the_head_stays_in_sight_and_the_sheet_fits_a_page_across() -> None:
    sheet = sheet_of(fill_progress_form(book()))
    assert sheet.freeze_panes == "B5"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$3:$4"


def test_totals_are_formulas() -> None:
    sheet = sheet_of(fill_progress_form(year(), month="2030-04"))
    assert [sheet.cell(row, 1).value for row in range(5, 10)] == ["一村", "二村", "三村", "四村", "合计"]
    assert sheet["E9"].value == '=IF(COUNT(E5:E8)=0,"",SUM(E5:E8))'
    assert sheet["H9"].value is None
    assert (sheet["E5"].value, sheet["G5"].value, sheet["F6"].value) == (9, 2, None)
    assert sheet["H5"].value == datetime(2030, 4, 9)  # noqa: DTZ001


def test_one_district_needs_no_total() -> None:
    sheet = sheet_of(fill_progress_form(book(), district="一村", month="2030-03"))
    assert sheet["A2"].value == "填报单位：一村　　　　统计月份：2030年3月"
    assert sheet["A5"].value == "一村"
    assert sheet["A6"].value != "合计"


def test_same_bytes_and_no_clock() -> None:
    form = fill_progress_form(year(), month="2030-04")
    data = write_form(form)
    assert data == write_form(fill_progress_form(year(), month="2030-04"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert str(date.today().year) not in core  # noqa: DTZ011
    assert core.count("1980-01-01T00:00:00Z") == 2


def test_a_name_that_looks_like_a_formula_stays_a_name() -> None:
    evil = book(returned("2030-03", "=1+1", 1, 1, 1, 1, 1, 1))
    sheet = sheet_of(fill_progress_form(evil, month="2030-03"))
    assert (sheet["A5"].value, sheet["A5"].data_type) == ("=1+1", "s")


def test_sample_data_is_marked_on_the_sheet_and_on_paper() -> None:
    sheet = sheet_of(fill_progress_form(book(*year().returns, sample=True), month="2030-04"))
    assert "示例数据" in str(sheet["A2"].value)
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.center.text == "示例数据，地区和数字均为虚构"


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "汇总.xlsx"
    path.write_bytes(write_form(fill_progress_form(year(), month="2030-04")))
    read = load_progress(tmp_path, *plan_and_form(), (path,))
    assert read.findings == ()
    assert read.book.returns == year().of_month("2030-04")
