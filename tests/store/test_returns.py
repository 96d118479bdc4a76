"""Files of returns: encodings, workbooks, the default folder, and files that are none."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.returns.tables import HEAD, plan_and_form, returned
from zerenku.errors import SourceUnreadable
from zerenku.returns.book import Counting
from zerenku.store.returns import MAX_BYTES, Progress, load_progress, read_grids
from zerenku.store.sheets import MAX_ROWS

ROW = "一村,3,10,9,4,3,1.2,2030-03-09"
EXPECTED = (returned("2030-03", "一村", 3, 10, 9, 4, 3, 1.2, on="2030-03-09"),)
TEXT = f"{HEAD}\r\n{ROW}\r\n"


def progress(root: Path, *files: Path, **options: object) -> Progress:
    plan, form = plan_and_form()
    return load_progress(root, plan, form, files, **options)  # type: ignore[arg-type]


def workbook(fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def rows(book: openpyxl.Workbook, *lines: tuple[object, ...], title: str = "表") -> None:
    sheet = book.create_sheet(title)
    for line in lines:
        sheet.append(line)


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_table_may_say_itself_that_its_data_are_invented(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "2030-03.csv"
    path.write_text("示例数据：地区和数字均为虚构\n" + TEXT.replace(",", delimiter), encoding="utf-8")
    read = progress(tmp_path, path)
    assert (read.book.returns, read.findings, read.book.sample) == (EXPECTED, (), True)
    path.write_text(TEXT, encoding="utf-8")
    assert not progress(tmp_path, path).book.sample


def test_a_name_that_came_in_one_month_only_is_doubted(tmp_path: Path) -> None:
    paths = []
    for month, name in (("02", "一村"), ("03", "一村"), ("04", "一忖"), ("05", "一村")):
        paths.append(tmp_path / f"2030-{month}.csv")
        paths[-1].write_text(TEXT.replace("一村", name).replace("2030-03-09", f"2030-{month}-09"), encoding="utf-8")
    (finding,) = progress(tmp_path, *paths).findings
    assert (finding.rule, str(finding.span)) == ("return-district-unknown", "2030-04.csv:2:1")
    assert finding.text == "第2行“一忖”只报了 2030-04 一个月，别的月份没有这个村"
    assert finding.suggest == "请核对名称，是不是“一村”"
    assert progress(tmp_path, *paths[1:3]).findings == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_in_every_encoding_that_offices_write(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "2030-03.csv"
    path.write_bytes(TEXT.replace(",", delimiter).encode(encoding))
    read = progress(tmp_path, path)
    assert (read.book.returns, read.findings, read.files) == (EXPECTED, (), ("2030-03.csv",))


def test_a_workbook_with_a_merged_head_and_typed_cells(tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        rows(
            book,
            ("柳塘镇仓库消防进度统计表",),
            ("村", "自查", None, None, "镇里检查", None, None, "报送日期"),
            (None, "自查仓库", "发现隐患", "已整改", "检查仓库", "发现隐患", "罚款", None),
            ("一村", 3, 10.0, 9, 4, 3, 0.1 + 1.1, datetime(2030, 3, 9)),  # noqa: DTZ001
        )
        sheet = book["表"]
        for cells in ("A2:A3", "B2:D2", "E2:G2", "H2:H3"):
            sheet.merge_cells(cells)
        del book["Sheet"]

    path = tmp_path / "2030年3月.xlsx"
    path.write_bytes(workbook(fill))
    read = progress(tmp_path, path)
    assert (read.book.returns, read.findings) == (EXPECTED, ())


def test_a_sheet_for_each_month(tmp_path: Path) -> None:
    head = tuple(HEAD.split(","))

    def fill(book: openpyxl.Workbook) -> None:
        for month in (2, 3):
            rows(book, head, ("一村", month, 1, 1, 1, 1, 1, date(2030, month, 9)), title=f"{month}月")
        rows(book, head, ("一村", "错", 1, 1, 1, 1, 1, None), title="4月")
        book["4月"].sheet_state = "hidden"

    path = tmp_path / "全年.xlsx"
    path.write_bytes(workbook(fill))
    read = progress(tmp_path, path)
    assert [(item.month, item.values["自查/自查仓库"]) for item in read.book.returns] == [
        ("2030-02", Decimal(2)),
        ("2030-03", Decimal(3)),
    ]
    assert read.book.returns[1].span.file == "全年.xlsx[3月]"
    assert read.findings == ()


def test_the_default_folder(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "progress" / "liutang-2030"
    folder.mkdir(parents=True)
    assert progress(tmp_path).book.returns == ()
    for name in ("2030-03.csv", "2030-02.csv", ".2030-04.csv", "~$2030-05.xlsx", "说明.docx"):
        (folder / name).write_text(TEXT, encoding="utf-8")
    read = progress(tmp_path)
    assert [item.month for item in read.book.returns] == ["2030-02", "2030-03"]
    assert read.files == ("content/progress/liutang-2030/2030-02.csv", "content/progress/liutang-2030/2030-03.csv")
    assert not read.book.sample


@pytest.mark.parametrize(
    ("readme", "sample"),
    [("# 示例数据：虚构\n", True), ("\n\n示例数据\n", True), ("# 报表\n\n示例数据在别处\n", False), (None, False)],
)
def test_the_first_line_of_the_readme_tells_invented_data(tmp_path: Path, readme: str | None, *, sample: bool) -> None:
    (tmp_path / "2030-03.csv").write_text(TEXT, encoding="utf-8")
    if readme is not None:
        (tmp_path / "README.md").write_text(readme, encoding="utf-8")
    assert progress(tmp_path, tmp_path / "2030-03.csv").book.sample is sample


def test_a_district_in_two_files_of_one_month(tmp_path: Path) -> None:
    for name in ("2030-03.csv", "2030年3月.csv"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    read = progress(tmp_path, tmp_path / "2030-03.csv", tmp_path / "2030年3月.csv")
    assert [(item.rule, str(item.span)) for item in read.findings] == [("return-district-double", "2030年3月.csv:2:1")]
    assert len(read.book.returns) == 1


def test_what_the_caller_knows_goes_before_what_is_guessed(tmp_path: Path) -> None:
    path = tmp_path / "2030-03.csv"
    path.write_text(TEXT, encoding="utf-8")
    book = progress(tmp_path, path, counting=Counting.MONTHLY, expected=("二村",)).book
    assert (book.counting, book.districts) == (Counting.MONTHLY, ("二村", "一村"))


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return buffer.getvalue()


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧格式 .xls"),
        ("a.xlsx", b"PK\x03\x04broken", "不是完整的 .xlsx"),
        ("a.xlsx", zipped(a_xml=b""), "不是 .xlsx 表格"),
        ("a.xlsx", zipped(xl__workbook_xml=b"<a/>"), "不是完整的 .xlsx"),
        ("a.xlsx", zipped(xl__workbook_xml=ENTITIES), "不是完整的 .xlsx"),
        ("a.xlsx", workbook(lambda _: None), "没有内容"),
        ("a.xlsx", workbook(lambda book: rows(book, *[("一",)] * (MAX_ROWS + 1))), "超过 5000 行"),
        ("a.xlsx", workbook(lambda book: rows(book, tuple(range(300)))), "超过 5000 行或 200 列"),
        ("a.xlsx", TEXT.encode(), "不是 .csv 或 .xlsx"),
        ("a.pdf", b"%PDF-1.7", "不是 .csv 或 .xlsx"),
        ("a.csv", b"\xff\xfa\x81\x00", "编码既不是 UTF-8 也不是 GB18030"),
        ("a.csv", b"a\x00b", "空字符"),
        ("a.csv", b"a\n" * (MAX_ROWS + 1), "超过 5000 行"),
        ("a.csv", b'"' + b"a" * 200_000, "不是完整的 .csv"),
        ("a.csv", b"a" * (MAX_BYTES + 1), "超过 8 MB"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_one_sentence(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceUnreadable) as refused:
        read_grids(path, name=name)
    assert str(refused.value).startswith(f"{name}：无法读取（")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zerenku.store.sheets.MAX_UNPACKED", 1000)
    (tmp_path / "a.xlsx").write_bytes(zipped(xl__workbook_xml=b"0" * 1001))
    with pytest.raises(SourceUnreadable, match="解开后过大"):
        read_grids(tmp_path / "a.xlsx")


def test_what_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="没有这个文件"):
        read_grids(tmp_path / "没有.csv")
    with pytest.raises(SourceUnreadable, match="这不是文件"):
        read_grids(tmp_path)


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "外面.csv"
    outside.write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "ws" / "content" / "progress" / "liutang-2030"
    folder.mkdir(parents=True)
    (folder / "2030-03.csv").symlink_to(outside)
    with pytest.raises(SourceUnreadable, match="指向工作区之外"):
        progress(tmp_path / "ws")
