"""发文字号编排在发文机关标志下空二行位置，居中；上行文居左空一字，与最后一个签发人同处一行；信函在第一条双线下、
版心右边缘顶格。

通过：居中，空 2 行　不通过：居右、紧接标志
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Genre, Paper, Role
from zerenku.proof.places import LINES_NEAR, centred, left_in, lines_between, near
from zerenku.proof.values import Paragraph
from zerenku.proof.verdict import Case, Measure, judge, judge_flaws

ID: Final = "layout-number-place"
TITLE: Final = "发文字号位置"
CLAUSE: Final = "7.2.5、10.1"
REQUIRED: Final = "发文机关标志下空二行居中（上行文居左空一字，信函居右顶格）"
ADVICE: Final = "发文字号居中、不缩进，与发文机关标志之间留两个空行；有签发人的居左空一字"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Alignment of the number, and the blank lines over it."""
    return judge(_case(paper, index, paragraph) for index, paragraph in paper.placed(Role.NUMBER) if paper.mark)


def _case(paper: Paper, index: int, paragraph: Paragraph) -> Case:
    signed = any("签发人" in item.text for item in paper.of(Role.NUMBER, Role.SIGNER))
    shape = paragraph.shape
    if paper.genre is Genre.LETTER:
        return judge_flaws(paragraph.text, {"不居右顶格": shape.align != "right" or bool(shape.right)}, good="居右顶格")
    if signed:
        flaws = {"不是居左空一字": shape.align not in {"left", "both"} or not near(left_in(paragraph), 1)}
        good = "居左空一字"
    else:
        flaws, good = {"不居中": not centred(paragraph)}, "居中"
    heads = [at for at, role in enumerate(paper.roles[:index]) if role in {Role.MARK, Role.SIGNER}]
    if heads and paper.roles[heads[-1]] is Role.MARK and paper.mark and paper.mark.top is not None:
        lines = lines_between(paper, heads[-1], index)
        flaws[f"标志下空 {lines:.1f} 行"] = not near(lines, 2, within=LINES_NEAR)
        good += "，标志下空 2 行"
    return judge_flaws(paragraph.text, flaws, good=good)
