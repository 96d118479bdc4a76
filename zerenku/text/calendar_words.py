"""Dates as words: 2030年6月底前, 第二季度, 今年, 年底 — what they say, before anybody asks what they mean here."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from zerenku.text.numbers import read_han
from zerenku.text.seeking import seek

_MONTH: Final = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_RANGE_OPENS: Final = rf"(?=\ ?(?:-+|至|到)\ ?{_MONTH}\ ?月)"
"""5-10月 says 月 only once."""
_PART: Final = (
    rf"(?:[上下]半年|第?\ ?[一二三四1-4]\ ?季度"
    rf"|{_MONTH}\ ?月份?(?:\ ?{_DAY}\ ?[日号](?!常)|(?:上中|中下|[上中下])旬)?|{_MONTH}{_RANGE_OPENS})"
)
_DATE: Final = re.compile(
    rf"""
    (?:(?:(?<![\d.])(?P<year>(?:20|19)\ ?\d\ ?\d|二[〇零][〇零一二三四五六七八九]{{2}})\ ?年(?!代|级|龄|限|来|期|轻)
         |(?P<relative>今年|本年度?|当年|明年|次年|翌年)(?!度)
         |(?<![\d一二三四五六七八九十两几多每半全逐近往当历百周明今本去次翌生常老青幼中成个年上])
          (?<!\d\ )(?P<bare>年)(?=[底末终内]))
       (?:\ ?(?P<part>{_PART})|\ ?年(?=[底末终内]))?
      |(?<![\d.第近每满前个])(?P<alone>{_PART})
      |(?<![\d.])(?P<dotted>20\d\d[./-]\d{{1,2}}[./-]\d{{1,2}})(?![\d.]))
    (?:\ ?（(?:星期|周)[一二三四五六日天]）)?
    (?:\ ?(?:(?:[上下中]午|晚上?)?\ ?(?:\d{{1,2}}\ ?(?:[时点](?:整|\d{{1,2}}分)?|：\ ?\d\d))?|下班|开学)
      (?=\ ?[之以]?前))?
    \ ?(?P<end>底|末|终(?!身|端|止)|内(?!部|容|设|外|涵|生))?
    \ ?(?P<before>之前|以前|前(?![一二三四五\d列置期后述沿景提来往身]))?
    """,
    re.VERBOSE,
)
# Looking for a date everywhere would be most of the work of reading a text: these are the characters one begins with.
_BEGINS: Final = re.compile(
    r"[ \d今本当明次翌年上下第一二三四五六七八九十](?=[底末终内]|[^\n]{0,8}?[年月季]|\d{3}[./-])"
)
_PIECES: Final = re.compile(
    rf"(?P<half>[上下])半年|第?\ ?(?P<quarter>[一二三四1-4])\ ?季度"
    rf"|(?P<from>{_MONTH})$|(?P<month>{_MONTH})\ ?月份?(?:\ ?(?P<day>{_DAY})\ ?[日号]|(?P<third>上中|中下|[上中下])旬)?"
)
_THIRDS: Final = {"上": 10, "中": 20, "下": 31}
"""The last day of each third of a month; 中下旬 ends as 下旬 does."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date expression: where it stands, the year it names, and the last day of the span it names in that year.

    `relative` is the word for a year that is not written out (今年, 次年, or 年 of 年底); `month` and `day` are the end
    of what is named (12 and 31 for a year); `fine` says how fine it is: year, half, quarter, month, third or day.
    """

    start: int
    end: int
    year: int | None
    relative: str | None
    month: int
    day: int
    fine: str
    closes: str | None
    before: bool
    han: bool

    def due(self, year: int) -> date:
        """The last day that fulfils it: 6月底前 is 30 June, 6月前 31 May, 6月30日前 30 June, 2031年前 all of 2030."""
        if self.before and not self.closes and self.fine in {"year", "month"}:
            first = date(year, self.month if self.fine == "month" else 1, 1)
            return first - timedelta(days=1)
        return date(year, self.month, min(self.day, calendar.monthrange(year, self.month)[1]))

    def first(self, year: int) -> date:
        """The first day of the span it names."""
        months = {"year": 12, "half": 6, "quarter": 3}.get(self.fine, 1)
        if self.fine == "day":
            return date(year, self.month, min(self.day, calendar.monthrange(year, self.month)[1]))
        return date(year, self.month - months + 1, 1)


def date_words(masked: str, start: int = 0, end: int | None = None) -> Iterator[DateWords]:
    """Every date expression of folded text in order (titles masked by the caller)."""
    end = len(masked) if end is None else end
    for match in seek(_DATE, _BEGINS, masked, start, end):
        if match["dotted"]:
            year, month, day = map(int, re.split(r"[./-]", match["dotted"]))
            fine, han = "day", False
            if not (1 <= month <= 12 and 1 <= day <= 31):
                continue
        else:
            month, day, fine, han = _span(match["part"] or match["alone"])
            year = _whole((match["year"] or "0").replace(" ", ""))
        yield DateWords(
            start=match.start(),
            end=match.start() + len(match[0].rstrip()),
            year=year or None,
            relative=match["relative"] or match["bare"],
            month=month,
            day=day,
            fine=fine,
            closes=match["end"],
            before=match["before"] is not None,
            han=han,
        )


def _whole(written: str) -> int:
    return int(written) if written.isdigit() else (read_han(written) or 0)


def _span(part: str | None) -> tuple[int, int, str, bool]:
    """Month and day at which the words end, how fine they are, and whether the month is a Chinese numeral."""
    pieces = _PIECES.match(part or "")
    if pieces is None:
        return 12, 31, "year", False
    if pieces["half"]:
        return (6, 30, "half", False) if pieces["half"] == "上" else (12, 31, "half", False)
    if pieces["quarter"]:
        return _whole(pieces["quarter"]) * 3, 31, "quarter", False
    written = pieces["from"] or pieces["month"]
    month = _whole(written)
    if pieces["day"]:
        return month, _whole(pieces["day"]), "day", not written.isdigit()
    if pieces["third"]:
        return month, _THIRDS[pieces["third"][-1]], "third", not written.isdigit()
    return month, 31, "month", not written.isdigit()
