"""段首的空二字由“首行缩进”来设，不打空格：空格在改字号、两端对齐时会错位，查找和复制也会带上。

通过：首行缩进 2 字符　不通过：段首两个全角空格
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper, Role
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-blank-indent"
TITLE: Final = "用空格缩进"
CLAUSE: Final = "7.3.3"
REQUIRED: Final = "缩进不用空格"
ADVICE: Final = "删去段首的空格，改设“首行缩进 2 字符”"
SEVERITY: Final = Severity.INFO


def check(paper: Paper) -> Measure | None:
    """Blanks at the beginning of paragraphs."""
    roles = (Role.BODY, Role.HEADING, Role.ATTACHMENT_NOTE, Role.ADDRESSEES)
    return judge(
        Case(paragraph.text.strip(), f"段首 {blanks} 个空格" if blanks else "没有", not blanks)
        for paragraph in paper.of(*roles)
        for blanks in (len(paragraph.text) - len(paragraph.text.lstrip()),)
    )
