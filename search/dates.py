"""Days and months that a question names: 2021年, 六月底前, 年底前, 下个月, 上半年. The clock is an argument.

The patterns keep to the syntax that Python and JavaScript read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

LAST_MONTH: Final = 12
QUARTER: Final = 3
MONTH_CHARS: Final = len("2030-06")
# What 年底前 is worth where it is the end of a year that has passed, or of a later one.
OTHER_YEARS: Final = 0.8
# A year in two digits is one of these hundred.
CENTURY: Final = 2000
DIGITS: Final = "零一二三四五六七八九"
# How far from the year of the clock.
YEARS_AWAY: Final = {"去年": -1, "今年": 0, "本年": 0, "明年": 1}

_BEFORE: Final = "(?:之前|以前|前|内)?"
_DAY: Final = f"(?:底|末|初|中旬|上旬|下旬|[0-9]{{1,2}}[日号]?)?{_BEFORE}"
_MONTH: Final = "(1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十]|正)"
# Two digits are a year only where more of a date follows: 10年 may be a span.
_YEAR: Final = (
    "((?:[12][0-9]{3}|[一二][零〇一二三四五六七八九]{3})(?=年)|[12][0-9](?=年(?:底|末|[0-9]{1,2}月))"
    f"|{'|'.join(YEARS_AWAY)})年?度?"
)
# (what it says, pattern): a year and a part of it are caught, except in `turn`, which catches which and what. The first
# pattern that matches counts. 一季度 without 第 is no part of a year: it also says how often.
WHEN_PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    ("month", f"([12][0-9]{{3}})[-/.](1[0-2]|0?[1-9])[-/.](?:3[01]|[12][0-9]|0?[1-9])日?{_BEFORE}"),
    ("month", f"(?:{_YEAR})?{_MONTH}月份?{_DAY}"),
    ("half", f"(?:{_YEAR})?([上下])半年{_BEFORE}"),
    ("quarter", f"(?:{_YEAR})?(第[一1]|第?[二三四2-4])个?季度{_BEFORE}"),
    ("end", f"(?:{_YEAR}年?|年)(底|末|终){_BEFORE}"),
    ("turn", f"([上下本这])个?(月|季度)份?(?:底|末|初)?{_BEFORE}"),
    ("year", f"{_YEAR}{_BEFORE}|(?:^| )年内"),
)
_MONTHS: Final = {name: number for number, name in enumerate("正一二三四五六七八九十")} | {
    "正": 1,
    "十一": 11,
    "十二": 12,
}


@dataclass(frozen=True, slots=True)
class When:
    """A span of months, both ends included, as typed in `text`.

    Without a year it is that of any year, but the one that comes next after the month `since` is meant before others
    (ISO, empty without a clock).
    """

    text: str
    year: int | None
    first: int = 1
    last: int = LAST_MONTH
    since: str = ""

    def holds(self, day: str) -> bool:
        """Does an ISO day (or month) fall into it?"""
        return (self.year is None or int(day[:4]) == self.year) and self.first <= int(day[5:7]) <= self.last

    def share(self, days: Iterable[str]) -> float:
        """1 when one of the ISO days falls into it, less when only those of other years than the meant one do."""
        held = [day for day in days if self.holds(day)]
        if not held:
            return 0.0
        return 1.0 if not self.since or any(map(self._is_next, held)) else OTHER_YEARS

    def _is_next(self, day: str) -> bool:
        return self.since <= day[:MONTH_CHARS] < f"{int(self.since[:4]) + 1}{self.since[4:]}"


def cut_when(folded: str, *, today: str = "") -> tuple[When | None, str]:
    """The first span of a folded question, and the question without it. `today` is an ISO day; without it 下个月 is
    cut out, too, but means nothing.
    """
    for name, pattern in WHEN_PATTERNS:
        if match := re.search(pattern, folded):
            rest = f"{folded[: match.start()]} {folded[match.end() :]}"
            return _when(name, match, today), rest
    return None, folded


def _when(name: str, match: re.Match[str], today: str) -> When | None:
    text = match.group().strip()
    if name == "turn":
        return _turn(text, match, today) if today else None
    year = _year(match.group(1) or "", today)
    if name == "year":
        year = year or _year("今年", today)
        return When(text, year) if year else None
    since = "" if year else today[:MONTH_CHARS]
    return When(text, year, *_months(name, match.group(2)), since=since)


def _turn(text: str, match: re.Match[str], today: str) -> When:
    """The month or quarter of the clock, or the one before or after it."""
    size = QUARTER if match.group(2) == "季度" else 1
    count = int(today[:4]) * LAST_MONTH + int(today[5:7]) - 1
    begun = count - count % size + size * {"上": -1, "下": 1}.get(match.group(1), 0)
    year, month = divmod(begun, LAST_MONTH)
    return When(text, year, month + 1, month + size)


def _months(name: str, part: str) -> tuple[int, int]:
    """First and last month of a part of a year."""
    if name == "month":
        month = int(part) if part.isdecimal() else _MONTHS[part]
        return month, month
    if name == "half":
        return (1, LAST_MONTH // 2) if part == "上" else (LAST_MONTH // 2 + 1, LAST_MONTH)
    if name == "quarter":
        last = QUARTER * (int(part[-1]) if part[-1].isdecimal() else _MONTHS[part[-1]])
        return last - QUARTER + 1, last
    return LAST_MONTH, LAST_MONTH


def _year(written: str, today: str) -> int | None:
    """2021, 21, 二〇二一, or 明年 by the clock; None for nothing, and for 明年 without a clock."""
    if written in YEARS_AWAY:
        return int(today[:4]) + YEARS_AWAY[written] if today else None
    if not written:
        return None
    year = int(
        "".join(digit if digit.isdecimal() else str(DIGITS.index(digit)) for digit in written.replace("〇", "零"))
    )
    return year if year >= CENTURY // 2 else CENTURY + year
