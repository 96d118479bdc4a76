"""Plain values as the argument of a call in a script of data: JSON that can stand in JavaScript and in HTML alike."""

from __future__ import annotations

import json
from json.encoder import encode_basestring as quoted

from markupsafe import Markup

__all__ = ["as_script", "in_script", "quoted"]


def as_script(value: object) -> Markup:
    """Compact JSON, Chinese as it is; nothing in it ends a script or a line of one."""
    return in_script(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def in_script(text: str) -> Markup:
    """`as_script` of what is JSON already, its texts `quoted`: with what it would say of them by itself."""
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - JSON, with everything escaped that HTML would read
