"""版头: secrecy and urgency, the red mark, the document number, 签发人 and the red rule."""

from __future__ import annotations

from typing import Final

from generators import blocks as b
from generators.word import measures as m
from generators.word.oxml import Xml, exact, paragraph, properties, run, w

BLANK_LINES: Final = 2
SLACK: Final = 40  # else the last character of the longest name falls off its exact row
ORDERS: Final = ("令", "命令")  # marks that make the paper a 令 (GB/T 9704-2012, 10.2)
SIGNER_LABEL: Final = "签发人："
SIGNERS_A_LINE: Final = 2
ONE_IN: Final = m.SIZE_3 * 10


def mark_points(block: b.Masthead) -> int:
    """Size of the mark in points: what lets its longest line stand on one line of the type area.

    Joint issuers' names and 文件 stand apart by one character.
    """
    if len(block.issuers) == 1:
        return m.mark_size(_longest(block) + len(block.suffix))
    apart = 1 if block.suffix else 0
    return m.mark_size(_longest(block) + len(block.suffix) + apart, width=m.AREA_WIDTH - SLACK)


def mark_drop(block: b.Masthead) -> int:
    """Space over the mark: to 35 mm under the top of the type area, 20 mm in a 令, less the lines that stand there."""
    top = m.ORDER_TOP if block.suffix in ORDERS else m.MARK_TOP
    return m.mark_before(mark_points(block), top=top - m.LINE * len(_flags(block)))


def masthead(block: b.Masthead) -> list[Xml]:
    """The mark, two blank lines, the number with the red rule 4 mm under it; a 令 has no rule but two blank lines."""
    joint = len(block.issuers) > 1
    flags = [paragraph("Secrecy", *([run(text)] if text else [])) for text in _flags(block)]
    mark = _joint_mark(block) if joint else [paragraph("Mark", run(block.issuers[0] + block.suffix))]
    return [*flags, *mark, *_blanks(), *_number(block)]


def masthead_heights(block: b.Masthead) -> list[int]:
    """Heights of what `masthead` sets, in twips."""
    size = mark_points(block)
    lines = [m.LINE] * (len(_flags(block)) + 2 * BLANK_LINES)
    marks = [mark_drop(block) + m.mark_line(size) * len(block.issuers)]
    if block.suffix in ORDERS:
        return [*lines, *marks, m.LINE]
    if block.signers:
        rows = -(-len(block.signers) // SIGNERS_A_LINE)
        return [*lines[BLANK_LINES:], *marks, *([m.LINE] * rows), m.RED_RULE_DROP + m.RED_RULE]
    return [*lines[BLANK_LINES:], *marks, m.LINE + m.RED_RULE_DROP + m.RED_RULE]


def _flags(block: b.Masthead) -> list[str]:
    """Lines over the mark. Secrecy stands on the second, for a secret paper has a copy number on the first."""
    secrecy = ["", block.secrecy] if block.secrecy else []
    return [*secrecy, *([block.urgency] if block.urgency else [])]


def _blanks() -> list[Xml]:
    return [paragraph("Normal")] * BLANK_LINES


def _number(block: b.Masthead) -> list[Xml]:
    if block.suffix in ORDERS:
        return [paragraph("OrderNumber", run(block.number)), *_blanks()]
    if block.signers:
        return [*_upward(block), paragraph("RedRule")]
    return [paragraph("Number", run(block.number))]


def _upward(block: b.Masthead) -> list[Xml]:
    """签发人 two a line, names under the first name, all ending one character in; the number on the last line."""
    rows = [block.signers[at : at + SIGNERS_A_LINE] for at in range(0, len(block.signers), SIGNERS_A_LINE)]
    column = max(m.text_width(name) for name in block.signers) + ONE_IN
    widest = max((len(row) - 1) * column + m.text_width(row[-1]) for row in rows)
    names = m.AREA_WIDTH - ONE_IN - widest
    stops = (names - m.text_width(SIGNER_LABEL), names, names + column)
    tabs = w("tabs", *(w("tab", val="left", pos=stop) for stop in stops[: 1 + min(len(block.signers), 2)]))
    made = []
    for index, row in enumerate(rows):
        label = run("\t\t" if index else f"\t{SIGNER_LABEL}")  # the label ends where the names begin
        number = [run(block.number)] if index == len(rows) - 1 else []
        made.append(paragraph("NumberUpward", *number, label, run("\t".join(row), style="Signer"), props=(tabs,)))
    return made


def _joint_mark(block: b.Masthead) -> list[Xml]:
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
    drop = paragraph("Normal", props=(w("snapToGrid", val=0), exact(max(m.SLIVER, mark_drop(block)))))
    return [drop, w("tbl", look, grid, *rows)]


def _longest(block: b.Masthead) -> int:
    return max(len(issuer) for issuer in block.issuers)


def _joint_row(block: b.Masthead, index: int, widths: list[int]) -> Xml:
    line = m.mark_line(mark_points(block))
    cells = [_cell(widths[0], paragraph("JointMark", run(block.issuers[index])))]
    if len(widths) > 1:
        merge = w("vMerge", val="restart") if index == 0 else w("vMerge")
        text = [run(block.suffix)] if index == 0 else []
        shown = paragraph("JointMark", *text, props=(w("jc", val="center"),))
        # White only on its left, or the whole mark would stand half a character left of the middle.
        apart = w("tcMar", w("left", w=mark_points(block) * m.TWIPS_PER_POINT, type="dxa"))
        cells.append(_cell(widths[1], shown, merge, apart, w("vAlign", val="center")))
    return w("tr", properties("trPr", w("cantSplit"), w("trHeight", val=line, hRule="exact")), *cells)


def _cell(width: int, content: Xml, *props: Xml) -> Xml:
    return w("tc", properties("tcPr", w("tcW", w=width, type="dxa"), *props), content)
