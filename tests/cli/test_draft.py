"""Every kind of paper from the command line, and what it says about each."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.cli.conftest import Zerenku
from zerenku.cli.draft_kinds import KINDS

WORD_KINDS = [kind for kind in KINDS if kind != "duties"]


def text_of(path: Path) -> str:
    paper = docx.Document(str(path))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(item.text for item in paper.paragraphs), *cells])


@pytest.mark.parametrize("kind", WORD_KINDS)
def test_each_kind_needs_nothing_but_a_plan(zerenku: Zerenku, root: Path, kind: str) -> None:
    done = zerenku("draft", kind, "--plan", "liutang-2030", "--as-of", "2030-06-01")
    assert (done.code, done.err) == (0, "")
    assert f"liutang-2030-{kind}.docx" in done.out
    named = "企业安全生产自查表" if kind == "checklist" else "柳塘"
    assert named in text_of(root / f"liutang-2030-{kind}.docx")


@pytest.mark.parametrize("kind", WORD_KINDS)
def test_same_words_same_bytes(zerenku: Zerenku, root: Path, kind: str) -> None:
    for name in ("甲.docx", "乙.docx"):
        zerenku("draft", kind, "--plan", "liutang-2030", "--as-of", "2030-06-01", "-o", name)
    assert (root / "甲.docx").read_bytes() == (root / "乙.docx").read_bytes()


def test_a_letter_for_every_department(zerenku: Zerenku, root: Path) -> None:
    done = zerenku("draft", "duties", "--plan", "liutang-2030", "-o", "清单")
    assert done.code == 0
    written = sorted((root / "清单").iterdir())
    assert written
    assert f"已写出 {len(written)} 份，在 清单/" in done.out
    one = zerenku("draft", "duties", "--plan", "liutang-2030", "--department", "镇政府", "-o", "一份.docx")
    assert one.code == 0
    assert "柳塘镇人民政府" in text_of(root / "一份.docx")


def test_a_batch_has_many_addressees(zerenku: Zerenku, root: Path) -> None:
    done = zerenku("draft", "duties", "--plan", "liutang-2030", "--set", "主送机关=各村")
    assert (done.code, done.out) == (2, "")
    assert "各有各的主送机关" in done.err
    assert not (root / "liutang-2030-duties").exists()
    one = zerenku(
        *(
            "draft",
            "duties",
            "--plan",
            "liutang-2030",
            "--department",
            "镇政府",
            "--set",
            "主送机关=甲",
            "-o",
            "一.docx",
        )
    )
    assert one.code == 0
    assert "甲：" in text_of(root / "一.docx")


def test_a_department_nobody_knows(zerenku: Zerenku, root: Path) -> None:
    done = zerenku("draft", "tasks", "--plan", "liutang-2030", "--department", "气象台")
    assert (done.code, done.out) == (1, "")
    assert "没有这个部门：气象台" in done.err
    assert list(root.glob("*.docx")) == []


def test_what_a_person_fills_in(zerenku: Zerenku, root: Path) -> None:
    done = zerenku("draft", "notice", "--plan", "liutang-2030", "--set", "主送机关=各村民委员会", "-o", "通知.docx")
    assert done.code == 0
    assert "各村民委员会：" in text_of(root / "通知.docx")
    refused = zerenku("draft", "notice", "--plan", "liutang-2030", "--set", "文号=柳政〔2030〕9号")
    assert refused.code == 1
    assert "没有这个填写项：文号" in refused.err


def test_the_form_in_excel(zerenku: Zerenku, root: Path) -> None:
    done = zerenku("draft", "progress-form", "--plan", "liutang-2030", "--xlsx")
    assert done.code == 0
    book = openpyxl.load_workbook(BytesIO((root / "liutang-2030-progress-form.xlsx").read_bytes()))
    assert book.active is not None
    assert book.active.data_validations.dataValidation


@pytest.mark.parametrize(
    ("name", "figure", "said"),
    [("2030-03.xlsx", -1, "2030-03.xlsx:5:2: error 第5行"), ("表.xlsx", 1, "看不出是哪个月的报表")],
)
def test_errors_of_returned_tables_are_told_and_count(
    zerenku: Zerenku, root: Path, name: str, figure: int, said: str
) -> None:
    """Even where nothing is left to fill the form with; what was asked for is written all the same."""
    zerenku("draft", "progress-form", "--plan", "liutang-2030", "--xlsx", "-o", name)
    book = openpyxl.load_workbook(root / name)
    assert book.active is not None
    for column in range(1, book.active.max_column):
        book.active.cell(5, column).value = "一村" if column == 1 else figure
    book.save(root / name)
    done = zerenku("draft", "progress-form", "--plan", "liutang-2030", "--data", name, "-o", "汇总.docx")
    assert done.code == 1
    assert said in done.err
    assert (root / "汇总.docx").exists()


def test_a_chart_where_there_is_something_to_compare(zerenku: Zerenku, root: Path) -> None:
    none = zerenku("draft", "summary", "--plan", "liutang-2030", "--chart", "--as-of", "2030-06-01")
    assert (none.code, none.err.strip()) == (0, "提示：没有可以比较的数，没有画图")
    zerenku("draft", "progress-form", "--plan", "liutang-2030", "--xlsx", "-o", "2030-03.xlsx")
    book = openpyxl.load_workbook(root / "2030-03.xlsx")
    assert book.active is not None
    for row, name in ((5, "一村"), (6, "二村")):
        for column in range(1, book.active.max_column):
            book.active.cell(row, column).value = name if column == 1 else row
    book.save(root / "2030-03.xlsx")
    done = zerenku("draft", "summary", "--plan", "liutang-2030", "--chart", "--data", "2030-03.xlsx", "-o", "总结.docx")
    assert (done.code, done.err) == (0, "")
    assert "rId-chart" in docx.Document(str(root / "总结.docx")).part.rels


def test_an_official_text_set_anew(zerenku: Zerenku, root: Path) -> None:
    text = (
        "柳政〔2030〕3号\n关于仓库整治的通知\n各村：\n请照办。\n一、清点仓库\n逐家登记，做好记录。\n"
        "柳塘镇人民政府\n2030年3月5日\n"
    )
    (root / "来文.txt").write_text(text, encoding="utf-8")
    done = zerenku("draft", "notice", "--from", "来文.txt", "-o", "重排.docx")
    assert done.code == 0
    assert "文字与来文逐字相同" in done.out
    said = text_of(root / "重排.docx")
    assert all(words in said for words in ("柳政〔2030〕3号", "逐家登记，做好记录。", "2030年3月5日"))
    assert "样稿" not in said


def test_an_imported_plan_is_printed_in_its_own_words(zerenku: Zerenku, root: Path) -> None:
    text = (
        "柳政〔2031〕3号\n关于印发《柳塘镇冷库整治方案》的通知\n各村：\n现印发给你们。\n柳塘镇人民政府\n2031年3月5日\n"
        "柳塘镇冷库整治方案\n一、清点冷库\n由安办逐家登记造册。\n二、按月检查\n各村每月检查一次。\n"
    )
    (root / "冷库.txt").write_text(text, encoding="utf-8")
    assert zerenku("import", "冷库.txt").code == 0
    done = zerenku("draft", "notice", "--plan", "liutang-2031", "-o", "正式.docx")
    assert done.code == 0, done.err
    assert "已写出正式稿" in done.out
    said = text_of(root / "正式.docx")
    assert "由安办逐家登记造册。" in said
    assert "柳政〔2031〕3号" in said


def test_the_wrong_ending(zerenku: Zerenku, root: Path) -> None:
    done = zerenku("draft", "notice", "--plan", "liutang-2030", "-o", "通知.doc")
    assert (done.code, done.out) == (1, "")
    assert "文件名应以 .docx 结尾" in done.err
    assert list(root.glob("*.doc*")) == []


def test_the_check_sheet_lies_beside(zerenku: Zerenku, root: Path) -> None:
    done = zerenku("draft", "notice", "--plan", "liutang-2030", "--proof", "-o", "通知.docx")
    assert done.code == 0, done.err
    sheet = (root / "通知-版式核对.md").read_text(encoding="utf-8")
    assert "不合格 0 项" in sheet


def test_own_template(zerenku: Zerenku, root: Path) -> None:
    own = docx.Document()
    own.add_paragraph("{{ 方案.名称 }} 联系人：{{ 联系人 }}")
    own.save(str(root / "模板.docx"))
    checked = zerenku("draft", "--template", "模板.docx", "--check")
    assert (checked.code, checked.err) == (0, "")
    assert "方案.名称" in checked.out
    filled = zerenku(
        "draft", "--template", "模板.docx", "--plan", "liutang-2030", "--set", "联系人=王某", "-o", "填好.docx"
    )
    assert filled.code == 0, filled.err
    assert "柳塘镇消防整治方案 联系人：王某" in text_of(root / "填好.docx")


def test_own_template_for_one_department(zerenku: Zerenku, root: Path) -> None:
    own = docx.Document()
    own.add_paragraph("{{ 本部门 }}：{% for 项 in 责任 %}{{ 项.要求 }}{% endfor %}")
    own.save(str(root / "模板.docx"))
    done = zerenku(
        *("draft", "--template", "模板.docx", "--plan", "liutang-2030", "--department", "镇政府", "-o", "填好.docx")
    )
    assert done.code == 0, done.err
    assert "柳塘镇人民政府：" in text_of(root / "填好.docx")
    unknown = zerenku("draft", "--template", "模板.docx", "--plan", "liutang-2030", "--department", "气象台")
    assert (unknown.code, "没有这个部门：气象台" in unknown.err) == (1, True)
    alone = zerenku("draft", "--template", "模板.docx", "--department", "镇政府")
    assert (alone.code, "--plan" in alone.err) == (2, True)
    other = zerenku("draft", "--template", "模板.docx", "--plan", "liutang-2030", "--month", "2030-03")
    assert (other.code, "用不到 --month" in other.err) == (2, True)


def test_a_template_with_a_field_nobody_knows(zerenku: Zerenku, root: Path) -> None:
    own = docx.Document()
    own.add_paragraph("{{ 方案.名稱 }}")
    own.save(str(root / "模板.docx"))
    checked = zerenku("draft", "--template", "模板.docx", "--check")
    assert checked.code == 1
    assert "名稱" in checked.out
    assert "方案.名称" in checked.out
    assert zerenku("draft", "--template", "模板.docx", "--plan", "liutang-2030", "-o", "填.docx").code == 1
    assert not (root / "填.docx").exists()
