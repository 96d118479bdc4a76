"""写出来的日期要真有其日，星期要对得上。

通过：6月30日前、2030年3月5日（星期二）　不通过：6月31日前、2030年3月5日（星期三）
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity
from zerenku.text.fold import mask_titles

ID: Final = "impossible-date"
SEVERITY: Final = Severity.ERROR
CERTAINTY: Final = "高"
DAY: Final = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)\ ?年\ ?)?(?<![\d.])(?P<month>\d{1,2})\ ?月\ ?(?P<day>\d{1,3})\ ?[日号]"
    r"(?:\ ?[（(]?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天]))?"
)
MONTH: Final = re.compile(r"(?<!\d)(?:19|20)\d\d\ ?年\ ?(?P<month>\d{1,2})\ ?月(?!\ ?\d{1,3}\ ?[日号])")
LEAP_YEAR: Final = 2000
WEEKDAYS: Final = "一二三四五六日"


def check(paper: Paper) -> Iterator[Flaw]:
    """Days that their month does not have, and weekdays that the date does not fall on."""
    masked = mask_titles(paper.folded)
    issued = paper.head.issued
    for match in MONTH.finditer(masked, paper.start, paper.end):
        if not 1 <= int(match["month"]) <= 12:
            yield Flaw(match.start(), match.end(), f"没有 {int(match['month'])} 月", "核对日期")
    for match in DAY.finditer(masked, paper.start, paper.end):
        month, day = int(match["month"]), int(match["day"])
        year = int(match["year"]) if match["year"] else None
        if not 1 <= month <= 12:
            yield Flaw(match.start(), match.end(), f"没有 {month} 月", "核对日期")
        elif not 1 <= day <= calendar.monthrange(year or LEAP_YEAR, month)[1]:
            name = f"{year} 年 {month} 月" if year else f"{month} 月"
            yield Flaw(match.start(), match.end(), f"{name}没有 {day} 日", "核对日期")
        elif match["weekday"] and (year or issued):
            real = WEEKDAYS[date(year or (issued.value.year if issued else 0), month, day).weekday()]
            if real != match["weekday"].replace("天", "日"):
                yield Flaw(match.start(), match.end(), f"这一天是星期{real}", "核对日期和星期")
