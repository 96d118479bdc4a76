"""Bookmarks of a Word document: the line, or the part of a line, that each begins."""

from tests.extract.papers import document, p, run, table, tc, tr
from zerenku.extract.word.bookmarks import MarkedLine, read_marked
from zerenku.model.outline import LineKind


def mark(name: str, number: int = 1) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int = 1) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def read(*blocks: str) -> list[tuple[str, str]]:
    return [(line.bookmark, line.text) for line in read_marked(document(*blocks), wanted=lambda name: name < "_b")]


def test_paragraphs_and_foreign_bookmarks() -> None:
    found = read(p(mark("_a1"), "一、巡查", end()), p(mark("_z"), "白天"), p("前", mark("_a2"), "后"))
    assert found == [("_a1", "一、巡查"), ("", "白天"), ("_a2", "前后")]


def test_a_bookmark_between_paragraphs_belongs_to_the_next() -> None:
    assert read(p("甲"), mark("_a1"), p("乙"), end(), p("丙")) == [("", "甲"), ("_a1", "乙"), ("", "丙")]


def test_joined_paragraphs_are_cut_again() -> None:
    assert read(p(mark("_a1"), "甲", end(), mark("_a2", 2), "乙", end(2))) == [("_a1", "甲"), ("_a2", "乙")]


def test_text_deleted_with_tracking_takes_its_bookmark_along() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    deleted = f'<w:del w:id="9">{run("甲").replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")}</w:del>'
    assert read(p(mark("_a1"), deleted, end(), props=gone), p(mark("_a2", 2), "乙")) == [("_a2", "乙")]


def test_rows_and_signs_that_look_like_ours() -> None:
    row = tr(tc("1"), tc(p(mark("_a1"), "查看\ue0f0_a2\ue0f1", end())), tc("安办"))
    (line,) = read_marked(document(table(row)), wanted=lambda _: True)
    assert line == MarkedLine("1\t查看_a2\t安办", LineKind.ROW, "_a1")
