"""括号、引号、书名号应当成对，而且要在同一段之内配齐。

通过：《柳塘镇方案（2030年）》　不通过：《柳塘镇方案（2030年））》；“三关制度
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zerenku.linter.paper import Flaw, Paper
from zerenku.model.finding import Severity

ID: Final = "unpaired-mark"
SEVERITY: Final = Severity.WARNING
CERTAINTY: Final = "高"
PAIRS: Final = {
    "（": "）",
    "(": ")",
    "《": "》",
    "“": "”",
    "‘": "’",
    "〔": "〕",
    "【": "】",
    "「": "」",
    "『": "』",
    "〈": "〉",
}
OPENS: Final = {close: open_ for open_, close in PAIRS.items()}
MARK: Final = re.compile("[" + re.escape("".join((*PAIRS, *OPENS))) + "]")
ROUND: Final = {"（": "(", "）": ")"}
LIST_MARK: Final = re.compile(r"(?:^|[。；：，\s])[0-9０-９a-zA-Z一二三四五六七八九十]{1,2}$")


def check(paper: Paper) -> Iterator[Flaw]:
    """Marks without a partner in their paragraph; one that the next paragraph closes was cut by a page break."""
    pending: list[tuple[int, str]] = []
    title = paper.head.title
    joined = _joined(paper, title.start, title.end) if title else ()
    for start, end in paper.lines:
        if joined and start in joined[1:]:
            continue
        stop = max(end, title.end) if joined and title and start == joined[0] else end
        opened, closed = _unpaired(paper.text, start, stop)
        while pending and closed and PAIRS[pending[-1][1]] == closed[0][1]:
            pending.pop()
            closed.pop(0)
        yield from (_flaw(at, mark) for at, mark in pending)
        yield from (_flaw(at, mark) for at, mark in closed)
        pending = opened
    yield from (_flaw(at, mark) for at, mark in pending)


def _joined(paper: Paper, start: int, end: int) -> tuple[int, ...]:
    """The lines of a title printed over several lines."""
    return tuple(first for first, _ in paper.lines if start <= first < end)


def _unpaired(text: str, start: int, end: int) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Opening and closing marks left over in a paragraph; 1） at its beginning is a list mark."""
    stack: list[tuple[int, str]] = []
    closed: list[tuple[int, str]] = []
    for match in MARK.finditer(text, start, end):
        at, mark = match.start(), match[0]
        if mark in PAIRS:
            stack.append((at, mark))
            continue
        partner = next((index for index in range(len(stack) - 1, -1, -1) if _fit(stack[index][1], mark)), None)
        if partner is not None:
            # What was opened inside and never closed stays as a flaw of its own.
            del stack[partner]
        elif mark not in "）)" or not LIST_MARK.search(text[max(start, at - 4) : at]):
            closed.append((at, mark))
    return stack, closed


def _fit(open_: str, close: str) -> bool:
    """Half and full width may close each other here: mixed widths are another rule's business."""
    return ROUND.get(open_, open_) == ROUND.get(OPENS[close], OPENS[close])


def _flaw(at: int, mark: str) -> Flaw:
    other = PAIRS.get(mark) or OPENS[mark]
    what = "没有配对的" if mark in PAIRS else "多出，前面没有"
    return Flaw(at, at + 1, f"{mark} {what} {other}", "补上另一半，或删去")
