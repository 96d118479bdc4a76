"""Page numbers and running heads: what is printed at the edge of a page and is not the document's text."""

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median
from typing import Final

from zerenku.extract.paper.glyphs import Line
from zerenku.extract.paper.paragraphs import Page

DASH: Final = "-—–－─一·~"
PAGE_NUMBER: Final = re.compile(
    rf"[{DASH}\s]+[0-9０-９]{{1,4}}[{DASH}\s]+|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|\d{{1,4}}\s*/\s*\d{{1,4}}"
    r"|Page\s*\d+(?:\s*of\s*\d+)?",
    re.IGNORECASE,
)
BARE_NUMBER: Final = re.compile(r"\d{1,4}|[ivx]{1,5}|[IVX]{1,5}")
OWN: Final = re.compile(r"附\s*[件表录]|第.{1,3}[章条]|[一二三四五六七八九十]+、|[（(].{1,3}[）)]")
"""Short lines that may well stand at the top of several pages and belong to the text all the same."""
EDGE: Final = 2
SAME_HEIGHT: Final = 4.0


def without_margins(pages: Sequence[Page]) -> list[Page]:
    """The pages without page numbers at their edges and without lines that recur at one height of most pages."""
    spacing = _spacing(pages)
    numbered = [Page(_without_number(page.lines, spacing), page.grids) for page in pages]
    running = _running(numbered)
    return [
        Page([line for line in page.lines if (index, line.y, line.text) not in running], page.grids)
        for index, page in enumerate(numbered)
    ]


def _spacing(pages: Sequence[Page]) -> float:
    gaps = [above.y - below.y for page in pages for above, below in zip(page.lines, page.lines[1:], strict=False)]
    return median(gaps) if gaps else 0.0


def _without_number(lines: list[Line], spacing: float) -> list[Line]:
    for edge, neighbour in ((-1, -2), (0, 1)):
        if not lines:
            break
        text = lines[edge].text.strip()
        lonely = len(lines) < 2 or abs(lines[edge].y - lines[neighbour].y) > 1.15 * spacing
        if PAGE_NUMBER.fullmatch(text) or (lonely and BARE_NUMBER.fullmatch(text)):
            lines = lines[:-1] if edge else lines[1:]
    return lines


def _running(pages: Sequence[Page]) -> set[tuple[int, float, str]]:
    """(page, height, text) of running heads and feet: on most pages, or on most of the left or right ones."""
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, page in enumerate(pages):
        edges = page.lines if len(page.lines) <= 2 * EDGE else page.lines[:EDGE] + page.lines[-EDGE:]
        for line in edges:
            if OWN.match(line.text) is None:
                seen[line.text].append((index, line.y))
    found: set[tuple[int, float, str]] = set()
    for text, places in seen.items():
        height = median(y for _, y in places)
        level = [(index, y) for index, y in places if abs(y - height) <= SAME_HEIGHT]
        sides = {index % 2 for index, _ in level}
        enough = max(2, 0.6 * len(pages)) if len(sides) > 1 else max(3, 0.3 * len(pages))
        if len(level) >= enough:
            found |= {(index, y, text) for index, y in level}
    return found
