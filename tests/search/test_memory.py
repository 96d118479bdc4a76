"""A remembered function is asked once for each key, until it remembers too much."""

import pytest

from search.memory import remembered


def test_an_answer_is_worked_out_once_until_all_is_forgotten() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    known = remembered(length, most=2)
    assert [known(word) for word in ("镇", "政府", "镇", "政府")] == [1, 2, 1, 2]
    assert asked == ["镇", "政府"]
    assert known("派出所") == 3
    assert known("镇") == 1
    assert asked == ["镇", "政府", "派出所", "镇"]


def test_what_fails_is_not_remembered() -> None:
    known = remembered(int)
    for _ in range(2):
        with pytest.raises(ValueError, match="镇"):
            known("镇")
