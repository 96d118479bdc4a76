"""信函: mark and upper double rule in the header of the first page, the lower one in its footer, the number between."""

from __future__ import annotations

from generators import blocks as b
from generators.word import measures as m
from generators.word.oxml import Xml, exact, paragraph, run


def letter_points(issuer: str) -> int:
    """Size of the mark in points."""
    return m.mark_size(len(issuer))


def letter_mark_drop(issuer: str) -> int:
    """Space over the mark, which stands under the line of the banner."""
    return m.mark_before(letter_points(issuer), top=m.LETTER_TOP - m.HEADER - m.BANNER_LINE)


def first_header(issuer: str, banner: Xml) -> tuple[Xml, ...]:
    """Banner, mark and upper double rule."""
    air = paragraph("Sliver", props=(exact(m.LETTER_AIR),))
    return banner, paragraph("LetterMark", run(issuer)), paragraph("LetterRule"), air


def first_footer() -> Xml:
    """The lower double rule, and no number."""
    return paragraph("LetterFoot")


def letter_number(block: b.LetterHead) -> Xml:
    """The number at the right edge under the upper rule, the first line of the text."""
    return paragraph("LetterNumber", run(block.number))


def letter_head_height(issuer: str) -> int:
    """How much of the first page's type area the head takes."""
    return max(0, m.letter_body_top(letter_points(issuer)) - m.TOP)
