"""层次标题第一层黑体、第二层楷体、第三层和第四层仿宋；标题后面接排正文的，只看标题那一句；有大纲级别而序号写错的，
照大纲级别看。

通过：“一、工作目标”黑体　不通过：“一、工作目标”宋体加粗
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import FANGSONG, HEITI, KAITI, shown_font
from zerenku.proof.paper import Paper, Role
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-heading-font"
TITLE: Final = "层次标题字体"
CLAUSE: Final = "7.3.3"
REQUIRED: Final = "一、黑体；（一）楷体；1. 和（1）仿宋"
ADVICE: Final = "四级层次标题各用一个样式：标题 1 黑体、标题 2 楷体、标题 3 和标题 4 仿宋"
SEVERITY: Final = Severity.WARNING
FONTS: Final = {1: HEITI, 2: KAITI, 3: FANGSONG, 4: FANGSONG}
LEAD: Final = 40


def check(paper: Paper) -> Measure | None:
    """The font in which each heading begins."""
    return judge(_cases(paper))


def _cases(paper: Paper) -> Iterator[Case]:
    for index, paragraph in paper.placed(Role.HEADING, Role.BODY):
        level = paper.levels[index]
        leads = level <= 2 and 0 < paragraph.text.find("。") < min(LEAD, len(paragraph.text) - 1)
        if level in FONTS and (paper.roles[index] is Role.HEADING or leads):
            look, outline = paragraph.pieces[0].look, paragraph.shape.outline
            wanted = {FONTS[level], FONTS.get(level if outline is None else outline + 1)}
            yield Case(paragraph.text, f"第{level}层 {shown_font(look.font)}", look.family in wanted)
