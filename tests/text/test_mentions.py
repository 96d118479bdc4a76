"""Whatever date, number or citation a text mentions, and what counts as saying the same."""

from __future__ import annotations

from datetime import date

import pytest

from zerenku.text.mentions import Mention, MentionKind, read_mentions, squeeze


def keys(text: str) -> list[tuple[str, ...]]:
    return [item.value.keys for item in read_mentions(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2031年 6月底前完成", [("2031年6月底前",)]),
        ("每季度至少 2 次，达到 75％以上", [("2次",), ("75%",)]),
        ("按《柳塘镇2031年方案》（柳政〔2031〕3号）办", [("柳塘镇2031年方案", "柳政[2031]3号")]),
        ("执行GB 30871-2022", [("GB30871-2022",)]),
        ("共3.5公里、12家企业", [("3.5公里",), ("12家",)]),
        ("没有日期，也没有数", []),
    ],
)
def test_what_is_mentioned(text: str, found: list[tuple[str, ...]]) -> None:
    assert [tuple(map(squeeze, item)) for item in keys(text)] == [tuple(map(squeeze, item)) for item in found]


def only(text: str) -> Mention:
    (found,) = read_mentions(text)
    assert found.value.kind is MentionKind.DATE
    return found.value


@pytest.mark.parametrize(
    ("text", "day", "same"),
    [
        ("2031年6月底前", date(2031, 6, 30), True),
        ("2031年6月底前", date(2031, 7, 31), False),
        ("2031年8月前", date(2031, 7, 31), True),
        ("6月30日前", date(2031, 6, 30), True),
        ("2031年", date(2031, 9, 1), True),
        ("2031年", date(2032, 9, 1), False),
        ("2031年6月", date(2031, 6, 1), True),
    ],
)
def test_the_day_a_date_means(text: str, day: date, *, same: bool) -> None:
    assert only(text).is_on(day) is same


def test_only_dates_fall_on_days() -> None:
    (found,) = read_mentions("检查12次")
    assert not found.value.is_on(date(2031, 1, 1))
