"""标题居中排列，回行时词意完整、长短适宜。2号字要用固定行距，否则会被行网格撑成两行。

通过：居中、固定值 32 磅　不通过：用空格居中、首行缩进
"""

from __future__ import annotations

from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import LINE
from zerenku.proof.paper import Paper, Role
from zerenku.proof.places import centred
from zerenku.proof.values import Paragraph, text_width
from zerenku.proof.verdict import Case, Measure, judge, judge_flaws

ID: Final = "layout-title-place"
TITLE: Final = "标题排列"
CLAUSE: Final = "7.3.1"
REQUIRED: Final = "居中，固定行距，每行不超出版心"
ADVICE: Final = "标题居中、不缩进，行距用固定值（约 32 磅）；长标题在词间分行，用换行符断开"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """Alignment, line height and width of the titles."""
    return judge(_case(paper, paragraph) for paragraph in paper.of(Role.TITLE, Role.ATTACHMENT_TITLE))


def _case(paper: Paper, paragraph: Paragraph) -> Case:
    width = paper.sections[paragraph.section].area_width + LINE
    wide = max(text_width(line, paragraph.look) for line in paragraph.text.split("\n")) > width
    flaws = {
        "不居中": not centred(paragraph),
        "不是固定行距": not paragraph.shape.exact,
        "一行排不下，没有在词间分行": wide,
    }
    return judge_flaws(paragraph.text, flaws, good="居中，固定行距")
