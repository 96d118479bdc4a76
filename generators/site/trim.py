"""Markup without indentation and empty lines, which templates leave behind and every reader would download."""

from __future__ import annotations

import re
from typing import Final

KEPT: Final = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)


def trim(markup: str) -> str:
    """Each line without blanks at its ends, no empty lines, a line break at the end; <pre> and <textarea> stay."""
    if "<pre" not in markup and "<textarea" not in markup:
        lines = "\n".join(filter(None, map(str.strip, markup.split("\n"))))
        return f"{lines}\n" if lines else ""
    pieces = KEPT.split(markup)
    plain = (piece if number % 2 else _inner(piece) for number, piece in enumerate(pieces))
    return "".join(plain).strip("\n") + "\n"


def _inner(markup: str) -> str:
    """A piece beside a kept element: blanks that touch the element stay."""
    lines = markup.split("\n")
    last = len(lines) - 1
    kept = [
        line.lstrip() if number == last and number else line.rstrip() if number == 0 and last else line.strip()
        for number, line in enumerate(lines)
    ]
    if last == 0:
        return markup
    middle = [line for line in kept[1:-1] if line]
    return "\n".join([kept[0], *middle, kept[-1]])
