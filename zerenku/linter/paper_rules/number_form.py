"""发文字号由机关代字、年份、序号组成，年份用六角括号〔〕，不写“第”，序号不编虚位，写“号”（GB/T 9704—2012 之 7.2.5）。

通过：柳政〔2030〕5号　不通过：柳政[2030]第05号；柳政2030-5号；柳政〔2030〕5
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
    r"[\u4e00-\u9fff]{2,10}\s?(?P<rest>(?P<open>[\[［【〔（(﹝])\s?(?P<year>(?:19|20)?\d\d)\s?(?P<close>[\]］】〕）)﹞])"
    r"\s?(?P<nth>第?)\s?(?P<no>\d{1,4})\s?号)"
)
# Where nothing encloses the year, the code must look like one, or 合同2030-5号 would be a paper.
BARE: Final = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<code>[\u4e00-\u9fff]{1,8}(?:[发办函委字政党安应消综]|通知?))\s?"
    r"(?P<rest>(?P<year>20\d\d)\s?(?:年?\s?[-—–]|年)\s?第?(?P<no>\d{1,4})\s?号)"
)
MISPLACED: Final = re.compile(
    r"[\u4e00-\u9fff]{2,10}(?P<rest>(?P<year>20\d\d)\s?年?\s?[〔\[［【（(](?P<no>\d{1,4})[〕\]］】）)]\s?号)"
)
ENDLESS: Final = re.compile(
    r"[\u4e00-\u9fff]{2,10}(?P<rest>〔(?P<year>20\d\d)〕\s?(?P<no>\d{1,4}))(?![\d\s]|\s?号|\s?[-—~、和及至])"
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
            yield _flaw(match, "，".join(wrong))
    yield from (_flaw(match, "年份未用六角括号〔〕") for match in BARE.finditer(paper.text, paper.start, paper.end))
    yield from (_flaw(match, "括号没有括住年份") for match in MISPLACED.finditer(paper.text, paper.start, paper.end))
    yield from (_flaw(match, "漏了“号”") for match in ENDLESS.finditer(paper.text, paper.start, paper.end))


def _flaw(match: re.Match[str], wrong: str) -> Flaw:
    right = f"〔{match['year']}〕{int(match['no'])}号"
    return Flaw(match.start("rest"), match.end("rest"), f"文号“{match[0]}”{wrong}", f"写作“{right}”")
