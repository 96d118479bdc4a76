import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerenku.model.numerals import LARGEST, chinese_to_int, int_to_chinese


def test_round_trip_of_every_number() -> None:
    written = [int_to_chinese(number) for number in range(1, LARGEST + 1)]
    assert [chinese_to_int(text) for text in written] == list(range(1, LARGEST + 1))
    assert len(set(written)) == LARGEST


@pytest.mark.parametrize(
    ("text", "number"),
    [("一", 1), ("九", 9), ("十", 10), ("十一", 11), ("二十", 20), ("二十五", 25), ("九十九", 99), ("一十二", 12)],
)
def test_reads(text: str, number: int) -> None:
    assert chinese_to_int(text) == number


@pytest.mark.parametrize(
    "text", ["", "零", "百", "一二", "一二十", "十十", "十二三", "二十十", "三二十五", "5", "〇", "一 "]
)
def test_no_numeral(text: str) -> None:
    assert chinese_to_int(text) is None


@pytest.mark.parametrize("number", [0, -1, 100])
def test_numbers_beyond_an_outline(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        int_to_chinese(number)


@given(st.text("零一二三四五六七八九十百两", max_size=5))
def test_what_is_read_can_be_written(text: str) -> None:
    number = chinese_to_int(text)
    if number is not None:
        assert int_to_chinese(number) == text.replace("一十", "十")
