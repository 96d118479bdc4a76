"""How words sound, for people who type pinyin or its initials. Read when an index is built, never by a question."""

from __future__ import annotations

from collections.abc import Iterable

from search.analyzer import is_han, units


def sounds_of(words: Iterable[str]) -> tuple[str, ...]:
    """The pinyin of each plain word, one syllable a character between blanks; "" for a word with anything but Han."""
    # Half of a second that only the writing of an index has to wait.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    return tuple(" ".join(lazy_pinyin(word)) if all(map(is_han, units(word))) else "" for word in words)
