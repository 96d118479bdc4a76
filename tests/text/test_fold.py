"""Folding keeps every offset."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zerenku.text.brackets import outer_brackets, split_outside
from zerenku.text.fold import MASK, fold, mask_titles


def test_widths_brackets_and_dashes() -> None:
    assert fold("２０３０年（Ａ）(b)[c]【d】,．：—～　") == "2030年（A）（b）〔c〕〔d〕，.：-- "
    assert fold("〔1〕[1]【1】［1］﹝1﹞〖1〗") == "〔1〕" * 6


@given(st.text(max_size=80))
def test_length_stays_and_folding_twice_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert len(mask_titles(folded)) == len(text)


def test_titles_are_masked_with_what_stands_inside() -> None:
    assert mask_titles("按《甲《2030》乙》办") == f"按{MASK * 10}办"
    assert mask_titles("按《甲\n乙》办") == "按《甲\n乙》办"


def test_outer_brackets_pass_over_what_is_never_closed() -> None:
    assert outer_brackets("（甲（乙）丙）（丁") == [(0, 7)]
    assert outer_brackets("（甲（乙）\n（丙）丁）") == [(2, 5), (6, 9)]


def test_splitting_keeps_brackets_whole() -> None:
    text = "甲（乙、丙）、丁、 "
    assert [text[start:end] for start, end in split_outside(text, "、")] == ["甲（乙、丙）", "丁"]
