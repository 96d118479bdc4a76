"""Bracket pairs and splitting outside brackets, on folded text."""

from __future__ import annotations

import re
from typing import Final

_SIGN: Final = re.compile(r"[^\w ]")
_BRACKET: Final = re.compile(r"[（）〔〕\n]")


def outer_brackets(folded: str) -> list[tuple[int, int]]:
    """Start of the opening and end of the closing bracket of each outermost pair, line by line.

    A bracket that is never closed does not count, so the pairs inside it are outermost; neither does one that is
    closed without having been opened.
    """
    pairs: list[tuple[int, int]] = []
    outer: list[tuple[int, int]] = []
    stack: list[int] = []
    for match in _BRACKET.finditer(folded):
        char, at = match[0], match.start()
        if char in "（〔":
            stack.append(at)
        elif char in "）〕":
            if stack:
                pairs.append((stack.pop(), at + 1))
        else:
            stack.clear()
    end = -1
    for pair in sorted(pairs):
        if pair[0] >= end:
            outer.append(pair)
            end = pair[1]
    return outer


def split_outside(folded: str, marks: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The stretches between `marks` that stand outside brackets, as offsets, blank ones left out.

    Marks are signs: neither letters nor digits nor blanks.
    """
    stop = len(folded) if end is None else end
    parts: list[tuple[int, int]] = []
    depth, begin = 0, start
    for match in _SIGN.finditer(folded, start, stop):
        char, at = match[0], match.start()
        if char in "（〔":
            depth += 1
        elif char in "）〕":
            depth = max(0, depth - 1)
        elif depth == 0 and char in marks:
            parts.append((begin, at))
            begin = at + 1
    parts.append((begin, stop))
    return [(first, last) for first, last in parts if folded[first:last].strip()]
