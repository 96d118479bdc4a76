"""The length of a text as Word counts it under 字数."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from generators import blocks as b

# Letters and digits of alphabets that put blanks between words, with the half-width marks among them.
WORD: Final = r"[!-~\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff]+"
COUNTED: Final = re.compile(rf"{WORD}|\S")


def count_words(text: str) -> int:
    """A Chinese character or full-width mark is one, and so is an unbroken run of half-width ones (`12.5%`).

    Where fonts decide whether Word counts a mark by itself (“ ” — · ×) it is counted, so Word never counts more.
    """
    return len(COUNTED.findall(text))


def length_of(blocks: Iterable[b.Block]) -> int:
    """The length of a whole paper, title and date included; tables are not counted."""
    return sum(count_words(text) for block in blocks for text in _texts(block))


def _texts(block: b.Block) -> tuple[str, ...]:
    match block:
        case b.Title():
            return block.lines
        case b.Addressees():
            return (f"{block.text}：",)
        case b.Heading() | b.Para():
            return (block.text,)
        case b.Signature():
            return (*block.names, block.date)
        case _:
            return ()
