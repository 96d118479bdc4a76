"""Citations: the case table, and names with numbers that are generated and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.tables import Case, read_cases
from zerenku.text.cites import read_cites


@pytest.mark.parametrize("case", read_cases("cites.yml", "cites"))
def test_cite(case: Case) -> None:
    found = read_cites(case.text)
    assert "|".join(item.value for item in found) == case["read"], case
    assert all(item.value == case.text[item.start : item.end] for item in found), case


AGENCIES = st.sampled_from(["青应急", "柳政办发", "平安委办", "青府办函", "柳委"])
YEARS = st.sampled_from(["〔2030〕", "[2030]", "（2030）", "【2030】", "〔2029〕"])


@given(AGENCIES, YEARS, st.integers(1, 999), st.sampled_from(["", "第"]))
def test_number_is_read_back_with_and_without_a_name(agency: str, year: str, serial: int, ordinal: str) -> None:
    number = f"{agency}{year}{ordinal}{serial}号"
    assert [item.value for item in read_cites(f"根据{number}文件要求。")] == [number]
    named = f"《关于整治仓库的意见》（{number}）"
    assert [item.value for item in read_cites(f"按照{named}执行。")] == [named]


@given(st.sampled_from(["GB", "GB/T", "AQ", "DB32/T", "JGJ", "TSG"]), st.integers(100, 99999), st.sampled_from("-—－"))
def test_standard_is_read_back(prefix: str, serial: int, dash: str) -> None:
    code = f"{prefix} {serial}{dash}2018"
    assert [item.value for item in read_cites(f"严格执行{code}。")] == [code]


@given(st.text(alphabet="《》〈〉<>（）〔〕2030号第GB/T 令青安\n", max_size=40))
def test_any_text_is_read_without_a_stumble(text: str) -> None:
    for item in read_cites(text):
        assert item.value == text[item.start : item.end]
