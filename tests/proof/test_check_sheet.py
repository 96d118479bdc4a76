"""The check sheet as people read it."""

from tests.proof.papers import Change, changed, notice, style
from zerenku.proof.check_sheet import sheet_text
from zerenku.proof.proving import prove
from zerenku.proof.verdict import Verdict


def test_a_sheet_without_faults() -> None:
    proof = prove(notice())
    text = sheet_text(proof, title="关于开展仓库检查的通知")
    assert text.startswith("# 版式核对单：关于开展仓库检查的通知\n")
    assert "不合格 0 项" in text
    assert "需要改的" not in text
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert len(rows) == len(proof.rows) + 2
    assert {line.count(" | ") for line in rows} == {5}
    assert "| 1 | 纸张 | GB/T 9704—2012 第 5.1 条 | A4（210×297 毫米） | 210×297 毫米 | 合格 |" in rows


def test_a_fault_comes_first_with_what_to_do() -> None:
    text = sheet_text(prove(changed(notice(), style("BodyText", "w:rPr/w:sz", val="30"))))
    assert "## 需要改的\n\n- 正文字号：15 磅，共 " in text
    assert "。正文样式的字号设为三号。\n" in text


def test_bars_and_breaks_of_a_paper_do_not_break_the_table() -> None:
    title = Change("word/document.xml", "//w:t[. = '青应急〔2030〕5号']", text="青|应急〔2030〕05号")
    proof = prove(changed(notice(), title))
    assert [row.rule for row in proof.failed] == ["layout-number-form"]
    rows = [line for line in sheet_text(proof).splitlines() if line.startswith("| ")]
    assert {line.count(" | ") for line in rows} == {5}


def test_sheets_add_up() -> None:
    proof = prove(notice())
    both = proof + proof
    assert len(both.rows) == 2 * len(proof.rows)
    assert both.count(Verdict.PASSED) == 2 * proof.count(Verdict.PASSED)


def test_the_same_paper_gives_the_same_sheet() -> None:
    assert sheet_text(prove(notice())) == sheet_text(prove(notice()))
