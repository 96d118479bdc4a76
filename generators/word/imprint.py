"""版记: who else receives the paper, who printed it and when, on the last lines of the type area."""

from __future__ import annotations

from generators import blocks as b
from generators.word import measures as m
from generators.word.oxml import Element, paragraph, properties, run, w

THICK = 8  # 0.35 mm
THIN = 6  # 0.25 mm


def imprint_table(block: b.Imprint) -> Element:
    """A floating table at the foot of the type area: a thick rule over and under it, a thin one between its rows.

    LibreOffice moves a table of full width only with `horzAnchor="page"`, a measured `tblpX` and `tblpYSpec="bottom"`.
    """
    rows = []
    if block.cc:
        rows.append(paragraph("Copied", run(f"抄送：{'，'.join(block.cc)}。")))
    rows.append(paragraph("Printed", run(f"{block.printed_by}\t{block.printed}")))
    rules = w(
        "tblBorders",
        w("top", val="single", sz=THICK, space=0, color="000000"),
        w("bottom", val="single", sz=THICK, space=0, color="000000"),
        w("insideH", val="single", sz=THIN, space=0, color="000000"),
    )
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
        rules,
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
