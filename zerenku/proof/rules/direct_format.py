"""字体、字号、颜色写在样式里，不直接刷在文字上：改一处就能改全文。

通过：全用样式　不通过：选中文字改字号
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper
from zerenku.proof.verdict import CUSTOM, Case, Measure, judge, judge_one

ID: Final = "layout-direct-format"
TITLE: Final = "直接格式"
CLAUSE: Final = CUSTOM
REQUIRED: Final = "格式写在样式里"
ADVICE: Final = "清除直接格式（Ctrl+空格），改用样式；一键排版可以代劳"
SEVERITY: Final = Severity.INFO
NAMES: Final = {
    "rFonts": "字体",
    "sz": "字号",
    "szCs": "字号",
    "b": "加粗",
    "bCs": "加粗",
    "color": "颜色",
    "spacing": "字距",
    "u": "下划线",
    "kern": "字距",
}


def check(paper: Paper) -> Measure | None:
    """Runs that carry their own formatting."""
    if not paper.direct:
        return judge_one("全用样式", fits=True)
    return judge(
        Case(item.at, "、".join(dict.fromkeys(NAMES.get(name, name) for name in item.names)), fits=False)
        for item in paper.direct
    )
