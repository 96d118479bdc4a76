"""How a paper writes a date: Arabic digits, the whole year, no zero before a month or day (GB/T 9704-2012, 7.3.5.4).

What is left blank to be filled in by hand is no mistake.
"""

from __future__ import annotations

from typing import Final

_BLANK: Final = r"[ \u3000]*"
YEAR: Final = rf"(?:(?:19|20)\d{{2}}|{_BLANK})"
DATE: Final = rf"{YEAR}年(?:[1-9]|1[0-2]|{_BLANK})月(?:[1-9]|[12]\d|3[01]|{_BLANK})日"
ORDINAL: Final = rf"(?:[1-9]\d{{0,4}}|{_BLANK})"
"""The running number of a paper."""
