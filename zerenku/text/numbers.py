"""Numbers as official texts write them: Arabic with thousands and decimals, or Chinese numerals up to 万."""

from __future__ import annotations

from typing import Final

HAN: Final = "零〇一二两三四五六七八九十百千"
HAN_NUMBER: Final = f"[{HAN}]{{1,7}}"
ARABIC: Final = r"\d{1,3}(?:[,，]\d{3})+(?![\d])|\d+(?:\.\d+)?"
_DIGITS: Final = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4} | {
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}


def read_han(text: str) -> int | None:
    """`十二` → 12, `两百零三` → 203, `二〇二五` → 2025; None when `text` is no numeral."""
    if not text or any(char not in _DIGITS and char not in _TENS for char in text):
        return None
    if not any(char in _TENS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text)) if len(text) in {1, 4} else None
    total, digit, used = 0, 0, 10_000
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
            continue
        scale = _TENS[char]
        if scale >= used:
            return None
        total += (digit or 1) * scale
        digit, used = 0, scale
    return total + digit


def read_number(text: str) -> float | None:
    """`1,200`, `4.66` or `两百` as a number; None when it is neither."""
    plain = text.strip().replace(",", "").replace("，", "")
    if plain and plain[0] in "0123456789":
        try:
            return float(plain)
        except ValueError:
            return None
    whole = read_han(plain)
    return None if whole is None else float(whole)
