"""What no reader of a page sees: control characters, zero-width marks, the kinds of blanks and line ends."""

import re
from typing import Final

INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]"
)
BLANK: Final = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")
INNER_BREAK: Final = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
"""Line ends that editors do not count as lines, besides those that they do."""
_ODD: Final = re.compile(f"{INVISIBLE.pattern}|{BLANK.pattern}")


def clean(text: str) -> str:
    """Without invisible characters, odd blanks as spaces; other characters, full-width ones too, stay as they are."""
    if text.isascii() and text.isprintable():
        return text
    if _ODD.search(text) is None:
        return text
    return BLANK.sub(" ", INVISIBLE.sub("", text))


def inner_lines(text: str) -> list[str]:
    """The lines that a paragraph is printed in because of breaks inside it; one line as a rule."""
    return INNER_BREAK.split(text) if INNER_BREAK.search(text) else [text]
