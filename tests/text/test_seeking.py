"""Looking only where something can begin finds all that looking everywhere finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.tables import FOLDER
from zerenku.text import calendar_words, cites, owner_words, recurrence, target_words
from zerenku.text.fold import fold, mask_titles
from zerenku.text.seeking import seek

PAIRS = {
    "dates": (calendar_words._DATE, calendar_words._BEGINS),
    "numbers": (target_words.NUMBER, target_words.BEGINS),
    "by": (recurrence._BY, recurrence._BY_BEGINS),
    "yearly": (recurrence._YEARLY, recurrence._YEARLY_BEGINS),
    "regime": (recurrence._REGIME, recurrence._REGIME_BEGINS),
    "one by one": (recurrence._ONE_ONE, recurrence._ONE_ONE_BEGINS),
    "standards": (cites._STANDARD, cites._STANDARD_BEGINS),
    "owner verbs": (owner_words.AFTER_VERB, owner_words.AFTER_VERB_BEGINS),
}
PIECES = (
    "2031 年|2031年|20 3 1 年|二〇三一年|今年|次年|年|底|内|前|6月|十二月| 6 月|30日|上旬|下半年|第 一 季度| 一季度|"
    "2031.6.30|2031-06-30|每|按|逐|月|半月|周周|月月|日|季|一周一|一月一|半年一|次|调度|排查|、|，|。|\n| |至少|不少于|"
    "≥|>=|超过|达到|约|近|百分之|百|五|十二|3|3.5|1,200|2-3|%|家|次|万元|余|八成|以上|全年|年度内|本年度|一年内|"
    "GB 30871-2022|DB32/T 1234|T/CCSAS 001|Q/ABC 12|AQ|牵头|负责|配合|单位|会同|联合|商|局"
)
WRITINGS = st.lists(st.sampled_from(PIECES.split("|")), max_size=14).map("".join)


def spans(found: object) -> list[tuple[int, int]]:
    return [match.span() for match in found]  # type: ignore[attr-defined]


def cases() -> str:
    files = sorted(path for path in FOLDER.rglob("*") if path.suffix in {".yml", ".txt"})
    return mask_titles(fold("\n".join(path.read_text(encoding="utf-8") for path in files)))


@pytest.mark.parametrize("name", PAIRS)
def test_finds_what_is_in_the_cases(name: str) -> None:
    pattern, begins = PAIRS[name]
    text = cases()
    wanted = spans(pattern.finditer(text))
    assert len(wanted) >= 3
    assert spans(seek(pattern, begins, text)) == wanted


@pytest.mark.parametrize("name", PAIRS)
@given(text=WRITINGS)
def test_finds_the_same_in_any_text(name: str, text: str) -> None:
    pattern, begins = PAIRS[name]
    folded = fold(text)
    assert spans(seek(pattern, begins, folded)) == spans(pattern.finditer(folded))


def test_keeps_within_its_stretch_but_sees_what_stands_before() -> None:
    pattern, begins = re.compile(r"(?<!第)\d+号"), re.compile(r"\d")
    assert spans(seek(pattern, begins, "1号、第2号、3号", 2, 7)) == []
    assert spans(seek(pattern, begins, "1号、第2号、3号", 2)) == [(7, 9)]


@given(text=WRITINGS)
def test_no_label_without_its_last_character(text: str) -> None:
    folded = fold(f"{text}责任单位：{text}牵头部门为{text}")
    for match in owner_words.LABEL.finditer(folded):
        assert owner_words.has_label(folded, match.start(), match.end() + 1)
    bare = re.sub("[：为]", "", folded)
    assert owner_words.LABEL.search(bare) is None
    assert not owner_words.has_label(bare)
