"""Chinese numerals of outline marks, 1 to 99, both ways (floor 0, since the anchor of a path needs them)."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
LARGEST = 99


def chinese_to_int(text: str) -> int | None:
    """`十二` → 12; None when `text` is no numeral between 一 and 九十九."""
    tens, ten, units = text.rpartition("十")
    if any(part and (len(part) != 1 or part not in DIGITS[1:]) for part in (tens, units)):
        return None
    if not ten:
        return DIGITS.index(units) if units else None
    return (DIGITS.index(tens) if tens else 1) * 10 + (DIGITS.index(units) if units else 0)


def int_to_chinese(number: int) -> str:
    """12 → `十二`; ValueError outside 1 to 99."""
    if not 1 <= number <= LARGEST:
        raise ValueError(number)
    tens, units = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[units] if units else "")
