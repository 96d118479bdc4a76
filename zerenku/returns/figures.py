"""Figures, days and months as people type them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Final

from zerenku.returns.columns import Leaf, Measure, plain

NUMBER: Final = re.compile(r"[+-]?\d{1,12}(?:\.\d{1,10})?")
GROUPED: Final = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
NOTHING: Final = frozenset({"", "/", "-", "--", "—", "——"})
DAY: Final = re.compile(r"(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[T ]?00:00(?::00)?)?")
COMPACT_DAY: Final = re.compile(r"(20\d{2})(\d{2})(\d{2})")
SHORT_DAY: Final = re.compile(r"(\d{1,2})月(\d{1,2})日")
MONTH: Final = re.compile(r"(?<!\d)(20\d{2})(?:[-/._]|年)?(1[0-2]|0?[1-9])(?!\d)月?")
SHORT_MONTH: Final = re.compile(r"(?<![\d至到—-])(1[0-2]|0?[1-9])月(?!\d)")


class Misfit(Exception):
    """A cell that does not hold what its column asks for: the rule, what is wrong, what to do."""

    def __init__(self, rule: str, text: str, suggest: str) -> None:
        self.rule, self.text, self.suggest = rule, text, suggest
        super().__init__(text)


def read_figure(text: str, leaf: Leaf) -> Decimal | None:
    """The figure, None for a blank or a dash. Raises Misfit for text, a negative, or a fraction where one counts."""
    written = _bare(text, leaf)
    if written in NOTHING:
        return None
    if GROUPED.fullmatch(written):
        written = written.replace(",", "")
    if not NUMBER.fullmatch(written):
        raise Misfit("return-number", f"“{text.strip()[:20]}”不是数字", "请填数字，没有就填 0")
    value = Decimal(written)
    if value < 0:
        raise Misfit("return-negative", f"{written} 是负数", "请核对后填不小于 0 的数")
    if leaf.measure is Measure.COUNT and value != value.to_integral_value():
        raise Misfit("return-fraction", f"{written}{leaf.unit}不是整数", "请填整数")
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def read_day(text: str, *, year: int) -> date | None:
    """The day in 2030-03-05, 2030/3/5, 2030年3月5日, 20300305 or 3月5日 (in `year`); None for anything else."""
    written = plain(text)
    match = DAY.fullmatch(written) or COMPACT_DAY.fullmatch(written)
    numbers = [int(part) for part in match.groups()] if match else []
    if short := SHORT_DAY.fullmatch(written):
        numbers = [year, *(int(part) for part in short.groups())]
    try:
        return date(*numbers) if numbers else None
    except ValueError:
        return None


def read_month(text: str, *, years: tuple[int, ...] = ()) -> str | None:
    """`2030-03` from 2030-03, 203003, 2030年3月; from 3月 alone when there is only one year it could be."""
    written = plain(text)
    if match := MONTH.search(written):
        return f"{int(match[1])}-{int(match[2]):02}"
    if len(years) == 1 and (match := SHORT_MONTH.search(written)):
        return f"{years[0]}-{int(match[1]):02}"
    return None


def _bare(text: str, leaf: Leaf) -> str:
    """Half-width, without blanks and without the column's own unit."""
    written = plain(unicodedata.normalize("NFKC", text).replace("\u2212", "-"))
    unit = plain(leaf.unit)
    return written.removesuffix(unit) if unit and written != unit else written
