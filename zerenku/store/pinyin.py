"""Pinyin of names, for ids. The tables are files of the library, read when the first name is spelt."""

from __future__ import annotations


def syllables(text: str) -> tuple[str, ...]:
    """One syllable a character, without tones (ü as v); runs of other letters and digits as they stand."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - 0.1 s that only a new id needs

    return tuple(lazy_pinyin(text))
