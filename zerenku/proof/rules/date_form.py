"""成文日期中的数字用阿拉伯数字，年、月、日标全，年份标全称，月、日不编虚位（1 不编为 01）。留着空白待填的算合格。

通过：2030年3月5日　不通过：2030年03月05日、二〇三〇年三月五日
"""

from __future__ import annotations

import re
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.dates import DATE
from zerenku.proof.paper import Paper, Role
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-date-form"
TITLE: Final = "成文日期写法"
CLAUSE: Final = "7.3.5.4"
REQUIRED: Final = "阿拉伯数字，年份标全称，月、日不编虚位"
ADVICE: Final = "写作 2030年3月5日：不写 03月05日，不用汉字数字，年份写全四位"
SEVERITY: Final = Severity.WARNING
FORM: Final = re.compile(DATE)


def check(paper: Paper) -> Measure | None:
    """The dates under the names."""
    dates = [date.text.strip() for date in paper.of(Role.DATE)]
    return judge(Case(date, date, FORM.fullmatch(date) is not None) for date in dates)
