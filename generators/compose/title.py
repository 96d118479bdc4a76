"""Where a title breaks: between words, in lines that make a trapezoid or a diamond (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

LINE: Final = 20.0  # full-width characters of 二号 on one line of the type area
SIDEWAYS_LINE: Final = 28.0  # the same on a turned sheet
NOT_FIRST: Final = "，。、；：！？）》〉」』】〕”’…—·％%"
NOT_LAST: Final = "（《〈「『【〔“‘—"
MOST_LINES: Final = 5
# Words of any official title; what a place, a campaign or a trade is called comes with the caller.
WORDS: Final = (
    "关于 印发 转发 开展 进一步 加强 做好 落实 推进 通知 意见 方案 "
    "实施方案 工作方案 行动方案 安全生产 专项行动 专项整治 治本攻坚 三年行动 标准规范 隐患 排查 整治 "
    "整治提升 企业 行动 实施 工作 情况 进度 统计表 清单 责任 办公室 委员会 "
    "重点 行业 领域"
).split()
CLUSTER: Final = re.compile(r"[\x21-\x7e]+[年月日号届次]?|（[^（）]{1,12}）|“[^“”]{1,4}”|的通知")
RAGGED: Final = 100.0
LEAST_SPREAD: Final = 2.0  # lines of more nearly one length make a rectangle


def break_title(
    text: str, *, whole: Iterable[str] = (), line: float = LINE, above: Sequence[str] = ()
) -> tuple[str, ...]:
    """The title in as few lines of `line` characters as it needs, words uncut if possible; `whole` adds words.

    `above` are lines that stand over these ones and make one shape with them.
    """
    lines = max(1, -int(-_width(text) // line))
    for words in ((*WORDS, *whole), ()):
        uncut = tuple(_uncut(text, words))
        cuts = [at for at in range(1, len(text)) if _may_break(text, at, uncut)]
        for count in range(lines, max(MOST_LINES, lines + 2) + 1):
            if found := _Search(text, cuts, line, tuple(above)).best(count):
                return found
    return (text,)


class _Search:
    """The least ugly way to cut a text in a number of lines: all ways are tried but those that can no longer win."""

    def __init__(self, text: str, cuts: Sequence[int], line: float, above: tuple[str, ...]) -> None:
        self._text, self._line, self._above = text, line, above
        self._edges = (*cuts, len(text))
        inked = (0.0 if char.isspace() else _width(char) for char in text)
        self._before = (0.0, *itertools.accumulate(inked))
        self._found: list[tuple[float, tuple[str, ...]]] = []  # none or the best one

    def best(self, count: int) -> tuple[str, ...]:
        """The lines, or nothing when no cut lets all of them fit."""
        self._found = []
        self._cut((), 0, count)
        return next((lines[len(self._above) :] for _, lines in self._found), ())

    def _cut(self, made: tuple[str, ...], start: int, count: int) -> None:
        if not count:
            self._found = [min([*self._found, _ugliness((*self._above, *made))])]
            return
        left = self._before[-1] - self._before[start]
        even = self._before[start] + left / count
        for end in sorted(self._ends(start, count), key=lambda end: abs(self._before[end] - even)):
            piece = self._text[start:end].strip()
            if _width(piece) <= self._line and self._may_win((*self._above, *made, piece)):
                self._cut((*made, piece), end, count - 1)

    def _ends(self, start: int, count: int) -> list[int]:
        """Where the next of `count` lines may end so that the rest still fits under it."""
        if count == 1:
            return [len(self._text)]
        most = self._before[start] + self._line
        least = self._before[-1] - (count - 1) * self._line
        return [end for end in self._edges if start < end < len(self._text) and least <= self._before[end] <= most]

    def _may_win(self, lines: tuple[str, ...]) -> bool:
        """False when what is cut so far is uglier already than the best that was found."""
        if not self._found:
            return True
        widths = [_width(piece) for piece in lines]
        spread = max(widths) - min(widths)
        return (spread if spread >= LEAST_SPREAD else 0.0) <= self._found[0][0]


def _width(text: str) -> float:
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def _uncut(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where words, numbers and short brackets stand: no line ends inside them."""
    yield from (match.span() for match in CLUSTER.finditer(text))
    for word in dict.fromkeys(words):
        at = text.find(word)
        while word and at >= 0:
            yield at, at + len(word)
            at = text.find(word, at + len(word))


def _may_break(text: str, at: int, uncut: tuple[tuple[int, int], ...]) -> bool:
    """False inside what stays whole, or where a line would begin or end with the wrong mark."""
    if text[at] in NOT_FIRST or text[at - 1] in NOT_LAST:
        return False
    return not any(left < at < right for left, right in uncut)


def _ugliness(pieces: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """Small for lines of nearly, but not exactly, one length; an hourglass is the worst of shapes."""
    widths = [_width(piece) for piece in pieces]
    steps = [right - left for left, right in itertools.pairwise(widths)]
    score = max(widths) - min(widths)
    if len(widths) > 1 and score < LEAST_SPREAD:
        score = RAGGED / 10  # a rectangle
    hollow = any(first < 0 < second for first, second in itertools.pairwise(steps))
    return score + (RAGGED if hollow else 0), pieces
