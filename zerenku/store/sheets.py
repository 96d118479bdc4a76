"""Sheets of an .xlsx workbook as texts, from a file that nobody vouches for."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Final

MAX_ROWS: Final = 5000
MAX_COLUMNS: Final = 200
MAX_SHEETS: Final = 60
MAX_PARTS: Final = 2000
MAX_UNPACKED: Final = 96 * 1024 * 1024
DIGITS: Final = 6
DAMAGED: Final = "不是完整的 .xlsx 文件；请用 Excel 或 WPS 打开后重新保存"


class Unfit(Exception):
    """`reason` is a Chinese clause that also says what to do; it becomes the reason of a SourceUnreadable."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def refuse_if(bad: bool, reason: str) -> None:  # noqa: FBT001 - reads as a sentence
    """Raise Unfit when `bad`."""
    if bad:
        raise Unfit(reason)


def sheets(data: bytes) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    """Name and rows of every visible sheet. Raises Unfit for what is damaged, encrypted, too large or hostile."""
    # A tenth of a second that only a returned workbook has to wait.
    from openpyxl import load_workbook  # noqa: PLC0415

    _inspect(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which nothing here reads
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
                refuse_if(len(visible) > MAX_SHEETS, f"超过 {MAX_SHEETS} 张工作表；请只留报表")
                for sheet in visible:
                    yield sheet.title, _rows(sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS + 1))
            finally:
                book.close()
    except Unfit:
        raise
    except Exception as error:  # its readers raise whatever a damaged part makes them stumble over
        raise Unfit(DAMAGED) from error


def _inspect(data: bytes) -> None:
    """Refuse a bomb before anything is unpacked, and entities before anything is parsed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            refuse_if(
                len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED, "解开后过大；请只留报表"
            )
            known = any(part.filename == "xl/workbook.xml" for part in parts)
            refuse_if(not known, "不是 .xlsx 表格；请用 Excel 或 WPS 另存为 .xlsx")
            refuse_if(any(part.flag_bits & 1 for part in parts), "加了密码；请去掉密码后再给")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as stream:
                        refuse_if(b"<!DOCTYPE" in stream.read(1024).replace(b"\0", b"").upper(), DAMAGED)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError, RuntimeError) as error:
        raise Unfit(DAMAGED) from error


def _rows(found: Iterator[tuple[object, ...]]) -> tuple[tuple[str, ...], ...]:
    rows: list[tuple[str, ...]] = []
    for number, row in enumerate(found, 1):
        texts = tuple(_text(value) for value in row)
        while texts and not texts[-1]:
            texts = texts[:-1]
        too_large = len(texts) > MAX_COLUMNS or (bool(texts) and number > MAX_ROWS)
        refuse_if(too_large, f"超过 {MAX_ROWS} 行或 {MAX_COLUMNS} 列；请只留报表")
        if number > 2 * MAX_ROWS:
            break  # formatted but empty
        rows.append(texts)
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def _text(value: object) -> str:
    """A cell as a person would type it; binary fractions lose their tail (0.30000000000000004)."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute) else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        rounded = round(Decimal(repr(value)), DIGITS) if abs(value) < 1e15 else Decimal(repr(value))
        return f"{rounded.normalize():f}"
    return str(value)
