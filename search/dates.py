"""Days and months that a question names: 2021年, 六月底前, 年底前, 下个月. The clock is an argument.

The patterns keep to the syntax that Python and JavaScript read alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

LAST_MONTH: Final = 12
_MONTH: Final = "(1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十]|正)"
_END: Final = "(?:(?:底|末|初|中旬|上旬|下旬|[0-9]{1,2}[日号]?)?(?:之前|以前|前|内)?)"
# (what it says, pattern): `year` and `month` are caught, the rest is told by the name. The first that matches counts.
WHEN_PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    ("year-month", f"([12][0-9]{{3}})年{_MONTH}月份?{_END}"),
    ("year", "([12][0-9]{3})年(?:度|底|末|内)?(?:之前|以前|前)?"),
    ("next-month", "(?:下个月|下月)(?:份)?(?:底|末|初)?(?:之前|以前|前)?"),
    ("this-month", "(?:这个月|本月)(?:份)?(?:底|末)?(?:之前|以前|前)?"),
    ("next-year", "明年(?:度|底|末)?(?:之前|以前|前)?"),
    ("last-year", "去年(?:度|底|末)?"),
    ("month", f"{_MONTH}月份?{_END}"),
    ("year-end", "(?:今年|本年)?(?:年底|年末|年终)(?:之前|以前|前)?"),
    ("this-year", "今年(?:度|内)?|本年度|年内"),
)
_MONTHS: Final = {name: number for number, name in enumerate("正一二三四五六七八九十")} | {
    "正": 1,
    "十一": 11,
    "十二": 12,
}


@dataclass(frozen=True, slots=True)
class When:
    """A span of months, both ends included, as typed in `text`; without a year it is that of any year."""

    text: str
    year: int | None
    first: int = 1
    last: int = LAST_MONTH

    def holds(self, day: str) -> bool:
        """Does an ISO day (or month) fall into it?"""
        return (self.year is None or int(day[:4]) == self.year) and self.first <= int(day[5:7]) <= self.last


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
    if name == "year-month":
        month = _month(match.group(2))
        return When(text, int(match.group(1)), month, month)
    if name == "year":
        return When(text, int(match.group(1)), LAST_MONTH if any(end in text for end in "底末") else 1)
    if name == "month":
        month = _month(match.group(1))
        return When(text, None, month, month)
    if name == "year-end":
        return When(text, None, LAST_MONTH, LAST_MONTH)
    if not today:
        return None
    year, month = int(today[:4]), int(today[5:7])
    if name in {"next-month", "this-month"}:
        count = year * LAST_MONTH + month - 1 + (name == "next-month")
        return When(text, count // LAST_MONTH, count % LAST_MONTH + 1, count % LAST_MONTH + 1)
    return When(text, year + {"next-year": 1, "last-year": -1}.get(name, 0))


def _month(written: str) -> int:
    return int(written) if written.isdecimal() else _MONTHS[written]
