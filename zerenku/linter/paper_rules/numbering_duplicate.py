"""同级序号不得重复，否则“第几条”指的是哪一条说不清。

通过：（一）（二）（三）　不通过：（一）（二）（二）
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.rows import rows
from zerenku.model.finding import Severity

ID: Final = "numbering-duplicate"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"


def check(paper: Paper) -> Iterator[Flaw]:
    """A number that its elder brother has already; a list that begins again with 1 is another list."""
    for row in rows(paper):
        for before, item in zip(row.items, row.items[1:], strict=False):
            again = item.number == before.number or (1 < item.number < before.number)
            if again and item.style is before.style and any(item.number == other.number for other in row.items[:-1]):
                text = f"“{before.piece.written.strip()}”之后又是“{item.piece.written.strip()}”，序号重复"
                yield Flaw(item.piece.start, item.piece.body, text, "重排序号")
