"""The one chain that index, query, command line and browser share: a text becomes units, units become terms.

A unit is one Han character, or one whole run of digits, or one whole run of Latin letters. Punctuation, brackets,
blanks and widths make no difference, so 〔2023〕5号, [2023]5号 and （２０２３）５号 are the same. `assets/analyse.js`
does the same in the browser; tests/cases/search.yml holds both to it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Ranges that both this module and the browser's regular expressions can write; NFKC folds compatibility forms before.
HAN: Final = "\u3005\u3007\u3400-\u9fff\U00020000-\U0003ffff"
LETTERS: Final = "a-z\u00df-\u024f\u0370-\u052f"
UNITS: Final = re.compile(rf"[{HAN}]+|[0-9]+|[{LETTERS}]+")
FIRST_HAN: Final = "\u3005"
_HAN_RUNS: Final = re.compile(rf"[{HAN}]+")
_FENCED: Final = re.compile(rf"[0-9{LETTERS}]")
# Most texts have nothing else: Han characters, digits and the usual punctuation, which folding leaves to be left out.
_FOLDED: Final = re.compile("[\u3400-\u9fff0-9a-z\n\u3001-\u3003\u3008-\u3011\u2018-\u201d，。；：、？！（）]*")


def fold(text: str) -> str:
    """Compatibility forms and case folded; punctuation still there."""
    return unicodedata.normalize("NFKC", text).lower()


def plain(text: str) -> str:
    """Units only: Han runs joined, every number and Latin word between single blanks.

    `《GB 36894—2018》第6条` → ` gb 36894 2018 第 6 条`. Since words are always fenced by blanks, a plain text found
    as a substring of another is a match on whole units.
    """
    folded = text if _FOLDED.fullmatch(text) else fold(text)
    if _FENCED.search(folded) is None:
        return "".join(_HAN_RUNS.findall(folded))
    fenced = [run if run[0] >= FIRST_HAN else f" {run} " for run in UNITS.findall(folded)]
    return "".join(fenced).replace("  ", " ")


def units(text: str) -> list[str]:
    """The units of a text in order, as one list."""
    found: list[str] = []
    for run in UNITS.findall(fold(text)):
        if run[0] >= FIRST_HAN:
            found.extend(run)
        else:
            found.append(run)
    return found


def is_han(unit: str) -> bool:
    """True for a unit that is a Han character."""
    return unit[0] >= FIRST_HAN


def query_terms(text: str) -> tuple[str, ...]:
    """The terms of a phrase, at consecutive positions: Han pairs, whole words, and a lone Han character before a word.

    `每月15日前` → 每月, 月, 15, 日前: each is at its position in a text that holds the phrase (`search.pairs`).
    """
    found: list[str] = []
    row = units(text)
    for at, unit in enumerate(row):
        if not is_han(unit):
            found.append(unit)
        elif at + 1 < len(row) and is_han(row[at + 1]):
            found.append(unit + row[at + 1])
        elif at + 1 < len(row) or not found or not is_han(row[at - 1]):
            found.append(unit)
    return tuple(found)
