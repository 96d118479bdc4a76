"""Phrases as engines are asked for them."""

from __future__ import annotations

import pytest

from search.analyzer import query_terms
from search.pairs import cover, shortest


@pytest.mark.parametrize(
    ("names", "left"),
    [
        (("应急演练", "演练", "疏散演练"), {"演练"}),
        (("隐患排查", "隐患排查治理", "排查治理"), {"隐患排查", "排查治理"}),
        (("一级企业", "1级企业", "11级企业"), {"一级企业", "1级企业", "11级企业"}),
        (("消防", "消防"), {"消防"}),
    ],
)
def test_a_name_within_another_stands_for_both(names: tuple[str, ...], left: set[str]) -> None:
    assert set(shortest(map(query_terms, names))) == set(map(query_terms, left))


@pytest.mark.parametrize(
    ("phrase", "rare", "row"),
    [
        ("消防", "", [(0, "消防")]),
        ("消防通道", "", [(0, "消防"), (2, "通道")]),
        ("消防通道", "防通", [(0, "消防"), (1, "防通"), (2, "通道")]),
        ("每月15日前", "", [(0, "每月"), (2, "15"), (3, "日前")]),
        ("消防车道", "车道", [(0, "消防"), (2, "车道")]),
        ("消防车", "", [(0, "消防"), (1, "防车")]),
    ],
)
def test_few_words_cover_a_phrase_the_rarest_among_them(phrase: str, rare: str, row: list[tuple[int, str]]) -> None:
    assert cover(query_terms(phrase), lambda word: 1 if word == rare else 5) == row
