"""Outline marks: case tables, every style printed and read back, and numbers that are no marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.tables import Case, read_cases
from zerenku.model.numerals import int_to_chinese
from zerenku.text.marks import MarkStyle, marks_at, run_in_marks


@pytest.mark.parametrize("case", read_cases("marks.yml", "lines"))
def test_line(case: Case) -> None:
    mark = marks_at(case.text)
    assert (f"{mark.style.name} {mark.number} {mark.name}" if mark else "") == case["mark"], case
    if mark:
        assert case.text[: mark.length].strip(" 　") == mark.written, case
        assert not case.text[mark.length :].startswith((" ", "　")), case


@pytest.mark.parametrize("case", read_cases("marks.yml", "run_in"))
def test_run_in(case: Case) -> None:
    found = run_in_marks(case.text)
    assert "|".join(item.value.written + "?" * (not item.value.sure) for item in found) == case["marks"], case


PRINTED = {
    MarkStyle.CHAPTER: "第{han}章　",
    MarkStyle.ARTICLE: "第{han}条 ",
    MarkStyle.HAN: "{han}、",
    MarkStyle.HAN_BRACKET: "（{han}）",
    MarkStyle.DIGIT: "{number}．",
    MarkStyle.DIGIT_BRACKET: "({number})",
    MarkStyle.INLINE: "{han}是",
}


@given(st.sampled_from(sorted(PRINTED)), st.integers(1, 40), st.sampled_from(["", " ", "　　"]))
def test_mark_is_read_back(style: MarkStyle, number: int, blank: str) -> None:
    line = blank + PRINTED[style].format(han=int_to_chinese(number), number=number) + "整治积水路段"
    mark = marks_at(line)
    assert mark is not None
    assert (mark.style, mark.number, line[mark.length :]) == (style, number, "整治积水路段")


@given(st.integers(0, 999), st.integers(0, 99), st.sampled_from(["米", "万元", "%", "倍"]))
def test_decimal_is_no_mark(whole: int, fraction: int, unit: str) -> None:
    assert marks_at(f"{whole}.{fraction}{unit}以上") is None


@given(st.text(alphabet="一二十（）()1２3.、．①②第条章是　 。甲", max_size=40))
def test_marks_do_not_overlap(text: str) -> None:
    marks_at(text)
    end = 0
    for item in run_in_marks(text):
        assert end <= item.start < item.end
        end = item.end
