"""Outline marks of a text: those that open a paragraph, and those that run on inside one and form a sequence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from zerenku.importer.paper_words import LONG_TEXT, TITLE_END, longest_paragraph
from zerenku.model.outline import Found
from zerenku.text.fold import fold
from zerenku.text.marks import Mark, MarkStyle, marks_at, run_in_marks

UNITS: Final = frozenset({MarkStyle.PART, MarkStyle.CHAPTER, MarkStyle.SECTION, MarkStyle.ARTICLE})
BRACKETED: Final = frozenset({MarkStyle.HAN_BRACKET, MarkStyle.DIGIT_BRACKET, MarkStyle.CIRCLED})
BARE_NUMBER: Final = re.compile(r"(\d{1,2})[ \u3000]+(?=[\u4e00-\u9fff])")
COUSIN: Final = {
    (MarkStyle.HAN_BRACKET, "（）"): (MarkStyle.DIGIT_BRACKET, "（）"),
    (MarkStyle.DIGIT_BRACKET, "（）"): (MarkStyle.HAN_BRACKET, "（）"),
}
"""（4） misprinted among （三） and （五）."""
ARTICLE: Final = re.compile(r"第[一二三四五六七八九十]{1,4}条")
CONTENTS: Final = re.compile(r"^目[ \u3000]*录$", re.MULTILINE)
CONTENTS_LINE: Final = re.compile(r"(?:[.．·•]{3,}|…{2,})[ \u3000]*-?\d{1,3}-?$")
CONTENTS_TAB: Final = re.compile(r"[^\t]+\t+\d{1,3}")
"""Lines of a table of contents: their marks come again in the text."""
HEADING_REACH: Final = 40
"""A heading that runs straight into its first child is at most this long."""


@dataclass(frozen=True, slots=True)
class Token:
    """A mark at `start`; the text after it begins at `body`. `form` tells 1. from 1、 and （1） from 1）."""

    start: int
    body: int
    style: MarkStyle
    form: str
    number: int
    written: str
    leads: bool
    """Whether it opens a paragraph."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the normalised text, without its line break."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scan:
    """The outline marks of a stretch, and the 一是…二是… that are no clauses."""

    tokens: tuple[Token, ...]
    inline: tuple[Found[str], ...]


def paragraphs(text: str, start: int, end: int) -> Iterator[Paragraph]:
    """The lines of `text[start:end]`."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            yield Paragraph(start, stop)
        start = stop + 1


def scan(text: str, start: int, end: int) -> Scan:
    """The marks of `text[start:end]` in text order. One pass; one inside a paragraph needs a sequence to stand in."""
    tokens: list[Token] = []
    inline: list[Found[str]] = []
    units: dict[MarkStyle, int] = {}
    long_line = longest_paragraph(text)
    whole = [Paragraph(start, end)] if long_line == LONG_TEXT else paragraphs(text, start, end)
    contents = CONTENTS.search(text, start, end) is not None
    for paragraph in whole:
        line = text[paragraph.start : paragraph.end].replace("\n", " ")
        if _in_contents(line, contents=contents):
            continue
        marks = _with_first_units(line, run_in_marks(line))
        if not marks:
            continue
        base = paragraph.start
        inline += [
            Found(mark.value.written, base + mark.start, base + mark.start + len(mark.value.written))
            for mark in marks
            if mark.value.style is MarkStyle.INLINE
        ]
        outline = [(mark, _token(mark, base)) for mark in marks if mark.value.style is not MarkStyle.INLINE]
        tokens += _in_sequence(line, base, outline, tokens[-1] if tokens else None, units, long_line)
    if any(token.style is MarkStyle.LETTER for token in tokens):
        tokens = _lettered(tokens)
    if any(token.style is MarkStyle.DECIMAL for token in tokens):
        tokens = sorted([*tokens, *_bare_numbers(text, start, end, contents=contents)], key=lambda token: token.start)
    return Scan(tuple(tokens), tuple(inline))


def _lettered(tokens: list[Token]) -> list[Token]:
    """The marks without letters that stand alone: A. is a mark only beside a B. of its form, a name or code else."""
    letters = [token for token in tokens if token.style is MarkStyle.LETTER]
    kept: set[int] = set()
    for one, other in pairwise(letters):
        if one.form == other.form and one.written[0].isupper() is other.written[0].isupper():
            kept |= {one.start, other.start} if other.number == one.number + 1 else set()
    return [token for token in tokens if token.style is not MarkStyle.LETTER or token.start in kept]


def _in_contents(line: str, *, contents: bool) -> bool:
    return CONTENTS_LINE.search(line) is not None or (contents and CONTENTS_TAB.fullmatch(line) is not None)


def _bare_numbers(text: str, start: int, end: int, *, contents: bool) -> Iterator[Token]:
    """1 总则 above 1.1: a number and a blank are a mark where a text counts in decimals."""
    for paragraph in paragraphs(text, start, end):
        match = BARE_NUMBER.match(text, paragraph.start, paragraph.end)
        said = text[paragraph.start : paragraph.end]
        if match and len(said) <= HEADING_REACH and not _in_contents(said, contents=contents):
            yield Token(match.start(), match.end(), MarkStyle.DIGIT, ".", int(match[1]), match[1], leads=True)


def _with_first_units(line: str, marks: tuple[Found[Mark], ...]) -> tuple[Found[Mark], ...]:
    """Also the first chapter and article of a text without line breaks, and an article behind a chapter's name:
    …办法第一章总则第一条为了…. Nothing ends before them, so they are taken where the second one follows.
    """
    if not any(mark.value.style in UNITS for mark in marks):
        return marks
    more: dict[int, Found[Mark]] = {}
    for word in ("第一章", "第一条"):
        at = line.find(word)
        first = marks_at(line[at:]) if at > 0 else None
        same = [mark for mark in marks if first is not None and mark.value.style is first.style]
        if first is not None and same and same[0].value.number == 2 and at < same[0].start:
            more[at] = Found(first, at, at + first.length)
    for mark in [*marks, *more.values()]:
        if mark.value.style is MarkStyle.CHAPTER:
            found = ARTICLE.search(line, mark.end, mark.end + HEADING_REACH)
            article = marks_at(line[found.start() :]) if found else None
            if found and article is not None and _runs_into(line, mark.end, found.start()):
                more[found.start()] = Found(article, found.start(), found.start() + article.length)
    known = {mark.start for mark in marks}
    return tuple(sorted([*marks, *(mark for at, mark in more.items() if at not in known)], key=lambda mark: mark.start))


def _in_sequence(
    line: str,
    base: int,
    candidates: list[tuple[Found[Mark], Token]],
    before: Token | None,
    units: dict[MarkStyle, int],
    long_line: int,
) -> Iterator[Token]:
    """Keep what opens the line, and what counts on: 1 before a 2, or the next number of a mark already kept.

    `units` holds the last chapter and article: they are counted through the whole text, also when they run in. A line
    longer than `long_line` has lost its breaks.
    """
    last: dict[tuple[MarkStyle, str], int] = {}
    if before is not None and not (candidates and candidates[0][1].leads):
        last[before.style, before.form] = before.number
    ahead: dict[tuple[MarkStyle, str], list[int]] = {}
    for _, token in reversed(candidates):
        ahead.setdefault((token.style, token.form), []).append(token.number)
    heading: Token | None = None
    for mark, token in candidates:
        key = token.style, token.form
        ahead[key].pop()
        run = _run_of(token, last)
        follows = run is not None
        opens = token.number == 1 and 2 in ahead[key]
        into = _follows_heading(line, heading, base, mark.start)
        # A number was left out, yet the next ones count on, and this one stands right behind a heading.
        resumes = into and not follows and token.number > 1 and token.number + 1 in ahead[key]
        if not mark.value.sure:
            opens = opens and (into or _may_be_first(line, heading, mark, long_line))
            follows = follows and (token.style in BRACKETED or len(line) > long_line)
        counted = token.style in UNITS and units.get(token.style, 0) == token.number - 1
        if token.leads or follows or opens or resumes or counted:
            yield token
            last[run or key] = token.number
            units[token.style] = token.number
            heading = token


def _run_of(token: Token, last: dict[tuple[MarkStyle, str], int]) -> tuple[MarkStyle, str] | None:
    """The style and form of the marks that a mark counts on: its own, or those that it is misprinted among."""
    own = token.style, token.form
    cousin = COUSIN.get(own)
    if token.number > 1 and last.get(own) == token.number - 1:
        return own
    if token.number > 1 and cousin and own not in last and last.get(cousin) == token.number - 1:
        return cousin
    return None


def _may_be_first(line: str, heading: Token | None, mark: Found[Mark], long_line: int) -> bool:
    """Whether a mark is the first 一、 of a text without line breaks, or of an attachment there: it follows a title."""
    if mark.value.style is not MarkStyle.HAN or len(line) <= long_line:
        return False
    return heading is None or TITLE_END.search(line, max(0, mark.start - HEADING_REACH), mark.start) is not None


def _follows_heading(line: str, heading: Token | None, base: int, start: int) -> bool:
    return heading is not None and _runs_into(line, heading.body - base, start)


def _runs_into(line: str, start: int, end: int) -> bool:
    """Whether `line[start:end]` is a heading that its first child follows without a stop."""
    return end - start <= HEADING_REACH and not any(stop in line[start:end] for stop in "。；：")


def _token(found: Found[Mark], base: int) -> Token:
    mark = found.value
    form = "".join(char for char in fold(mark.written) if char in ".、（）")
    return Token(base + found.start, base + found.end, mark.style, form, mark.number, mark.written, found.start == 0)
