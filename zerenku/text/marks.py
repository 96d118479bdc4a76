"""Outline marks: 第一章, 一、, （一）, 1．, （1）, ①, A. 一是 — at the beginning of a line and inside running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from zerenku.model.numerals import int_to_chinese
from zerenku.model.outline import Found
from zerenku.text.fold import fold
from zerenku.text.numbers import read_han


class MarkStyle(StrEnum):
    """The styles a mark can have; the outline decides which level a style stands for."""

    PART = "第一部分"
    CHAPTER = "第一章"
    SECTION = "第一节"
    ARTICLE = "第一条"
    HAN = "一、"
    HAN_BRACKET = "（一）"
    DECIMAL = "1.1"
    DIGIT = "1."
    DIGIT_BRACKET = "（1）"
    CIRCLED = "①"
    LETTER = "A."
    INLINE = "一是"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its style, its number (for 1.1 the last one), how it is printed, and how many characters it takes.

    `length` counts from where the mark was looked for, blanks before and after it included, so that the text begins
    there. `sure` is false where a mark in running text follows a word rather than the end of a sentence.
    """

    style: MarkStyle
    number: int
    written: str
    length: int
    sure: bool = True

    @property
    def name(self) -> str:
        """The normalised path element (interchange.md): 一, （一）, 1, （1）, ①, 第一条."""
        number, style = self.number, self.style
        han = int_to_chinese(number) if 1 <= number <= 99 else str(number)
        if style in _UNITS:
            return f"第{han}{_UNITS[style]}"
        if style is MarkStyle.CIRCLED:
            return _circled(number)
        if style is MarkStyle.LETTER:
            return fold(self.written)[:1] or chr(ord("A") + number - 1)
        if style is MarkStyle.DECIMAL:
            return fold(self.written).replace(" ", "").rstrip(".、")
        names = {MarkStyle.HAN: han, MarkStyle.HAN_BRACKET: f"（{han}）", MarkStyle.INLINE: f"{han}是"}
        return names.get(style, f"（{number}）" if style is MarkStyle.DIGIT_BRACKET else str(number))


_UNITS: Final = {
    MarkStyle.PART: "部分",
    MarkStyle.CHAPTER: "章",
    MarkStyle.SECTION: "节",
    MarkStyle.ARTICLE: "条",
}
_BY_UNIT: Final = {unit: style for style, unit in _UNITS.items()}
_CIRCLES: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_PARENTHESISED: Final = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_FULL_STOPPED: Final = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_HAN_PARENTHESISED: Final = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_N: Final = "[一二三四五六七八九十]"

# What each alternative refuses: 第三条规定 and 第（三）项 are references, 一、二级 and 1、2月 are lists, 1.5米 is a
# number, 1.2030年 is not; 12.5万 neither begins a 12th item nor is it item 12.5.
_NOT_A_REFERENCE: Final = "(?!项(?!目)|款(?!项|式)|目(?!标|的|录|前)|条(?!件|例|块|线)|[、至]|[和及][第（〔]"
_MARK: Final = re.compile(
    rf"""
      第\ ?(?P<nth>{_N}{{1,4}}|百|\d{{1,3}})\ ?(?P<unit>部分|章|节|条)(?!第|规定|所称|所列|款|项|的|、|和|至|中)
    | (?P<han>{_N}{{1,3}}|{_N}〇)\ ?(?:、|\.(?!\d))(?!{_N}{{1,3}}(?:、|级|类|期|线|次|产业|季度|是))
    | [（〔]\ ?(?P<han_b>{_N}{{1,3}}|{_N}〇)\ ?[）〕]{_NOT_A_REFERENCE}|阶段)
    | (?P<han_c>[{_HAN_PARENTHESISED}])
    | (?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:\.(?!\d)|、|\ +(?=[^\d%])
        |(?=[\u4e00-\u9fff])(?![万亿千百个米元吨倍小分公毫厘度年月日平立%]))
    | (?P<digit>\d{{1,3}})\ ?(?:\.\ ?(?!\d)|\.\ ?(?=20\d\d\ ?年|(?:1[0-2]|[1-9])\ ?月)
        |、(?!\d{{1,2}}(?:[、月日号\-]|\D?[类级项号]))
        |、(?:(?<=\A\d、)|(?<=\A\d\d、))(?=(?:1[0-2]|[1-9])\ ?月[底末初前\d上中下])|(?=[{_FULL_STOPPED}]))
    | (?P<digit_s>[{_FULL_STOPPED}])
    | [（〔]\ ?(?P<digit_b>\d{{1,2}})\ ?[）〕]{_NOT_A_REFERENCE})
    | (?P<digit_r>\d{{1,2}})\ ?）
    | (?P<digit_p>[{_PARENTHESISED}])
    | (?P<circled>[{_CIRCLES}])
    | (?P<letter>[A-Ha-h])\ ?(?:[.）](?=\ *[\u4e00-\u9fff“《])|、(?=\ *[\u4e00-\u9fff]{{2}}(?![、和级])))
    | (?P<inline>{_N}{{1,3}})\ ?是(?!否|非|指|由|什)
    """,
    re.VERBOSE,
)
_BLANKS: Final = re.compile(r"[\s　]*")
_RUN_IN: Final = re.compile(
    rf"[第（〔一二三四五六七八九十\d{_CIRCLES}{_PARENTHESISED}{_FULL_STOPPED}{_HAN_PARENTHESISED}]"
    r"|(?<![A-Za-z\d/\-])[A-Ha-h](?=\ ?[.、）])"
)
_SENTENCE_END: Final = frozenset("。；：！？”’」）〕> \n")
_REFERS: Final = frozenset("第见之至和及与或、-/")
# After these a bracket or numeral refers to something else, or is the end of a word: 第（三）, 见（一）, 统一、十一、.
_NO_MARK_AFTER: Final = frozenset("第见之的一统唯同专万单合逐其归十百零〇至和及与或或、-/")


def marks_at(line: str) -> Mark | None:
    """The mark that a line begins with, or None. Leading blanks are skipped and counted in `length`."""
    folded = fold(line)
    start = _blank_end(folded, 0)
    match = _MARK.match(folded, start)
    mark = _mark(match, line, 0) if match else None
    if mark is not None and mark.style is MarkStyle.DIGIT_BRACKET and folded[start] not in "（〔":
        # 1）as a mark, but not the tail of a bracket that was opened on the line before.
        return mark if mark.number <= 30 else None
    return mark


def run_in_marks(text: str) -> tuple[Found[Mark], ...]:
    """Candidates inside a paragraph, its beginning included; those with `sure` false need a sequence to stand in."""
    return tuple(_run_in(text, fold(text)))


def _run_in(text: str, folded: str) -> Iterator[Found[Mark]]:
    position = 0
    while found := _RUN_IN.search(folded, position):
        start = found.start()
        match = _MARK.match(folded, start)
        position = start + 1
        if match is None:
            continue
        sure = _after_sentence(folded, start)
        mark = _mark(match, text, start, sure=sure)
        if mark is None or (not sure and not _after_word(folded, start, mark)):
            continue
        if mark.style is MarkStyle.CIRCLED:
            # ① has no other use: after a comma it opens a list as well as after a stop.
            mark = replace(mark, sure=True)
        position = start + mark.length
        yield Found(mark, start, position)


def _after_sentence(folded: str, start: int) -> bool:
    """At the beginning or after the end of a sentence; a gap of two blanks, or one before 第…条, ends one as well."""
    end = start
    while end and folded[end - 1] == " ":
        end -= 1
    gap = start - end
    return end == 0 or folded[end - 1] in _SENTENCE_END or gap > 1 or (gap == 1 and folded[start] == "第")


def _after_word(folded: str, start: int, mark: Mark) -> bool:
    # A blank is what is left of a line end where a text lost its breaks.
    before = folded[start - 2] if folded[start - 1] == " " and start > 1 else folded[start - 1]
    if mark.style is MarkStyle.INLINE:
        return before == "，"
    if mark.style is MarkStyle.DIGIT_BRACKET and folded[start] not in "（〔":
        return False
    if folded[start - 2 : start] in {"清单", "名单"}:
        return True
    if (
        before in (_REFERS if mark.style is MarkStyle.DIGIT else _NO_MARK_AFTER)
        or before.isdigit()
        or before in "（〔"
        or mark.style is MarkStyle.LETTER
    ):
        return False
    if mark.style in _UNITS or folded[start - 2 : start] in {"附件", "附表", "附图", "专栏"}:
        return False
    return mark.style is not MarkStyle.DECIMAL and ("\u4e00" <= before <= "\u9fff" or before in "》，")


def _mark(match: re.Match[str], text: str, base: int, *, sure: bool = True) -> Mark | None:
    kind = match.lastgroup or ""
    if kind == "unit":
        style, number = _BY_UNIT[match["unit"]], _number(match["nth"])
    else:
        style, number = _STYLES[kind], _number(match[kind])
    if number is None or not 1 <= number <= 300:
        return None
    written = text[match.start() : match.end()].rstrip()
    return Mark(style, number, written, _blank_end(text, match.end()) - base, sure)


_STYLES: Final = {
    "han": MarkStyle.HAN,
    "han_b": MarkStyle.HAN_BRACKET,
    "han_c": MarkStyle.HAN_BRACKET,
    "decimal": MarkStyle.DECIMAL,
    "digit": MarkStyle.DIGIT,
    "digit_s": MarkStyle.DIGIT,
    "digit_b": MarkStyle.DIGIT_BRACKET,
    "digit_r": MarkStyle.DIGIT_BRACKET,
    "digit_p": MarkStyle.DIGIT_BRACKET,
    "circled": MarkStyle.CIRCLED,
    "letter": MarkStyle.LETTER,
    "inline": MarkStyle.INLINE,
}


def _number(written: str) -> int | None:
    for row in (_CIRCLES, _PARENTHESISED, _FULL_STOPPED, _HAN_PARENTHESISED):
        if written in row:
            return row.index(written) + 1
    if written[0].isdigit():
        return int(written.rsplit(".", 1)[-1])
    if written.isascii():
        return ord(written.lower()) - ord("a") + 1
    # Word's numbering digit by digit: after 九 come 一〇 and 一一.
    tens, ones = (read_han(written[0]), read_han(written[1])) if len(written) == 2 else (None, None)
    return 10 * tens + ones if tens is not None and ones is not None and tens < 10 > ones else read_han(written)


def _circled(number: int) -> str:
    return _CIRCLES[number - 1] if number <= len(_CIRCLES) else f"（{number}）"


def _blank_end(text: str, start: int) -> int:
    found = _BLANKS.match(text, start)
    return found.end() if found else start
