"""One form of each character for matching, never for output: the folded text has the length of the original.

Because folding is one to one, an offset found in the folded text is an offset in the original.
"""

from __future__ import annotations

import re
from typing import Final

_WIDE_CODES: Final = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
# Sentence marks become full-width (the genre's own), those of numbers half-width; all dashes are one hyphen.
_MARKS: Final = {
    "（": "(",
    "）": ")",
    "〔": "[【［﹝〖",
    "〕": "]】］﹞〗",
    "，": ",﹐",
    "：": ":∶﹕︰",
    "；": ";﹔",
    "！": "!",
    "？": "?",
    ".": "．﹒・",
    "%": "％﹪",
    "+": "＋",
    "=": "＝",
    "/": "／",
    ">": "＞〉",
    "<": "＜〈",
    "-": "－—–―‐‑~～〜∼",
    " ": "\t\u00a0\u2002\u2003\u3000",
    "〇": "○",
}
_TABLE: Final = {chr(code): chr(code - 0xFEE0) for code in _WIDE_CODES} | {
    other: mark for mark, others in _MARKS.items() for other in others
}
_FOLDABLE: Final = re.compile("[" + re.escape("".join(_TABLE)) + "]")
_TITLE: Final = re.compile("《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")
MASK: Final = "□"


def fold(text: str) -> str:
    """The text with full-width digits and letters, brackets, dashes and blanks in one form each; same length."""
    return _FOLDABLE.sub(lambda match: _TABLE[match[0]], text)


def mask_titles(text: str) -> str:
    """The text with every 《…》 overwritten by `MASK`: a year inside a cited title means nothing outside it."""
    return _TITLE.sub(lambda match: MASK * len(match[0]), text) if "《" in text else text
