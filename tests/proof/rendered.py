"""Changes that show on the rendered page: name, paper, what is changed, the rule on pages that must notice."""

from collections.abc import Callable
from pathlib import Path

from tests.proof import papers
from tests.proof.papers import Change, body, drop, style

FONTS = Path(__file__).resolve().parents[1] / "fonts" / "fonts.conf"
IMPRINT = "//w:tbl[.//w:pStyle[@w:val='Printed']]"
BROKEN: tuple[tuple[str, Callable[[], bytes], tuple[Change, ...], str], ...] = (
    ("narrow", papers.notice, (body("(//w:sectPr)[1]/w:pgMar", left="1200"),), "area"),
    ("condensed", papers.notice, (style("Normal", "w:rPr/w:spacing", val="0"),), "characters"),
    (
        "loose",
        papers.notice,
        (Change("word/", "//w:docGrid", gone=True), style("Normal", "w:pPr/w:spacing", line="560")),
        "lines",
    ),
    ("high", papers.notice, (style("Mark", "w:pPr/w:spacing", before="400"),), "mark"),
    (
        "upside-down",
        papers.letter,
        (style("LetterRule", "w:pPr/w:pBdr/w:bottom", val="thinThickSmallGap"),),
        "rule",
    ),
    ("tight", papers.notice, (style("Number", "w:pPr/w:pBdr/w:bottom", space="0"),), "rule"),
    ("central", papers.notice, (style("NumberOdd", "w:pPr/w:jc", val="center"),), "page-numbers"),
    ("floating", papers.notice, (drop("word/document.xml", f"{IMPRINT}/w:tblPr/w:tblpPr"),), "imprint"),
)
