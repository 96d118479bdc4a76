"""Signature and dates: who signed when, who printed when, who got a copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from zerenku.importer.lines import (
    DATE_LINE,
    SIGNED_DATE,
    Line,
    is_dated,
    is_signature,
    names_authority,
    squash,
)
from zerenku.importer.paper_words import BLANK_DAY, DAY
from zerenku.model.numerals import chinese_to_int
from zerenku.model.outline import Found

PRINTED: Final = re.compile(rf"(?P<by>[^\d，。：:]{{2,40}}?)? *(?P<date>{DAY}|{BLANK_DAY}) *印 *[发制]")
COPIES: Final = re.compile(r"[抄分] *[送报] *[:：] *(?P<names>.+)")
ADOPTED: Final = re.compile(r"成文日期[:：] *|签发日期[:：] *|发文日期[:：] *|印发日期[:：] *")
ZEROS: Final = str.maketrans("〇○零OoO", "000000")
HAN_DIGITS: Final = {char: str(value) for value, char in enumerate("零一二三四五六七八九")}


def day_of(written: str) -> date | None:
    """2023年1月29日, 二〇二三年一月二十九日, 2023-01-29; None when there is no such day."""
    text = squash(written).translate(ZEROS).strip("（）()")
    parts = re.split(r"[年月日./-]", text)
    try:
        if parts[0].isdecimal():
            return date(*(int(part) for part in parts[:3]))
        year = int("".join(HAN_DIGITS.get(char, char) for char in parts[0]))
        month, day = chinese_to_int(parts[1]), chinese_to_int(parts[2])
        return date(year, month or 0, day or 0)
    except (ValueError, TypeError, IndexError):
        return None


def signed(
    lines: Sequence[Line], first: int, begin: int, opening_end: int, until: int
) -> tuple[Found[date] | None, tuple[Found[str], ...]]:
    """The signing date and the signatures above it: of the notice if there is one, else of the plan's end."""
    # Minutes carry their date above the title.
    for low, high in ((begin, opening_end), (opening_end, until), (opening_end, len(lines)), (first, begin)):
        for row in range(low, high):
            if is_dated(lines[row]) and (found := _dated(lines, row)) is not None:
                return found, _signatures(lines, row, begin)
    for row in range(first, min(opening_end, len(lines))):
        line = lines[row]
        match = ADOPTED.search(line.folded)
        if match and (found := _adopted(lines, row, match.end())) is not None:
            return found, _signatures(lines, until, begin) if until else ()
    return None, _last_signature(lines, begin, until)


def _dated(lines: Sequence[Line], row: int) -> Found[date] | None:
    line = lines[row]
    match = SIGNED_DATE.fullmatch(line.folded)
    written = match["date"] if match else line.folded.strip()
    day = day_of(written)
    start = line.start + line.folded.index(written)
    return Found(day, start, start + len(written)) if day else None


def _adopted(lines: Sequence[Line], row: int, offset: int) -> Found[date] | None:
    """A date behind 成文日期：, on the same line or the next."""
    for line, begin in ((lines[row], offset), (lines[min(row + 1, len(lines) - 1)], 0)):
        dated = DATE_LINE.match(line.folded[begin:].lstrip())
        written = dated[0] if dated else ""
        if day := day_of(written):
            start = line.start + line.folded.index(written, begin)
            return Found(day, start, start + len(written))
    return None


def _signatures(lines: Sequence[Line], row: int, begin: int) -> tuple[Found[str], ...]:
    """The names above (or before) a signing date, several on a line when blanks stand between."""
    found: list[Found[str]] = []
    match = SIGNED_DATE.fullmatch(lines[row].folded) if row < len(lines) else None
    if match:
        found += _split(lines[row], lines[row].text[: match.end("sign")])
    for above in range(row - 1, max(begin, row - 16), -1):
        line = lines[above]
        if not names_authority(line, 80) or "《" in line.text or "：" in line.text:
            break
        found = _split(line, line.text) + found
    return tuple(found)


def _split(line: Line, text: str) -> list[Found[str]]:
    names = []
    for match in re.finditer(r"\S+(?: \S+)*", text):
        name = squash(match[0])
        if len(name) > 2:
            start = line.start + line.text.index(match[0])
            names.append(Found(name, start, start + len(match[0])))
    return names


def _last_signature(lines: Sequence[Line], begin: int, until: int) -> tuple[Found[str], ...]:
    for row in range(until - 1, max(begin, until - 4), -1):
        if is_signature(lines[row]):
            return tuple(_split(lines[row], lines[row].text))
    return ()


def printed(lines: Sequence[Line], first: int, until: int) -> tuple[Found[str] | None, Found[date] | None]:
    """印发机关 and 印发日期 of the imprint."""
    for row in range(until - 1, first - 1, -1):
        line = lines[row]
        if "印" not in line.text or len(line.text) > 90:
            continue
        match = PRINTED.fullmatch(line.folded.strip())
        if match:
            day = day_of(match["date"])
            start = line.start + line.folded.index(match["date"])
            by = squash(match["by"] or "")
            office = Found(by, line.start, line.start + len(match["by"])) if by and match["by"] else None
            return office, Found(day, start, start + len(match["date"])) if day else None
    return None, None


def copies(lines: Sequence[Line], first: int, until: int) -> tuple[Found[str], ...]:
    """抄送: the bodies named, to the end of the sentence."""
    for row in range(first, until):
        line = lines[row]
        match = COPIES.match(line.folded)
        if match is None:
            continue
        found, start = [], match.start("names")
        for part in re.finditer(r"[^，、；。]+", line.text[start:]):
            name = part[0].strip()
            if name:
                found.append(Found(name, line.start + start + part.start(), line.start + start + part.end()))
        return tuple(found)
    return ()
