"""正文下空一行、左空二字编排“附件”二字，后标全角冒号和附件名称；多个附件用阿拉伯数字编号；名称后不加标点。

通过：附件：1.检查表　不通过：附件:《检查表》。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper, Role
from zerenku.proof.places import NEAR, near, pitch
from zerenku.proof.values import Paragraph
from zerenku.proof.verdict import Case, Measure, judge, judge_flaws

ID: Final = "layout-attachment-note"
TITLE: Final = "附件说明"
CLAUSE: Final = "7.3.4"
REQUIRED: Final = "正文下空一行、左空二字，附件：名称，名称后不加标点"
ADVICE: Final = "写作“附件：名称”；多个附件写“附件：1.名称”，下一个另起一行与上一个的序号对齐"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Wording, numbers and place of the note."""
    return judge(_cases(paper))


def _cases(paper: Paper) -> Iterator[Case]:
    order = 0
    for index, paragraph in paper.placed(Role.ATTACHMENT_NOTE):
        goes_on = index > 0 and paper.roles[index - 1] is Role.ATTACHMENT_NOTE
        order = order + 1 if goes_on else 1
        yield _case(paper, index, paragraph, order)


def _case(paper: Paper, index: int, paragraph: Paragraph, order: int) -> Case:
    text = paragraph.text.strip()
    said = re.match(r"附件：?(\d{1,2})[.．]" if order == 1 else r"(\d{1,2})[.．]", text)
    several = paper.roles[index + 1 : index + 2] == (Role.ATTACHMENT_NOTE,) or order > 1
    flaws = {"名称后有标点": text.endswith(("。", "；", "，", "、", ";", "."))}
    if order == 1:
        above = paper.items[index - 1] if index else None
        flaws["不是“附件：”开头"] = not text.startswith("附件：")
        flaws["不是左空二字"] = not near(_first_left(paragraph), 2, within=2 * NEAR)
        flaws["上面没有空行"] = not (isinstance(above, Paragraph) and above.blank)
    if several:
        flaws["序号不连续"] = said is None or int(said[1]) != order
    return judge_flaws(paragraph.text, flaws, good="合式")


def _first_left(paragraph: Paragraph) -> float:
    """Where the first line begins, in characters; hundredths of characters win, as in Word."""
    shape, unit = paragraph.shape, pitch(paragraph)
    left = shape.left_chars / 100 if shape.left_chars else shape.left / unit
    blanks = len(paragraph.text) - len(paragraph.text.lstrip())
    return left + (shape.first_chars / 100 if shape.first_chars else shape.first / unit) + blanks
