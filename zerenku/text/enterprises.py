"""Which enterprises and operations a text is about: the words of the caller's register, longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from zerenku.model.outline import Found
from zerenku.text.fold import fold


def enterprise_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """The words of a register as one pattern, to be compiled once for a whole document; blank ones are left out."""
    longest_first = sorted({fold(word.strip()) for word in words} - {""}, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")


def read_enterprises(text: str, words: Iterable[str] | re.Pattern[str]) -> tuple[Found[str], ...]:
    """Kinds of enterprise and operation as printed, each once, at its first place.

    `words` are the register's names and synonyms, or the pattern made of them; a word inside a longer one of the same
    place does not count for itself.
    """
    pattern = words if isinstance(words, re.Pattern) else enterprise_pattern(words)
    found: dict[str, Found[str]] = {}
    for match in pattern.finditer(fold(text)):
        name = text[match.start() : match.end()]
        found.setdefault(name, Found(name, match.start(), match.end()))
    return tuple(found.values())
