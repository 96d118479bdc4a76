"""发文字号由机关代字、年份、序号组成，年份用六角括号〔〕，不写“第”，序号不编虚位（GB/T 9704—2012 之 7.2.5）。

通过：柳政〔2030〕5号　不通过：柳政[2030]第05号
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity

ID: Final = "number-form"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"
NUMBER: Final = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{2,10})\s?(?P<open>[\[［【〔（(﹝])\s?(?P<year>(?:19|20)?\d\d)\s?(?P<close>[\]］】〕）)﹞])\s?(?P<nth>第?)\s?(?P<no>\d{1,4})\s?号"
)


def check(paper: Paper) -> Iterator[Flaw]:
    """The text's own number and every number it cites."""
    for match in NUMBER.finditer(paper.text, paper.start, paper.end):
        wrong = []
        if match["open"] != "〔" or match["close"] != "〕":
            wrong.append("年份未用六角括号〔〕")
        if len(match["year"]) != 4:
            wrong.append("年份未写全")
        if match["nth"]:
            wrong.append("多写了“第”")
        if match["no"].startswith("0"):
            wrong.append("序号编了虚位")
        if wrong:
            right = f"〔{match['year']}〕{int(match['no'])}号"
            yield Flaw(match.start("open"), match.end(), f"文号“{match[0]}”{'，'.join(wrong)}", f"写作“{right}”")
