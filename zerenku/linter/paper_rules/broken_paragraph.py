"""一段话不应断成两段。多半是从分页的文件里复制出来的，断处前后要接回去。

通过：……高处作业等危险作业。　不通过：……高处作业等危险／作业。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity

ID: Final = "broken-paragraph"
SEVERITY: Final = Severity.INFO
CERTAINTY: Final = "高"
TAIL: Final = 6
MOST: Final = 8
"""With more breaks the whole file is set in short lines: one flaw says so."""


def check(paper: Paper) -> Iterator[Flaw]:
    """Where reading joined two lines of the file into one paragraph."""
    if paper.original is None:
        return
    flaws = list(_breaks(paper))
    if len(flaws) > MOST:
        text = f"全文有 {len(flaws)} 处一段断成两段"
        yield Flaw(flaws[0].start, flaws[0].end, text, "重新分段")
        return
    yield from flaws


def _breaks(paper: Paper) -> Iterator[Flaw]:
    numbers = paper.outline.line_numbers
    raw = {line.number: line.text for line in paper.original.lines} if paper.original else {}
    at = 0
    for index, line in enumerate(paper.text.split("\n")):
        source = raw.get(numbers[index], "") if index < len(numbers) else ""
        tail = source.rstrip(" \u3000\t*")[-TAIL:]
        cut = line.find(tail) + len(tail) if len(tail) == TAIL and paper.start <= at < paper.end else len(line)
        if "\t" not in line and TAIL <= cut < len(line) and not source.rstrip(" \u3000\t*").endswith(line[-TAIL:]):
            text = f"“{line[cut - 4 : cut]}”与“{line[cut : cut + 4]}”之间断成了两段"
            yield Flaw(at + cut - 2, at + cut + 2, text, "接成一段")
        at += len(line) + 1
