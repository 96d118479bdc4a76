"""Due dates that are named by a holiday: 国庆节前, “五一”前, 2032年元旦前 (fixed days only: 春节 moves)."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from zerenku.model.clause import Deadline
from zerenku.model.outline import Found

# The last day before the holiday. 春节前 and 节前 name no day that can be told without a calendar.
_EVE: Final = {"元旦": (12, 31), "五一": (4, 30), "七一": (6, 30), "八一": (7, 31), "国庆": (9, 30), "十一": (9, 30)}
_BEFORE: Final = re.compile(
    r"(?P<day>元旦|国庆|[五七八十]一)”?(?:国际)?(?:劳动|建党|建军)?节?(?:小?长?假期?|黄金周)?"
    r"(?:之|以)?前(?![后夕期往一二三四五\d])"
)
_YEAR: Final = re.compile(r"(?:(?<!\d)(?P<year>20\d\d)|(?P<next>明)|今|本)\ ?年\ ?“?$")
_LISTED: Final = re.compile(r"(?:[、和及”\d〇零百]|全)“?$")
_YEARLY: Final = re.compile(r"每年?[^，。；\n]{0,8}$")
_NEAR: Final = 12
"""What tells the year stands at most so many characters before the holiday."""


def before_holidays(text: str, masked: str, year: int | None) -> list[Found[Deadline]]:
    """国庆节前 is 30 September of the plan's `year`, 2032年元旦前 the last day of 2031. A holiday in a row of them
    (春节、国庆前) and one of every year say when something is done again and again: no due date.
    """
    found: list[Found[Deadline]] = []
    for match in _BEFORE.finditer(masked):
        before = masked[max(0, match.start() - _NEAR) : match.start()]
        quoted = before.endswith("“")
        if (
            _LISTED.search(before)
            or _YEARLY.search(before)
            or (match["day"][1] == "一" and not quoted and before[-1:] in "一二三四五六七八九十第")
        ):
            continue
        if match["day"] in {"七一", "八一", "十一"} and not quoted:
            continue
        said = _YEAR.search(before)
        named = int(said["year"]) if said and said["year"] else (year or 0) + bool(said and said["next"])
        # 元旦 opens the year it is named with; without one it is the coming one.
        due_year = named - (match["day"] == "元旦" and said is not None)
        if year is not None and due_year >= year:
            start = match.start() - (len(said[0]) if said else quoted)
            due = date(due_year, *_EVE[match["day"]])
            found.append(Found(Deadline(date=due, text=text[start : match.end()]), start, match.end()))
    return found
