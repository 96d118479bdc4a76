"""汉字文本用全角标点。半角的逗号、冒号、括号多半是输入法没有切换，排出来疏密不匀。表格的栏目不算。

通过：各村要自查，每月一次（见附件）。　不通过：各村要自查,每月一次(见附件)。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity

ID: Final = "half-width"
SEVERITY: Final = Severity.INFO
CERTAINTY: Final = "高"
_H: Final = "\u4e00-\u9fff"
STOPS: Final = re.compile(
    rf"(?<=[{_H}”》）)])[,;:?!](?=\s?[{_H}“《（(\d]|$)|(?<=\d)[,;](?=[{_H}])|(?<=[{_H}”》）])\.(?=[{_H}“《（]|\s?$)",
    re.MULTILINE,
)
MIXED: Final = re.compile(rf"\((?=[{_H}])[^()（）\n]{{2,60}}）|（[^()（）\n]{{2,60}}(?<=[{_H}\d])\)(?!\))")
BRACKETS: Final = re.compile(rf"\((?=[^()\n]*[{_H}])[^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
WIDE: Final = str.maketrans(",;:?!.()", "，；：？！。（）")


MOST: Final = 10
"""With more paragraphs than this the whole text was typed, or converted, so: one flaw says it."""


def check(paper: Paper) -> Iterator[Flaw]:
    """One flaw a paragraph, at its first half-width mark; number marks such as (1) are the numbering rules'."""
    flaws = list(_paragraphs(paper))
    if len(flaws) > MOST:
        text = f"全文有 {len(flaws)} 段用了半角标点"
        yield Flaw(flaws[0].start, flaws[0].end, text, "全部替换为全角标点")
        return
    yield from flaws


def _paragraphs(paper: Paper) -> Iterator[Flaw]:
    marks = {offset for piece in paper.pieces for offset in range(piece.start, piece.body)}
    for start, end in paper.lines:
        if paper.is_row(start, end):
            continue
        hits = [
            (match.start(), match[0]) for match in STOPS.finditer(paper.text, start, end) if match.start() not in marks
        ]
        hits += [
            (match.start(), "()") for match in BRACKETS.finditer(paper.text, start, end) if match.start() not in marks
        ]
        mixed = [match for match in MIXED.finditer(paper.text, start, end) if match.start() not in marks]
        narrow = [match.start() if match[0][0] == "(" else match.end() - 1 for match in mixed]
        hits += [(at, paper.text[at]) for at in narrow]
        if not hits:
            continue
        counts = Counter(mark for _, mark in sorted(hits))
        said = "、".join(f"“{mark}”{count} 处" for mark, count in counts.items())
        first = min(hits)
        text = f"本段有半角标点：{said}"
        yield Flaw(first[0], first[0] + 1, text, f"改用全角“{first[1].translate(WIDE)}”等")
