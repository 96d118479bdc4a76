"""单页码居右空一字，双页码居左空一字。

通过：单页居右空 1 字、双页居左空 1 字　不通过：居中
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.footers import number_lines
from zerenku.proof.paper import Paper
from zerenku.proof.places import left_in, near, right_in
from zerenku.proof.values import Paragraph
from zerenku.proof.verdict import Case, Measure, judge, judge_one

ID: Final = "layout-page-number-side"
TITLE: Final = "页码位置"
CLAUSE: Final = "7.5"
REQUIRED: Final = "单页码居右空一字，双页码居左空一字"
ADVICE: Final = "页眉页脚选项里勾选“奇偶页不同”；奇数页页码右对齐、右缩进 1 字符，偶数页左对齐、左缩进 1 字符"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Alignment and indent of the numbers on odd and on even pages."""
    found = [(kind, line) for section, kind, line, _ in number_lines(paper) if not section.landscape and not line.boxed]
    if not found:
        return None
    if not paper.even_and_odd:
        return judge_one("奇偶页没有分开", fits=False)
    return judge(_case(kind, line) for kind, line in found if kind != "first")


def _case(kind: str, line: Paragraph) -> Case:
    side, indent = ("left", left_in(line)) if kind == "even" else ("right", right_in(line))
    name = "双页" if kind == "even" else "单页"
    sides = {"left": "居左", "both": "居左", "right": "居右", "center": "居中"}
    said = line.shape.align
    shown = f"{name}{sides.get(said, said)}空 {indent:.2g} 字"
    return Case("", shown, (said == side or (side == "left" and said == "both")) and near(indent, 1))
