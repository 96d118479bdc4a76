"""附件另面编排，“附件”二字及序号用3号黑体，顶格编排在版心左上角第一行，后面不加标点。

通过：附件1（黑体，另起一页）　不通过：附件1：（接排）
"""

from __future__ import annotations

import re
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import HEITI, SIZE_3, shown_points
from zerenku.proof.paper import Paper, Role
from zerenku.proof.places import flush_left
from zerenku.proof.values import Paragraph
from zerenku.proof.verdict import Case, Measure, judge, judge_flaws

ID: Final = "layout-attachment-label"
TITLE: Final = "附件序号"
CLAUSE: Final = "7.3.7"
REQUIRED: Final = "另面编排，3号黑体，版心左上角顶格"
ADVICE: Final = "“附件1”用3号黑体、顶格，段落设“段前分页”；后面不加冒号"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Font, place and page of each label."""
    return judge(_case(paragraph) for paragraph in paper.of(Role.ATTACHMENT_LABEL))


def _case(paragraph: Paragraph) -> Case:
    look, text = paragraph.look, paragraph.text.strip()
    flaws = {
        "没有另起一页": not paragraph.starts_page,
        "不顶格": not flush_left(paragraph),
        f"字体 {look.font}": look.family != HEITI,
        f"字号 {shown_points(look.size)}": look.size != SIZE_3,
        "写法不是“附件”加数字": re.fullmatch(r"附件\d{0,2}", text) is None,
    }
    return judge_flaws(text, flaws, good="另页，3号黑体，顶格")
