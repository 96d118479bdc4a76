import io

from openpyxl import load_workbook

from generators.tables.duties import HEADS
from generators.xlsx.duty_table import SHEET_NAME, write_duties

ROWS = (tuple(f"{number}" for number in range(len(HEADS))), ("=1+1", *[""] * (len(HEADS) - 1)))


def test_heads_rows_and_no_formula() -> None:
    sheet = load_workbook(io.BytesIO(write_duties(ROWS, title="清单")))[SHEET_NAME]
    assert [cell.value for cell in sheet[1]] == list(HEADS)
    assert [cell.value for cell in sheet[2]] == list(ROWS[0])
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=1+1", "s")
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:P3"
    assert sheet.page_setup.orientation == "landscape"


def test_the_same_bytes() -> None:
    assert write_duties(ROWS, title="清单") == write_duties(ROWS, title="清单")
