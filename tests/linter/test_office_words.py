import pytest

from zerenku.linter.office_words import REAL, WORDS, garbled_words


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("安照全面排查的要求", "按照"),
        ("成立工做专班，逐户走访。", "工作"),
        ("要健立问题清单。", "建立"),
        ("严肃追责问则。", "问责"),
        ("加强宣传叫育，", "教育"),
    ],
)
def test_one_letter_of_a_word(text: str, meant: str) -> None:
    assert [word for _, word in garbled_words(text, 0, len(text))] == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "".join(WORDS),
        "请职工做好准备，把责任管到消防。",
        "各单位、各镇以及市相关部门",
        "监察机关、检察机关的权力和形式",
    ],
    ids=["all words", "letters of two words", "joining words", "words that sound alike"],
)
def test_right_words(text: str) -> None:
    assert list(garbled_words(text, 0, len(text))) == []


def test_tables_do_not_overlap() -> None:
    assert not WORDS & REAL
    assert all(len(word) == 2 for word in WORDS | REAL)
