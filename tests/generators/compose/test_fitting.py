"""Sentences give way, the least worth first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.compose.fitting import LimitTooSmall, Part, Sentence, fit


def measure(parts: tuple[Part, ...]) -> int:
    return sum(len(part.heading) + len(part.text) for part in parts)


def texts(*sentences: Sentence, limit: int) -> list[tuple[str, str]]:
    return [(part.heading, part.text) for part in fit(sentences, limit=limit, measure=measure)]


FIRST = Sentence.of("进展", (50, "甲乙丙丁戊己。"), (90, "甲乙。"))
SECOND = Sentence.of("进展", (20, "庚辛。"))
THIRD = Sentence.of("问题", (70, "壬癸。"))


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (21, [("一、进展", "甲乙丙丁戊己。庚辛。"), ("二、问题", "壬癸。")]),
        (20, [("一、进展", "甲乙丙丁戊己。"), ("二、问题", "壬癸。")]),
        (17, [("一、进展", "甲乙。庚辛。"), ("二、问题", "壬癸。")]),
        (14, [("一、进展", "甲乙。"), ("二、问题", "壬癸。")]),
        (13, [("一、进展", "甲乙丙丁戊己。")]),
        (7, [("一、进展", "甲乙。")]),
        (6, []),
        (0, []),
    ],
)
def test_the_least_worth_goes_first_and_comes_back_where_room_is_left(
    limit: int, expected: list[tuple[str, str]]
) -> None:
    assert texts(FIRST, SECOND, THIRD, limit=limit) == expected


def test_a_part_without_heading_has_no_number() -> None:
    assert texts(Sentence.of("", (1, "甲。")), THIRD, limit=99) == [("", "甲。"), ("一、问题", "壬癸。")]


def test_versions_that_say_nothing_or_the_same_are_one() -> None:
    assert Sentence.of("进展", (10, "甲。"), (90, "甲。"), (95, "")).versions == ((90, "甲。"),)
    assert Sentence.of("进展", (10, "")).versions == ()


def test_what_must_stand_may_be_too_long() -> None:
    with pytest.raises(LimitTooSmall, match="字数限制 5 太小：标题、称谓和落款就有 9 字"):
        fit([FIRST], limit=5, measure=lambda parts: 9 + measure(parts))


@given(
    st.lists(st.lists(st.tuples(st.integers(0, 99), st.text("甲乙丙", max_size=30)), max_size=3), max_size=8),
    st.integers(0, 120),
)
def test_never_more_than_the_limit(versions: list[list[tuple[int, str]]], limit: int) -> None:
    sentences = [Sentence.of(f"部{index % 3}", *held) for index, held in enumerate(versions)]
    assert measure(fit(sentences, limit=limit, measure=measure)) <= limit
