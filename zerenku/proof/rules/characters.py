"""每行排 28 字并撑满版心：版心宽 442.25 磅，3号字不紧缩只排得下 27 字，须紧缩 0.2—0.5 磅，或用每行 28 字的字符网格。
字号本身由另一条规则管。

通过：紧缩 0.5 磅　不通过：不紧缩
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import AREA_WIDTH_TWIPS, CHARACTERS, SIZE_3
from zerenku.proof.paper import Paper, Role
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-characters"
TITLE: Final = "每行字数"
CLAUSE: Final = "5.2.3"
REQUIRED: Final = "每行 28 字"
ADVICE: Final = "正文样式：字符间距紧缩 0.5 磅，两端对齐（16 磅的字不紧缩只能排 27 字）"
SEVERITY: Final = Severity.WARNING


def check(paper: Paper) -> Measure | None:
    """How many characters of 三号 fill a line, with the spacing, scale and grid of the body."""
    return judge(_cases(paper))


def _cases(paper: Paper) -> Iterator[Case]:
    for paragraph in paper.of(Role.BODY):
        section, look = paper.sections[paragraph.section], paragraph.look
        gridded = section.grid in {"linesAndChars", "snapToChars"} and paragraph.shape.snap
        unit = SIZE_3 * look.scale / 100 + look.spacing + (section.char_space / 4096 if gridded else 0)
        characters = int(AREA_WIDTH_TWIPS / 20 / unit + 0.01) if unit > 1 else 0
        yield Case(paragraph.text, f"每行 {characters} 字", characters == CHARACTERS)
