"""Returned tables in a workspace: .csv and .xlsx files as grids of texts, and the returns that they hold."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zerenku.errors import SourceUnreadable
from zerenku.model.finding import Finding
from zerenku.model.plan import Form, Plan
from zerenku.returns.book import Counting, ReturnBook, counting_of, falling, strangers
from zerenku.returns.reading import read_table, without_doubles
from zerenku.returns.record import Grid, Return
from zerenku.store.sheets import MAX_COLUMNS, MAX_ROWS, Unfit, refuse_if, sheets

FOLDER: Final = "progress"
SUFFIXES: Final = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm"})
SAMPLE: Final = "示例数据"
LINES_OVER: Final = 3  # of a table, in which it may be said that its data are invented
MAX_BYTES: Final = 8 * 1024 * 1024
MAX_FILES: Final = 500
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Progress:
    """What was read: the book, what is wrong with its files, and which they were."""

    book: ReturnBook
    findings: tuple[Finding, ...]
    files: tuple[str, ...]


def load_progress(
    root: Path,
    plan: Plan,
    form: Form,
    files: Sequence[Path] = (),
    *,
    counting: Counting | None = None,
    expected: tuple[str, ...] = (),
) -> Progress:
    """The returns of a form in `files`, or else in content/progress/<plan>/ under `root`; none there: an empty book.

    They are sample data when a line over the head of some table says 示例数据, or the first line of text of the
    README.md beside it. SourceUnreadable for a file that is no readable table.
    """
    paths = [Path(path) for path in files] or _default_files(root, plan.id)
    returns: list[Return] = []
    findings: list[Finding] = []
    sample = any(_is_sample(folder) for folder in dict.fromkeys(path.parent for path in paths))
    for path in paths:
        for grid in read_grids(path, name=_label(root, path)):
            sample = sample or _says_sample(grid)
            found, wrong = read_table(grid, plan=plan, form=form)
            returns += found
            findings += wrong
    kept, doubles = without_doubles(returns)
    book = ReturnBook(
        plan=plan,
        form=form,
        returns=kept,
        counting=counting_of(form, kept, option=counting),
        expected=expected,
        sample=sample,
    )
    listed = tuple(sorted((*findings, *doubles, *falling(book), *strangers(book))))
    return Progress(book, listed, tuple(_label(root, path) for path in paths))


def read_grids(path: Path, *, name: str = "") -> tuple[Grid, ...]:
    """The tables of a file: one of a .csv, one for each sheet of an .xlsx; `name` is what findings call the file."""
    name = name or str(path)
    data = _bytes(path, name)
    try:
        if data.startswith(b"PK\x03\x04"):
            held = [(title, rows) for title, rows in sheets(data) if any(any(row) for row in rows)]
            refuse_if(not held, "工作簿里没有内容")
            single = len(held) == 1
            return tuple(
                Grid(file=name if single else f"{name}[{title}]", rows=rows, names=(title, path.stem))
                for title, rows in held
            )
        return (Grid(file=name, rows=tuple(_csv_rows(_text(data, path.suffix.lower()))), names=(path.stem,)),)
    except Unfit as unfit:
        raise SourceUnreadable(name, unfit.reason) from unfit


def _default_files(root: Path, plan_id: str) -> list[Path]:
    folder = root / "content" / FOLDER / plan_id
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    tables = [path for path in found if is_table(path)]
    if len(tables) > MAX_FILES:
        raise SourceUnreadable(str(folder), f"报表超过 {MAX_FILES} 个；请移走不用的")
    for path in tables:
        if not path.resolve().is_relative_to(root.resolve()):
            raise SourceUnreadable(_label(root, path), "指向工作区之外；请改放文件本身")
    return tables


def is_table(path: Path) -> bool:
    """Whether a file is a table by its name; what Excel or an editor leaves beside it is none."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$"))


def _label(root: Path, path: Path) -> str:
    """Relative to the workspace where it lies in it."""
    absolute, base = path.absolute(), root.absolute()
    return absolute.relative_to(base).as_posix() if absolute.is_relative_to(base) else str(path)


def _says_sample(grid: Grid) -> bool:
    return any(SAMPLE in cell for row in grid.rows[:LINES_OVER] for cell in row)


def _is_sample(folder: Path) -> bool:
    path = folder / "README.md"
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return False
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    return SAMPLE in next((line for line in lines if line.strip()), "")


def _bytes(path: Path, name: str) -> bytes:
    try:
        if not path.exists():
            raise SourceUnreadable(name, "没有这个文件")
        if not path.is_file():
            raise SourceUnreadable(name, "这不是文件；请写 .csv 或 .xlsx 文件的名称")
        if path.stat().st_size > MAX_BYTES:
            raise SourceUnreadable(name, f"超过 {MAX_BYTES // 1024 // 1024} MB；请只留报表")
        return path.read_bytes()
    except OSError as error:
        raise SourceUnreadable(name, "没有读取权限") from error


def _text(data: bytes, suffix: str) -> str:
    """The text of a .csv: by its byte order mark, else UTF-8, else GB18030, which is what Excel writes here."""
    if data.startswith(OLE):
        raise Unfit("这是旧格式 .xls 或加了密码；请用 Excel 或 WPS 另存为 .xlsx（不设密码）")
    if suffix not in SUFFIXES or suffix in {".xlsx", ".xlsm"}:
        raise Unfit("这不是 .csv 或 .xlsx 表格，或文件已损坏；请重新导出")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    try:
        return _decoded(data, "utf-8")
    except Unfit:
        return _decoded(data, "gb18030")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unfit("编码既不是 UTF-8 也不是 GB18030；请用 Excel 或 WPS 另存为 .xlsx") from error
    if "\x00" in text:
        raise Unfit("文件里有空字符，不是文本表格；请用 Excel 或 WPS 另存为 .xlsx")
    return text


def _csv_rows(text: str) -> Iterator[tuple[str, ...]]:
    """Records of the text, by whichever of comma, tab and semicolon its first lines use most."""
    first = "".join(text.splitlines()[: LINES_OVER + 1])
    delimiter = max(",\t;", key=first.count)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
            too_large = number > MAX_ROWS or len(row) > MAX_COLUMNS
            refuse_if(too_large, f"超过 {MAX_ROWS} 行或 {MAX_COLUMNS} 列；请只留报表")
            yield tuple(row)
    except csv.Error as error:
        raise Unfit("不是完整的 .csv 表格（引号不成对，或一格过长）；请重新导出") from error
