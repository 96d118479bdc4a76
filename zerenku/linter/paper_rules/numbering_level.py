"""公文的结构层次依次为“一、”“（一）”“1.”“（1）”（GB/T 9704—2012 之 7.3.3），不越级、不颠倒。

通过：一、下面是（一）
不通过：别处一、下面是（一），此处一、下面却直接是（1）；（一）下面没有1.就是（1）；1.下面又是（一）
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.linter.rows import LEVEL_STYLES, Item, items
from zerenku.model.finding import Severity
from zerenku.text.marks import MarkStyle

ID: Final = "numbering-level"
SEVERITY: Final = Severity.INFO
CERTAINTY: Final = "中"


def check(paper: Paper) -> Iterator[Flaw]:
    """Levels turned upside down or skipped, each pair of styles once a part; 一、 above 1. is an office's usual way."""
    at = {item.piece.path.elements: item for item in items(paper)}
    seen: set[tuple[str, object, object]] = set()
    for item in at.values():
        parent = at.get(item.piece.path.elements[:-1])
        run_in = paper.text[item.piece.start - 1 : item.piece.start] not in {"", "\n"}
        if parent is None or run_in or item.style not in LEVEL_STYLES or parent.style not in LEVEL_STYLES:
            continue
        step = LEVEL_STYLES.index(item.style) - LEVEL_STYLES.index(parent.style)
        key = (paper.part_at(item.piece.start), parent.style, item.style)
        bracketed = (parent.style, item.style) == (MarkStyle.HAN_BRACKET, MarkStyle.DIGIT_BRACKET)
        if key in seen or (0 <= step < 3 and not bracketed):
            continue
        seen.add(key)
        yield _flaw(parent, item, turned=step < 0)


def _flaw(parent: Item, item: Item, *, turned: bool) -> Flaw:
    above, below = parent.piece.written.strip(), item.piece.written.strip()
    text = f"“{above}”下面是“{below}”，层次{'颠倒' if turned else '越级'}"
    return Flaw(item.piece.start, item.piece.body, text, "按“一、”“（一）”“1.”“（1）”的次序")
