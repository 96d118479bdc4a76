"""同一层次的序号用同一种写法。混用多半是拼接、粘贴留下的，引用时会对不上。

通过：（一）（二）（三）　不通过：（一）（二）（3）；1.2.3、
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.rows import Item, items, rows
from zerenku.model.finding import Severity
from zerenku.text.marks import MarkStyle

ID: Final = "numbering-style"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"


def check(paper: Paper) -> Iterator[Flaw]:
    """Marks of another style among siblings (one flaw a run), and forms of one style that differ within a part."""
    above = {item.piece.path.elements: item for item in items(paper)}
    for row in rows(paper):
        parent = above.get(row.parent)
        if parent is not None and parent.style is not row.items[0].style and _goes_on(parent, row.items):
            yield _instead(parent, row.items[0])
        run: list[Item] = []
        for item in (*row.items, None):
            if item is not None and item.printed.style is not item.style:
                run.append(item)
            elif run:
                yield _strange(run)
                run = []
    yield from _forms(paper)


def _goes_on(parent: Item, row: tuple[Item, ...]) -> bool:
    """A row below 2. that begins with （3）, and has no more, counts on with the parent."""
    return len(row) == 1 and row[0].number == parent.number + 1 and row[0].number > 1


def _instead(before: Item, item: Item) -> Flaw:
    was, now = before.piece.written.strip(), item.piece.written.strip()
    text = f"“{was}”之后是“{now}”，序号接续而写法不一致"
    return Flaw(item.piece.start, item.piece.body, text, "统一写法")


def _strange(run: list[Item]) -> Flaw:
    marks = "".join(item.piece.written.strip() for item in run)
    names = "".join(item.piece.mark for item in run)
    text = f"序号“{marks}”与同级写法不一致，按顺序应为“{names}”"
    return Flaw(run[0].piece.start, run[0].piece.body, text, f"改为“{names}”")


def _forms(paper: Paper) -> Iterator[Flaw]:
    """（一） beside (一), or 1． beside 1、, on the same level of the body or of one attachment."""
    found: dict[tuple[str, MarkStyle, int], list[Item]] = defaultdict(list)
    for item in items(paper):
        if item.printed.style is item.style and item.style is not MarkStyle.CIRCLED:
            part = paper.part_at(item.piece.start)
            found[part, item.style, len(item.piece.path.elements)].append(item)
    for group in found.values():
        counts = Counter(item.form for item in group)
        usual = max(counts, key=lambda form: (counts[form], form))
        for form in sorted(counts.keys() - {usual}):
            odd = [item for item in group if item.form == form]
            other = next(item for item in group if item.form == usual)
            marks = "、".join(f"“{item.piece.written.strip()}”" for item in odd[:4]) + ("等" if len(odd) > 4 else "")
            text = f"{marks}与同级的“{other.piece.written.strip()}”写法不同（{len(odd)} 处对 {counts[usual]} 处）"
            yield Flaw(odd[0].piece.start, odd[0].piece.body, text, "统一写法")
