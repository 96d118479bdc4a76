"""Paths of clauses as people write them: 二（三）5, 附件4二（一）2, 第五部分第17条. One element a level."""

from __future__ import annotations

import re
from typing import Final

from search.analyzer import fold

_NUMERAL: Final = "[一二三四五六七八九十]+"
_ANNEX: Final = "[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
PATH_ELEMENT: Final = re.compile(
    rf"附件(?:{_ANNEX}|[0-9]*)|第(?:{_NUMERAL}|[0-9]+)(?:部分|[编章节条款项点段])|[(]{_NUMERAL}[)]|[(][0-9]{{1,2}}[)]|{_NUMERAL}|[0-9]+|¶[0-9]+"
)
PATH_FILLING: Final = re.compile(r"[\s、,.，．。/的]+")
# Inside a sentence a path shows by two marks side by side, one of them in brackets or called 附件 or 第…条.
PATH_INSIDE: Final = re.compile(rf"(?:(?:{PATH_ELEMENT.pattern})[\s、,.，．。/的]*)+")
MARKED: Final = ("(", "第", "附")
# One mark alone is a path at the end of a question, where no law stands before it: 青禾县第13条.
PATH_LAST: Final = re.compile(r"(?:^|[^法例定程准则规范》])(第[0-9]+[条项点])(?=[\s?？。]*$)")
DIGITS: Final = "一二三四五六七八九"
TEN: Final = 10


def read_path(text: str) -> tuple[str, ...]:
    """`附件4二(一)2`, `二、（一）2．` or `附件4/二/（一）/2` as path elements; empty when it is something else.

    A bare number is no path, and neither is a lone Chinese numeral inside other words.
    """
    rest = PATH_FILLING.sub("/", fold(text)).strip("/")
    bare = rest[:1].isdecimal()
    elements: list[str] = []
    while rest:
        match = PATH_ELEMENT.match(rest)
        if match is None:
            return ()
        elements.append(_element(match.group()))
        rest = rest[match.end() :].lstrip("/")
    return () if not elements or bare else tuple(elements)


def cut_path(folded: str) -> tuple[tuple[str, ...], str]:
    """The path that a folded question names, and the question without it; the path is empty when there is none.

    A word of its own may be a path whatever its marks; inside other words it takes two marks, one of them plain to see.
    """
    for match in PATH_INSIDE.finditer(folded):
        marks = [item.group() for item in PATH_ELEMENT.finditer(match.group())]
        if len(marks) > 1 and any(mark.startswith(MARKED) for mark in marks) and (path := read_path(match.group())):
            return path, f"{folded[: match.start()]} {folded[match.end() :]}"
    path, rest = cut_last_path(folded)
    if path:
        return path, rest
    parts = folded.split()
    for at, part in enumerate(parts):
        if path := read_path(part):
            return path, " ".join((*parts[:at], *parts[at + 1 :]))
    return (), folded


def cut_last_path(folded: str) -> tuple[tuple[str, ...], str]:
    """The one mark that a folded text ends with (青禾县第13条), and the text without it; the path is empty for none."""
    alone = PATH_LAST.search(folded)
    if alone and (path := read_path(alone.group(1))):
        return path, f"{folded[: alone.start(1)]} {folded[alone.end(1) :]}"
    return (), folded


def _element(written: str) -> str:
    if written.startswith("("):
        return f"（{written[1:-1]}）"
    if written.startswith("附件"):
        number = written[2:]
        return f"附件{number if number.isdecimal() or not number else _number(number)}"
    if not written.startswith("第"):
        return written
    unit = "部分" if written.endswith("部分") else written[-1]
    number = written[1:].removesuffix(unit)
    if unit == "段":
        return f"¶{number if number.isdecimal() else _number(number)}"
    if unit == "部分":
        return _numeral(int(number)) if number.isdecimal() else number
    # 第17条 is the item with the mark 17．; 第十七条 is a mark of its own.
    return number if number.isdecimal() else written


def _number(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    value = DIGITS.find(ones) + 1 if ones else 0
    return value + (TEN * (DIGITS.find(tens) + 1 if tens else 1) if ten else 0)


def _numeral(number: int) -> str:
    tens, ones = divmod(number, TEN)
    head = "" if not tens else ("十" if tens == 1 else f"{DIGITS[tens - 1]}十")
    return head + (DIGITS[ones - 1] if ones else "")
