"""独占一行的标题末尾不用句号；同级标题有的有、有的没有，更要统一。

通过：一、工作目标／二、重点任务　不通过：一、工作目标／二、重点任务。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.rows import rows
from zerenku.model.finding import Severity

ID: Final = "heading-stop"
SEVERITY: Final = Severity.INFO
CERTAINTY: Final = "高"
FEWEST: Final = 3


def check(paper: Paper) -> Iterator[Flaw]:
    """Headings on a line of their own, above further text, that end in 。 where most of their brothers do not."""
    for row in rows(paper):
        lines = [
            (item, paper.own_text(item.piece).partition("\n")[0].rstrip())
            for item in row.items
            if item.piece.heading and len(item.piece.heading) + 2 >= len(paper.own_text(item.piece).partition("\n")[0])
        ]
        stopped = [(item, line) for item, line in lines if line.endswith("。")]
        if len(lines) >= FEWEST and stopped and len(stopped) * 3 <= len(lines):
            for item, line in stopped:
                end = item.piece.body + len(line)
                yield Flaw(end - 1, end, f"标题“{line[:12]}”末尾有句号，同级标题没有", "删去句号")
