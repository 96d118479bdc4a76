"""加盖印章的公文，成文日期右空四字；不加盖印章的，成文日期首字比发文机关署名首字右移二字，两者右边都不少于二字。

通过：右空 4 字　不通过：右空 0 字、居中
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper, Role
from zerenku.proof.places import NEAR, em, near, room_right
from zerenku.proof.signatures import SEALED, unsealed
from zerenku.proof.values import Paragraph
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-date-place"
TITLE: Final = "成文日期位置"
CLAUSE: Final = "7.3.5.1、7.3.5.2"
REQUIRED: Final = "右空四字（加盖印章），或首字比署名首字右移二字（不盖章）"
ADVICE: Final = "日期段落右对齐、右缩进 4 字符；不用空格推位置"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Room to the right of each date, or its beginning under the name."""
    return judge(_case(paper, index, date) for index, date in paper.placed(Role.DATE))


def _case(paper: Paper, index: int, date: Paragraph) -> Case:
    room = room_right(paper, date) / em(date)
    fits = near(room, SEALED, within=2 * NEAR) or (unsealed(paper, index) and room >= 2 - NEAR)
    return Case(date.text.strip(), f"右空 {room:.3g} 字", fits)
