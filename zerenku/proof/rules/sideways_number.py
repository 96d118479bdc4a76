"""A4 横排的表格，页码位置与公文其他页码一致，也就是仍在纸张竖放时的下方。直接写在横排页的页脚里，
装订后页码就到了侧面。

通过：页码在文本框里　不通过：页码在横排页的页脚里
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.footers import number_lines
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-sideways-number"
TITLE: Final = "横排页页码"
CLAUSE: Final = "8"
REQUIRED: Final = "与其他页位置一致：排在纸张竖放时的页脚"
ADVICE: Final = "横排页的页脚不直接放页码；用竖排文字的文本框放在纸张左侧"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Whether the numbers of turned pages stand in boxes."""
    return judge(
        Case("", "在文本框里" if line.boxed else "在横排页的页脚里", line.boxed)
        for section, _, line, _ in number_lines(paper)
        if section.landscape
    )
