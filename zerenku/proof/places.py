"""Where a paragraph stands on its line and under its neighbours, in characters and lines of the body."""

from __future__ import annotations

from typing import Final

from zerenku.proof.figures import LINE, SIZE_3, TWIPS_PER_POINT
from zerenku.proof.heights import heights
from zerenku.proof.paper import Paper
from zerenku.proof.values import Paragraph, text_width

HUNDREDTHS: Final = 100
NEAR: Final = 0.15
"""Characters by which an indent may differ: half a point of condensing on each of two."""
LINES_NEAR: Final = 0.4


def near(value: float, wanted: float, *, within: float = NEAR) -> bool:
    """True when a value is as good as the wanted one."""
    return abs(value - wanted) <= within


def pitch(paragraph: Paragraph) -> float:
    """Twips from character to character."""
    look = paragraph.look
    return max(1.0, (look.size * look.scale / 100 + look.spacing) * TWIPS_PER_POINT)


def em(paragraph: Paragraph) -> float:
    """Twips of a character without the spacing after it."""
    return max(1.0, paragraph.look.size * TWIPS_PER_POINT)


def first_in(paragraph: Paragraph) -> tuple[float, ...]:
    """How far the first line begins right of the others, in characters of 三号: as said in twips, in characters.

    Word goes by the second where there is one, other programs by the first.
    """
    shape = paragraph.shape
    body = (SIZE_3 + paragraph.look.spacing) * TWIPS_PER_POINT
    said = (shape.first / body, shape.first_chars / HUNDREDTHS)
    return tuple(value for value in said if value) or (0.0,)


def left_in(paragraph: Paragraph) -> float:
    """The left indent in characters."""
    shape = paragraph.shape
    return shape.left_chars / HUNDREDTHS if shape.left_chars else shape.left / em(paragraph)


def right_in(paragraph: Paragraph) -> float:
    """The right indent in characters."""
    shape = paragraph.shape
    return shape.right_chars / HUNDREDTHS if shape.right_chars else shape.right / em(paragraph)


def flush_left(paragraph: Paragraph) -> bool:
    """True when every line begins at the left edge of the type area."""
    shape = paragraph.shape
    indents = (shape.left, shape.left_chars, shape.first, shape.first_chars)
    return shape.align in {"left", "both"} and not any(indents) and not paragraph.text[:1].isspace()


def centred(paragraph: Paragraph) -> bool:
    """True when it stands in the middle of the type area."""
    shape = paragraph.shape
    indents = (shape.left, shape.right, shape.first, shape.left_chars, shape.right_chars, shape.first_chars)
    return shape.align == "center" and not any(indents)


def room_right(paper: Paper, paragraph: Paragraph) -> float:
    """Twips free between the end of a short line and the right edge of the type area."""
    shape, look = paragraph.shape, paragraph.look
    area = paper.sections[paragraph.section].area_width
    printed = paragraph.text.rstrip()
    width, trailing = text_width(printed, look), text_width(paragraph.text, look) - text_width(printed, look)
    right = shape.right or shape.right_chars / HUNDREDTHS * em(paragraph)
    left = shape.left or shape.left_chars / HUNDREDTHS * em(paragraph)
    first = shape.first or shape.first_chars / HUNDREDTHS * em(paragraph)
    if shape.align == "right":
        return right + trailing
    if shape.align == "center":
        return right + (area - left - right - first - width - trailing) / 2 + trailing
    return area - left - first - width


def lines_between(paper: Paper, above: int, below: int) -> float:
    """Lines of the body that are free between two items."""
    section = paper.sections[paper.items[below].section]
    return heights(paper.items, above, below, section) / LINE
