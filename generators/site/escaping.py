"""Text as HTML, for markup that is set by Python and not by Jinja."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import escape

ACTIVE: Final = re.compile("[&<>'\"\n]")


def escaped(text: str) -> str:
    """`markupsafe.escape` as a plain string, on lines as `trim` leaves them; most texts hold nothing to change."""
    return str(escape(lined(text))) if ACTIVE.search(text) else text


def escaped_part(text: str) -> str:
    """The same of a part of a text that is `lined` already."""
    return str(escape(text)) if ACTIVE.search(text) else text


def lined(text: str) -> str:
    """A text of several lines without empty ones and blanks at their ends: nothing goes through it later."""
    return "\n".join(filter(None, map(str.strip, text.split("\n")))) if "\n" in text else text
