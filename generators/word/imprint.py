"""版记: who else receives the paper, who printed it and when, on the last lines of the type area."""

from __future__ import annotations

from generators import blocks as b
from generators.word import measures as m
from generators.word.lines import LIBREOFFICE, count_lines
from generators.word.oxml import Xml, paragraph, properties, run, w

THICK = 8  # 0.35 mm
THIN = 6  # 0.25 mm
COPIED_LEFT = 4 * m.SIZE_4 * 10
ONE_IN = m.SIZE_4 * 10


def imprint_table(block: b.Imprint, *, letter: bool = False) -> Xml:
    """A floating table at the foot of the type area: a thick rule over and under it, a thin one between its rows.

    A letter's 版记 has neither rules nor the printing line (GB/T 9704-2012, 10.1). LibreOffice moves a table of full
    width only with `horzAnchor="page"`, a measured `tblpX` and `tblpYSpec="bottom"`.
    """
    rows = []
    if block.cc:
        rows.append(paragraph("Copied", run(_copied(block))))
    if not letter:
        rows.append(paragraph("Printed", run(f"{block.printed_by}\t{block.printed}")))
    look = properties(
        "tblPr",
        w(
            "tblpPr",
            vertAnchor="margin",
            horzAnchor="page",
            tblpX=m.LEFT,
            tblpYSpec="bottom",
            leftFromText=0,
            rightFromText=0,
        ),
        w("tblOverlap", val="never"),
        w("tblW", w=m.AREA_WIDTH, type="dxa"),
        w("tblInd", w=0, type="dxa"),
        *([] if letter else [_rules()]),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))),
    )
    cell = properties("tcPr", w("tcW", w=m.AREA_WIDTH, type="dxa"))
    return w(
        "tbl",
        look,
        w("tblGrid", w("gridCol", w=m.AREA_WIDTH)),
        *(w("tr", properties("trPr", w("cantSplit")), w("tc", cell, row)) for row in rows),
    )


def imprint_height(block: b.Imprint, *, letter: bool = False) -> int:
    """Height of the 版记 in twips, at most."""
    lines = 0 if letter else 1
    if block.cc:
        width = m.AREA_WIDTH - COPIED_LEFT - ONE_IN
        lines += count_lines(_copied(block), width=width, indent=-3 * ONE_IN, size=LIBREOFFICE.imprint)
    return m.IMPRINT_LINE * lines


def _copied(block: b.Imprint) -> str:
    return f"抄送：{'，'.join(block.cc)}。"


def _rules() -> Xml:
    black: dict[str, str | int] = {"val": "single", "space": 0, "color": "000000"}
    return w(
        "tblBorders",
        w("top", sz=THICK, **black),
        w("bottom", sz=THICK, **black),
        w("insideH", sz=THIN, **black),
    )
