"""Dates, numbers with a unit and cited titles wherever they stand in a text, whatever they are there for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from zerenku.model.outline import Found
from zerenku.text.calendar_words import DateWords, date_words
from zerenku.text.cites import read_cites
from zerenku.text.fold import fold, mask_titles

UNITS: Final = (
    "%|‰|个百分点|(?:万|亿|千)?(?:家次|人次|户次|平方米|平方公里|公里|万元|亿元|小时|分钟|周岁|课时|学时|批次|场次|点次"
    "|家|次|个|名|人|项|件|台|套|处|座|元|支|场|期|篇|天|吨|米|户|艘|辆|条|类|级|字|分)"
)
"""Units after which a number says something that a reader may need."""
NUMBER: Final = rf"\d+(?:\.\d+)? ?(?:{UNITS})"
TITLE: Final = "《[^《》]*(?:《[^《》]*》[^《》]*)*》"
_NUMBERS: Final = re.compile(rf"(?<![\d.])(?P<value>\d+(?:\.\d+)?) ?(?P<unit>{UNITS})")
_INSIDE: Final = re.compile("《([^《》]+(?:《[^《》]*》[^《》]*)*)》")


class MentionKind(StrEnum):
    """What is mentioned; the value is how a message names it."""

    DATE = "日期"
    NUMBER = "数字"
    CITE = "引用"


@dataclass(frozen=True, slots=True)
class Mention:
    """A thing a text mentions; `key` is its folded words without blanks (of a citation: title and number, apart)."""

    kind: MentionKind
    keys: tuple[str, ...]
    words: DateWords | None = None
    value: float | None = None

    def is_on(self, day: date) -> bool:
        """Whether a mentioned date may mean that day: its span ends or begins there, a bare year holds it."""
        words = self.words
        if words is None or (words.year or day.year) != day.year:
            return False
        if words.fine == "year" and not words.closes and not words.before:
            return True
        return day in {words.due(day.year), words.first(day.year)}


def read_mentions(text: str) -> tuple[Found[Mention], ...]:
    """Every date, number with a unit, and citation, in order; dates and numbers inside a 《》 are the title's own."""
    masked = mask_titles(fold(text))
    return tuple(sorted((*_dates(masked), *_numbers(masked), *_cites(text)), key=lambda item: item.start))


def squeeze(text: str) -> str:
    """The text folded and without any white space: the form in which two writings are compared."""
    return re.sub(r"\s+", "", fold(text))


def _dates(masked: str) -> Iterator[Found[Mention]]:
    for words in date_words(masked):
        key = squeeze(masked[words.start : words.end])
        yield Found(Mention(MentionKind.DATE, (key,), words=words), words.start, words.end)


def _numbers(masked: str) -> Iterator[Found[Mention]]:
    for match in _NUMBERS.finditer(masked):
        mention = Mention(MentionKind.NUMBER, (squeeze(match[0]),), value=float(match["value"]))
        yield Found(mention, match.start(), match.end())


def _cites(text: str) -> Iterator[Found[Mention]]:
    for item in read_cites(text):
        title = _INSIDE.search(fold(item.value))
        rest = re.sub(TITLE, "", fold(item.value)).strip("（） ")
        keys = tuple(squeeze(key) for key in (title[1] if title else "", rest) if key)
        yield Found(Mention(MentionKind.CITE, keys or (squeeze(item.value),)), item.start, item.end)
