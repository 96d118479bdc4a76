"""Targets: the case table, and numbers that are generated, written out and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.tables import Case, read_cases
from zerenku.model.clause import Target
from zerenku.text.numbers import read_han, read_number
from zerenku.text.targets import read_targets


def shown(target: Target) -> str:
    return f"{target.op}{target.value:g}{target.unit}"


@pytest.mark.parametrize("case", read_cases("targets.yml", "targets"))
def test_target(case: Case) -> None:
    found = read_targets(case.text)
    assert " ;; ".join(shown(item.value) for item in found) == case["read"], case
    assert all(item.value.text == case.text[item.start : item.end] for item in found), case
    if case["words"]:
        assert " ;; ".join(item.value.text for item in found) == case["words"], case


@given(st.integers(1, 99), st.sampled_from(["不低于", "不少于", "达到", "超过"]), st.sampled_from("%％"))
def test_share_is_read_back(share: int, word: str, sign: str) -> None:
    (found,) = read_targets(f"持证率{word}{share}{sign}。")
    operator = {"达到": "=", "超过": ">"}.get(word, ">=")
    assert shown(found.value) == f"{operator}{share}%"


@given(st.integers(1, 9999), st.sampled_from(["家", "名", "个", "处", "场"]), st.sampled_from(["", "以上"]))
def test_count_is_read_back(number: int, unit: str, more: str) -> None:
    (found,) = read_targets(f"培育{number}{unit}{more}。")
    assert shown(found.value) == f"{'>=' if more else '='}{number}{unit}"


@given(st.text(alphabet="0123456789.,，%个家名次不少于至少以上的每年八百分之。达到控制在", max_size=40))
def test_any_text_is_read_without_a_stumble(text: str) -> None:
    for item in read_targets(text):
        assert item.value.text == text[item.start : item.end]


@pytest.mark.parametrize(
    ("written", "number"),
    [("十", 10), ("十二", 12), ("两百零三", 203), ("二〇三〇", 2030), ("一千", 1000), ("八", 8), ("百", 100)],
)
def test_chinese_number(written: str, number: int) -> None:
    assert read_han(written) == number


@pytest.mark.parametrize("written", ["", "十百", "八一二", "甲"])
def test_not_a_chinese_number(written: str) -> None:
    assert read_han(written) is None


def test_number_with_thousands() -> None:
    assert (
        read_number("1,200"),
        read_number("4.66"),
        read_number("两百"),
        read_number("1.2.3"),
        read_number("甲"),
    ) == (
        1200,
        4.66,
        200,
        None,
        None,
    )
