"""正文和各要素一般用3号仿宋体。接排的层次标题（一、黑体，（一）楷体）和条文的序号和括在圆括号里的楷体附言不算。
西文字体不限。

通过：仿宋_GB2312、仿宋　不通过：宋体、等线
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import FANGSONG, KAITI, shown_font
from zerenku.proof.paper import Paper, Role
from zerenku.proof.roles import ARTICLES
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-body-font"
TITLE: Final = "正文字体"
CLAUSE: Final = "5.2.2"
REQUIRED: Final = "仿宋"
ADVICE: Final = "正文样式的中文字体设为仿宋_GB2312"
SEVERITY: Final = Severity.WARNING
ELEMENTS: Final = (
    Role.BODY,
    Role.NUMBER,
    Role.ADDRESSEES,
    Role.ATTACHMENT_NOTE,
    Role.SIGNATURE,
    Role.DATE,
    Role.ANNOTATION,
)
LEADS: Final = (1, 2, ARTICLES)
SIGNER: Final = "签发人"


def check(paper: Paper) -> Measure | None:
    """The Chinese font of every stretch of text."""
    return judge(_cases(paper))


def _cases(paper: Paper) -> Iterator[Case]:
    for index, paragraph in paper.placed(*ELEMENTS):
        lead = paper.levels[index] in LEADS
        signed = SIGNER in paragraph.text
        for place, piece in enumerate(paragraph.pieces):
            text, family = piece.text.strip(), piece.look.family
            if text.isascii() or (place == 0 and lead and len(paragraph.pieces) > 1):
                continue
            aside = text.startswith("（") and text.endswith(("）", "）。")) and family == KAITI
            yield Case(text, shown_font(piece.look.font), family == FANGSONG or aside or signed)
