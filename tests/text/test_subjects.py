"""Subjects of sentences, and the register's words in a text."""

from __future__ import annotations

import pytest

from tests.text.tables import Case, read_cases
from zerenku.text.enterprises import enterprise_pattern, read_enterprises
from zerenku.text.subjects import read_subjects


@pytest.mark.parametrize("case", read_cases("subjects.yml", "subjects"))
def test_subject(case: Case) -> None:
    found = read_subjects(case.text)
    assert "|".join(item.value for item in found) == case["read"], case
    assert all(item.value == case.text[item.start : item.end] for item in found), case


WORDS = ["仓储企业", "企业", "动火作业", "化工（危化品）企业", " "]
TEXT = "仓储企业和化工(危化品)企业开展动火作业，仓储企业先行，其他企业跟进。"


def test_longest_word_wins_and_each_is_named_once() -> None:
    found = read_enterprises(TEXT, WORDS)
    assert [item.value for item in found] == ["仓储企业", "化工(危化品)企业", "动火作业", "企业"]
    assert all(TEXT[item.start : item.end] == item.value for item in found)


def test_pattern_may_be_made_once() -> None:
    assert read_enterprises(TEXT, enterprise_pattern(WORDS)) == read_enterprises(TEXT, WORDS)


def test_no_words_find_nothing() -> None:
    assert read_enterprises(TEXT, []) == ()
