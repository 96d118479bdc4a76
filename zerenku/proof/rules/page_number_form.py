"""页码用阿拉伯数字，数字左右各放一条一字线。

通过：— 1 —　不通过：第1页、- 1 -
"""

from __future__ import annotations

import re
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.footers import number_lines
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import Case, Measure, judge, judge_one

ID: Final = "layout-page-number-form"
TITLE: Final = "页码写法"
CLAUSE: Final = "7.5"
REQUIRED: Final = "— 1 —（数字左右各一条一字线）"
ADVICE: Final = "页脚写“— 页码 —”，页码用域，一字线用“—”"
SEVERITY: Final = Severity.WARNING
FORM: Final = re.compile(r"—[\s\u2002\u3000]?\d*[\s\u2002\u3000]?—")


def check(paper: Paper) -> Measure | None:
    """The text round each page number."""
    found = number_lines(paper)
    if not found:
        return judge_one("没有页码", fits=False)
    return judge(Case("", line.text.strip(), FORM.fullmatch(line.text.strip()) is not None) for _, _, line, _ in found)
