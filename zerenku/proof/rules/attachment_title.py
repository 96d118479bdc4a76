"""附件标题居中编排在版心第三行，即与“附件”二字之间空一行。

通过：空 1 行　不通过：紧接“附件1”
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.paper import Paper, Role
from zerenku.proof.places import LINES_NEAR, lines_between, near
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-attachment-title"
TITLE: Final = "附件标题位置"
CLAUSE: Final = "7.3.7"
REQUIRED: Final = "居中编排在版心第三行"
ADVICE: Final = "“附件1”与附件标题之间空一行"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Blank lines between each label and the title under it."""
    return judge(_cases(paper))


def _cases(paper: Paper) -> Iterator[Case]:
    titles = {index for index, _ in paper.placed(Role.ATTACHMENT_TITLE)}
    for index, label in paper.placed(Role.ATTACHMENT_LABEL):
        following = next((at for at in range(index + 1, len(paper.items)) if paper.roles[at] is not Role.BLANK), -1)
        if following in titles:
            lines = lines_between(paper, index, following)
            yield Case(label.text, f"空 {lines:.1f} 行", near(lines, 1, within=LINES_NEAR))
