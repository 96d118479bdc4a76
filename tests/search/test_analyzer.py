from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analyzer import is_han, plain, query_terms, units
from search.pairs import pair_terms
from tests.search.cases import cases

TEXTS = st.text(alphabet="木粉尘月年15 aB，（", max_size=14)


@pytest.mark.parametrize("case", cases("plain"), ids=lambda case: case["text"])
def test_plain(case: dict[str, str]) -> None:
    assert plain(case["text"]) == case["plain"]


@pytest.mark.parametrize("case", cases("terms"), ids=lambda case: case["text"])
def test_query_terms(case: dict[str, str]) -> None:
    assert "|".join(query_terms(case["text"])) == case["terms"]


def test_a_single_character_is_found_in_any_place() -> None:
    assert pair_terms("木粉尘")[2] == "尘"


@given(TEXTS)
def test_plain_of_plain_is_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(TEXTS, TEXTS, TEXTS)
def test_a_phrase_stands_at_consecutive_positions_of_any_text_that_holds_it(before: str, text: str, after: str) -> None:
    terms = query_terms(f",{text},")
    start = len(units(f"{before},"))
    held = pair_terms(plain(f"{before},{text},{after}"))[start : start + len(terms)]
    if terms and len(terms[-1]) == 1 and is_han(terms[-1]):
        # What follows the text may make a pair of it.
        held[-1] = held[-1][0]
    assert tuple(held) == terms


@given(TEXTS, TEXTS)
def test_plain_substring_is_unit_substring(text: str, part: str) -> None:
    wanted, row = units(part), units(text)
    held = any(row[at : at + len(wanted)] == wanted for at in range(len(row) - len(wanted) + 1))
    assert (plain(part) in plain(text)) == held
