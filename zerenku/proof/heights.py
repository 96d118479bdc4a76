"""How high paragraphs stand, reckoned from their values: enough to place a mark, a title, a rule."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from zerenku.proof.figures import TWIPS_PER_POINT
from zerenku.proof.values import Item, Paragraph, Section, Table

NATURAL: Final = 1.3
"""Line height of a Chinese font, in ems, where Word is left to choose it."""
BASELINE: Final = 0.8
"""Where the baseline lies on a line of fixed height, from its top."""
ASCENT, DESCENT = 0.78, 0.1
"""How far a Chinese character's ink reaches above and below the baseline, in ems."""


def line_height(paragraph: Paragraph, section: Section | None = None) -> float:
    """Twips from line to line."""
    shape = paragraph.shape
    if shape.exact:
        return shape.line
    natural = paragraph.look.size * TWIPS_PER_POINT * NATURAL
    if (
        section is not None
        and section.grid in {"lines", "linesAndChars", "snapToChars"}
        and section.pitch
        and shape.snap
    ):
        natural = section.pitch * math.ceil(natural / section.pitch - 0.15)
    if shape.line_rule == "atLeast":
        return max(natural, shape.line)
    return natural * shape.line / 240


def ink_top(paragraph: Paragraph, section: Section | None = None) -> float:
    """Twips from the top of a line to the top of its characters' ink."""
    em = paragraph.look.size * TWIPS_PER_POINT
    return _baseline(paragraph, line_height(paragraph, section), em) - ASCENT * em


def ink_tail(paragraph: Paragraph, section: Section | None = None) -> float:
    """Twips from the bottom of the characters' ink to the bottom of the line."""
    em, line = paragraph.look.size * TWIPS_PER_POINT, line_height(paragraph, section)
    return line - _baseline(paragraph, line, em) - DESCENT * em


def _baseline(paragraph: Paragraph, line: float, em: float) -> float:
    return BASELINE * line if paragraph.shape.exact else (line + (ASCENT - DESCENT) * em) / 2


def height(item: Item, section: Section | None = None) -> float:
    """Twips that an item takes with the space before and after it; one line, for heads hold no longer ones."""
    if isinstance(item, Table):
        return sum(line_height(paragraph, section) for paragraph in item.paragraphs if not paragraph.blank)
    lines = item.text.count("\n") + 1
    return item.shape.before + line_height(item, section) * lines + item.shape.after


def heights(items: Sequence[Item], start: int, end: int, section: Section | None = None) -> float:
    """Twips from the bottom of item `start` to the top of item `end`, with the space that these two claim."""
    total = sum(height(item, section) for item in items[start + 1 : end])
    first, last = items[start], items[end]
    total += first.shape.after if isinstance(first, Paragraph) else 0
    total += last.shape.before if isinstance(last, Paragraph) else 0
    return total
