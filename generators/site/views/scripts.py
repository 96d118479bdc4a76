"""Plain values as the argument of a call in a script of data: JSON that can stand in JavaScript and in HTML alike."""

from __future__ import annotations

import json

from markupsafe import Markup


def as_script(value: object) -> Markup:
    """Compact JSON, Chinese as it is; nothing in it ends a script or a line of one."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - JSON, with everything escaped that HTML would read
