"""书签名称不重复、不超过 40 个字符，否则 Word 会丢掉后面的。

通过：各不相同　不通过：两个书签同名
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import CUSTOM, Measure, judge, judge_flaws

ID: Final = "layout-bookmarks"
TITLE: Final = "书签"
CLAUSE: Final = CUSTOM
REQUIRED: Final = "名称不重复，不超过 40 字"
ADVICE: Final = "删去重名的书签"
SEVERITY: Final = Severity.INFO
LONGEST: Final = 40


def check(paper: Paper) -> Measure | None:
    """The names of all bookmarks."""
    seen: set[str] = set()
    cases = []
    for name in paper.bookmarks:
        flaws = {"重名": name.lower() in seen, "太长": len(name) > LONGEST, "没有名称": not name}
        seen.add(name.lower())
        cases.append(judge_flaws(name, flaws, good="各不相同"))
    return judge(cases)
