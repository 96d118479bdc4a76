"""数从左边排到右边的整行：28 字（行末是标点的会悬出，有西文、引号、括号的不足一字，这些行不数；
以多数为准）。

通过：28 字　不通过：27 字
"""

from __future__ import annotations

import re
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import CHARACTERS
from zerenku.proof.printed.sheet import Printed, most_common
from zerenku.proof.verdict import Measure, judge_one

ID: Final = "printed-characters"
TITLE: Final = "每行字数（排版后）"
CLAUSE: Final = "5.2.3"
REQUIRED: Final = "每行 28 字"
ADVICE: Final = "正文样式：字符间距紧缩 0.5 磅，两端对齐"
SEVERITY: Final = Severity.WARNING
EDGE: Final = 2.0
PLAIN: Final = re.compile(r"[一-鿿，。、；：]*[一-鿿]")


def check(paper: Printed) -> Measure | None:
    """The characters of full lines that end in a Han character and hold no narrow ones."""
    counts = []
    for _, sheet in paper.upright:
        left, _, right, _ = sheet.area
        for line in sheet.text_lines:
            full = line.left < left + EDGE and line.right > right - EDGE
            if full and PLAIN.fullmatch(line.text):
                counts.append(len(line.text))
    if not counts:
        return None
    found = most_common(counts)
    return judge_one(f"每行 {found} 字（量 {len(counts)} 行）", fits=found == CHARACTERS)
