"""Fields of a Word document (PAGE, REF, HYPERLINK …): their result is text, their instruction is not."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from zerenku.extract.numberforms import circled

PAGE: Final = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b", re.IGNORECASE)
OVERLAY: Final = re.compile(
    r"\s*EQ\s*\\o(?:\\a[clr])?\s*\(\s*([^,;，；()]+)\s*[,;，；]\s*([^()]+?)\s*\)", re.IGNORECASE
)
"""An equation that lays a character over a ring: Word's 带圈字符."""


@dataclass(slots=True)
class _Open:
    """A field that has begun; `code` grows until its separator."""

    code: str = ""
    shown: bool = False


class Fields:
    """Where the reader is in nested fields: `visible` says whether text met now is printed."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    @property
    def visible(self) -> bool:
        """Not inside an instruction, and not the printed number of a page."""
        return all(field.shown and PAGE.match(field.code) is None for field in self._open) if self._open else True

    def begin(self) -> None:
        """`fldChar begin`."""
        self._open.append(_Open())

    def separate(self) -> None:
        """`fldChar separate`."""
        if self._open:
            self._open[-1].shown = True

    def end(self) -> str:
        """`fldChar end`; returns the text of a field that has no result but prints something."""
        if not self._open:
            return ""
        field = self._open.pop()
        return "" if field.shown or not self.visible else overlay(field.code)

    def instruct(self, code: str) -> None:
        """A piece of the instruction."""
        if self._open:
            self._open[-1].code += code

    def close_paragraph(self) -> None:
        """An instruction never goes beyond its paragraph: if one seems to, its end is missing."""
        if self._open and not all(field.shown for field in self._open):
            self._open.clear()

    @contextmanager
    def apart(self) -> Iterator[None]:
        """A text box or note inside a field is a story of its own."""
        kept, self._open = self._open, []
        yield
        self._open = kept


def overlay(code: str) -> str:
    """An overlay equation of ○ and 1 → ①; other characters come without their ring; "" for any other instruction."""
    match = OVERLAY.match(code)
    if match is None:
        return ""
    inner = match[2].strip() if match[1].strip() in set("○〇◯O") else match[1].strip()
    return circled(int(inner)) if inner.isdecimal() and len(inner) < 3 else inner
