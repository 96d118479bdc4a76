"""“抄送”后标全角冒号，抄送机关之间用逗号隔开，最后一个后标句号；印发日期用阿拉伯数字标全，月、
日不编虚位，后加“印发”二字。留着空白待填的算合格。

通过：抄送：柳塘镇，桑园镇。　不通过：抄送:柳塘镇、2030年03月06日印发
"""

from __future__ import annotations

import re
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.dates import DATE
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import Case, Measure, judge, judge_flaws

ID: Final = "layout-imprint-form"
TITLE: Final = "版记写法"
CLAUSE: Final = "7.4.2、7.4.3"
REQUIRED: Final = "抄送：…，…。；印发日期写全、不编虚位，后加“印发”"
ADVICE: Final = "抄送机关之间用逗号，最后用句号；印发日期写作 2030年3月6日印发"
SEVERITY: Final = Severity.WARNING
COPIED: Final = re.compile(r"\s*(?:抄送|主送|分送)")
SENT: Final = re.compile(r"(?:抄送|主送|分送)：[^。]+。", re.DOTALL)
DATED: Final = re.compile(rf"{DATE}印发")


def check(paper: Paper) -> Measure | None:
    """The wording of the 版记."""
    return judge(_case(paragraph.text.strip()) for paragraph in paper.imprint)


def _case(text: str) -> Case:
    if COPIED.match(text):
        return judge_flaws(text, {"抄送机关的冒号或末尾句号不对": SENT.fullmatch(text) is None}, good="合式")
    if "年" not in text:
        return Case(text, "合式", fits=True)
    date = re.split(r"[\t]| {2,}", text, maxsplit=1)[-1]
    return judge_flaws(text, {f"印发日期写作“{date}”": DATED.search(text) is None}, good="合式")
