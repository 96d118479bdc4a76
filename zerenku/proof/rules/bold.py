"""标题、层次标题和正文都不另外加粗。

通过：黑体、不加粗　不通过：黑体加粗
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper, Role
from zerenku.proof.verdict import CUSTOM, Case, Measure, judge

ID: Final = "layout-bold"
TITLE: Final = "加粗"
CLAUSE: Final = CUSTOM
REQUIRED: Final = "不加粗"
ADVICE: Final = "去掉加粗；黑体、楷体、小标宋本身已足够醒目"
SEVERITY: Final = Severity.INFO


def check(paper: Paper) -> Measure | None:
    """Bold anywhere in the text."""
    roles = (Role.MARK, Role.TITLE, Role.ATTACHMENT_TITLE, Role.HEADING, Role.BODY)
    return judge(
        Case(piece.text, "加粗" if piece.look.bold else "不加粗", not piece.look.bold)
        for paragraph in paper.of(*roles)
        for piece in paragraph.pieces
        if piece.text.strip()
    )
