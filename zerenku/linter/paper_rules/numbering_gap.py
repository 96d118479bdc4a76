"""同级序号应当接续。跳号多半是删了一条而没有重排，引用“第几条”的人会找不到。跨章连续编号的，按连续看。

通过：1．2．3．　不通过：1．2．4．
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.rows import Item, rows
from zerenku.model.finding import Severity
from zerenku.model.outline import Piece
from zerenku.text.fold import fold
from zerenku.text.marks import MarkStyle, marks_at

ID: Final = "numbering-gap"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"


def check(paper: Paper) -> Iterator[Flaw]:
    """Numbers left out in a row of siblings, or between two rows that are counted through."""
    last: dict[tuple[str, MarkStyle], Item] = {}
    for row in rows(paper):
        before: Item | None = None
        for item in row.items:
            key = (row.part, item.style)
            through = last.get(key)
            previous = before if before is not None and before.style is item.style else None
            if previous is None and item.number > 1 and through is not None and through.number < item.number:
                previous = through
            if previous is not None and item.number > previous.number + 1:
                yield from _gap(paper, previous, item)
            elif previous is None and item.number == 2 and before is None:
                yield from _gap(paper, None, item)
            before = item
            last[key] = item


def _gap(paper: Paper, previous: Item | None, item: Item) -> Iterator[Flaw]:
    first = previous.number + 1 if previous else 1
    begin = previous.piece.body if previous else paper.start
    if item.number - first > 6 or _stands(paper, first, item, begin):
        return
    left_out = "、".join(str(number) for number in range(first, item.number))
    after = f"“{previous.piece.written.strip()}”之后是" if previous else "本级由"
    tail = "" if previous else "开始"
    text = f"{after}“{item.piece.written.strip()}”{tail}，缺第 {left_out} 项"
    yield Flaw(item.piece.start, item.piece.body, text, "补上缺的一项，或重排序号")


def _unclaimed(paper: Paper, begin: int, end: int) -> str:
    """The text between without the marks of the pieces below: 2. under （一） is not the missing （二）."""
    kept, at = [], begin
    for piece in paper.pieces:
        if begin <= piece.start < end and piece.written and _counts_on(paper, piece):
            kept.append(paper.folded[at : piece.start])
            at = piece.body
    return "".join((*kept, paper.folded[at:end]))


def _counts_on(paper: Paper, piece: Piece) -> bool:
    """Whether the mark has its place in a row: it is the first, or its elder sibling stands too."""
    mark = marks_at(piece.written)
    if mark is None or mark.number == 1:
        return mark is not None
    *above, _ = piece.path.elements
    elder = replace(mark, number=mark.number - 1).name
    return any(other.path.elements == (*above, elder) for other in paper.pieces)


def _stands(paper: Paper, number: int, item: Item, begin: int) -> bool:
    """Whether the missing mark is printed in between after all, where the outline took it for something else."""
    name = item.printed.name
    wanted = {str(number), fold(name).replace(str(item.number), str(number))}
    han = "一二三四五六七八九十"
    wanted |= {han[number - 1]} if number <= 10 else set()
    between = _unclaimed(paper, begin, item.piece.start)
    return any(f"{mark}{stop}" in between for mark in wanted for stop in ("、", ".", "）"))
