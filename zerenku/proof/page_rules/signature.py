"""署名和日期所在的一页要有正文：不能只剩署名，也不写“此页无正文”。

通过：同页有正文　不通过：整页只有署名和日期
"""

from __future__ import annotations

import re
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Role
from zerenku.proof.printed.sheet import Printed
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "printed-signature"
TITLE: Final = "署名不单独成页"
CLAUSE: Final = "7.3.5.5"
REQUIRED: Final = "署名、日期与正文同页"
ADVICE: Final = "调整行距、字距，使末页至少有一行正文"
SEVERITY: Final = Severity.WARNING
DATE: Final = re.compile(r"\d{0,4}年\d{0,2}月\d{0,2}日")


def check(paper: Printed) -> Measure | None:
    """The text over each date that stands on a line of its own."""
    spoken = [line for item in paper.paper.of(Role.BODY, Role.HEADING) for line in [item.text.replace(" ", "")]]
    dates = {item.text.strip().replace("\u3000", "") for item in paper.paper.of(Role.DATE)}
    return judge(
        Case(line.text, "同页有正文" if found else f"第 {number} 页没有正文", found)
        for number, sheet in paper.upright
        for line in sheet.body
        if DATE.fullmatch(line.text) and line.text in dates
        for found in (any(_says(above.text, spoken) for above in sheet.body if above.baseline < line.baseline),)
    )


def _says(line: str, spoken: list[str]) -> bool:
    return len(line) > 1 and any(line[:12] in text for text in spoken)
