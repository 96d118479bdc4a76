"""发文字号由机关代字、年份、序号组成：年份用六角括号“〔〕”括入，标全称；序号不加“第”，不编虚位。
留着空白待填的算合格。

通过：青应急〔2030〕5号　不通过：青应急[2030]05号、青应急〔30〕第5号
"""

from __future__ import annotations

import re
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.dates import ORDINAL, YEAR
from zerenku.proof.paper import Genre, Paper, Role
from zerenku.proof.values import Paragraph
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-number-form"
TITLE: Final = "发文字号写法"
CLAUSE: Final = "7.2.5"
REQUIRED: Final = "机关代字〔年份〕序号号，如 青应急〔2030〕5号"
ADVICE: Final = "年份用六角括号〔〕，写全四位；序号不加“第”，不编虚位（不写 01）"
SEVERITY: Final = Severity.WARNING
FORM: Final = re.compile(rf"[^\s\d〔〕（）()\[\]【】]{{1,20}}〔{YEAR}〕{ORDINAL}号")
ORDER: Final = re.compile(rf"第{ORDINAL}号")


def check(paper: Paper) -> Measure | None:
    """The number as written, without what stands beside it."""
    return judge(_case(paper, paragraph) for paragraph in paper.of(Role.NUMBER))


def _case(paper: Paper, paragraph: Paragraph) -> Case:
    number = re.split(r"\t|签发人", paragraph.text.strip())[0].strip()
    fits = FORM.fullmatch(number) or (paper.genre is Genre.ORDER and ORDER.fullmatch(number))
    return Case(paragraph.text, number, fits is not None and fits is not False)
