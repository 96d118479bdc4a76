"""署名 and 成文日期: which names stand over a date, and whether a seal is meant to go over both."""

from __future__ import annotations

import re
from typing import Final

from zerenku.proof.paper import Paper, Role
from zerenku.proof.places import NEAR, em, near, pitch, room_right
from zerenku.proof.values import Paragraph, text_width

SEALED: Final = 4
"""Characters to the right of a date that a seal goes over."""
SIDE_BY_SIDE: Final = re.compile(r"\u3000+|\t+| {2,}")
"""What stands between the names of issuers in one row."""
SHIFT: Final = 2
"""Characters that a date without a seal begins right of the name."""


def names_over(paper: Paper, date: int) -> list[Paragraph]:
    """The names directly over the date at an index, top down."""
    found: list[Paragraph] = []
    for index in range(date - 1, -1, -1):
        item = paper.items[index]
        if paper.roles[index] is not Role.SIGNATURE or not isinstance(item, Paragraph):
            break
        found.insert(0, item)
    return found


def printed(paragraph: Paragraph) -> str:
    """The text without the blanks that only push it along; those that stand for a year to be filled in are kept."""
    bare = paragraph.text.strip()
    return paragraph.text.rstrip() if bare.startswith("年") else bare


def unsealed(paper: Paper, index: int) -> bool:
    """True when the date at `index` stands not where a seal goes but two characters right of the first name."""
    date, names = paper.items[index], names_over(paper, index)
    if (
        not names
        or not isinstance(date, Paragraph)
        or near(room_right(paper, date) / em(date), SEALED, within=2 * NEAR)
    ):
        return False
    starts = [room_right(paper, item) + text_width(printed(item), item.look) for item in (names[0], date)]
    return abs(starts[0] - starts[1] - SHIFT * pitch(date)) <= em(date) / 2


def over_date(name: Paragraph) -> str:
    """Of names in one row the last, which the seal over the date goes with."""
    return SIDE_BY_SIDE.split(name.text.strip())[-1]


def sealed_middle(date: Paragraph) -> float:
    """Twips from the right edge of the type area to the middle of a date that stands where it ought to."""
    return SEALED * em(date) + text_width(printed(date), date.look) / 2
