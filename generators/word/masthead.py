"""版头: the red mark, the document number and the red rule."""

from __future__ import annotations

from generators import blocks as b
from generators.word import measures as m
from generators.word.oxml import Element, exact, paragraph, properties, run, w

BLANK_LINES = 2
SLACK = 40  # else the last character of the longest name falls off its exact row


def mark_points(block: b.Masthead) -> int:
    """Size of the mark in points: what lets its longest line stand on one line of the type area.

    Joint issuers' names and 文件 stand apart by one character.
    """
    if len(block.issuers) == 1:
        return m.mark_size(_longest(block) + len(block.suffix))
    apart = 1 if block.suffix else 0
    return m.mark_size(_longest(block) + len(block.suffix) + apart, width=m.AREA_WIDTH - SLACK)


def masthead(block: b.Masthead) -> list[Element]:
    """The mark 35 mm under the top of the type area, two blank lines, the number with the rule 4 mm under it."""
    joint = len(block.issuers) > 1
    mark = _joint_mark(block) if joint else [paragraph("Mark", run(block.issuers[0] + block.suffix))]
    blanks = [paragraph("Normal") for _ in range(BLANK_LINES)]
    return [*mark, *blanks, paragraph("Number", run(block.number))]


def _joint_mark(block: b.Masthead) -> list[Element]:
    """Names stacked and spread to one width, the lead issuer's first; 文件 to their right, centred on them all.

    A table takes no space before it, so an empty line of exact height brings it down.
    """
    size = mark_points(block)
    suffix_width = (len(block.suffix) + 1) * size * m.TWIPS_PER_POINT if block.suffix else 0
    name_width = _longest(block) * size * m.TWIPS_PER_POINT + SLACK
    widths = [name_width, suffix_width] if suffix_width else [name_width]
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    look = properties(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("left", "right"))),
    )
    rows = [_joint_row(block, index, widths) for index in range(len(block.issuers))]
    drop = paragraph("Normal", props=(w("snapToGrid", val=0), exact(m.mark_before(size))))
    return [drop, w("tbl", look, grid, *rows)]


def _longest(block: b.Masthead) -> int:
    return max(len(issuer) for issuer in block.issuers)


def _joint_row(block: b.Masthead, index: int, widths: list[int]) -> Element:
    line = m.mark_line(mark_points(block))
    name = _cell(widths[0], paragraph("JointMark", run(block.issuers[index])))
    row = w("tr", properties("trPr", w("cantSplit"), w("trHeight", val=line, hRule="exact")), name)
    if len(widths) > 1:
        merge = w("vMerge", val="restart") if index == 0 else w("vMerge")
        text = [run(block.suffix)] if index == 0 else []
        shown = paragraph("JointMark", *text, props=(w("jc", val="center"),))
        row.append(_cell(widths[1], shown, merge, w("vAlign", val="center")))
    return row


def _cell(width: int, content: Element, *props: Element) -> Element:
    return w("tc", properties("tcPr", w("tcW", w=width, type="dxa"), *props), content)
