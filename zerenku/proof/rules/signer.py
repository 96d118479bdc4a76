"""上行文标注签发人：“签发人”三字加全角冒号用3号仿宋体，姓名用3号楷体。

通过：签发人：（仿宋）＋姓名（楷体）　不通过：全用仿宋
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.model.finding import Severity
from zerenku.proof.figures import FANGSONG, KAITI, SIZE_3, shown_points
from zerenku.proof.paper import Paper, Role
from zerenku.proof.verdict import Case, Measure, judge

ID: Final = "layout-signer"
TITLE: Final = "签发人"
CLAUSE: Final = "7.2.6"
REQUIRED: Final = "“签发人：”仿宋，姓名楷体，3号"
ADVICE: Final = "“签发人”和冒号用3号仿宋，姓名用3号楷体"
SEVERITY: Final = Severity.WARNING
LABEL: Final = re.compile(r"签\s*发\s*人\s*：")


def check(paper: Paper) -> Measure | None:
    """The fonts of the label and of the names behind it."""
    return judge(_cases(paper))


def _cases(paper: Paper) -> Iterator[Case]:
    named = False
    for paragraph in paper.of(Role.SIGNER, Role.NUMBER):
        for piece in paragraph.pieces:
            text, look = piece.text.strip(), piece.look
            if "签发人" in text:
                named = True
                fits = look.family == FANGSONG and look.size == SIZE_3 and LABEL.search(text) is not None
                yield Case(text, f"签发人 {look.font} {shown_points(look.size)}", fits)
            elif named and text:
                fits = look.family == KAITI and look.size == SIZE_3
                yield Case(text, f"姓名 {look.font} {shown_points(look.size)}", fits or "号" in text)
