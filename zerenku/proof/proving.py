"""Bytes of a .docx → its check sheet: by the rules on its XML, and by those on its rendered pages."""

from __future__ import annotations

from zerenku.proof.rules import RULES
from zerenku.proof.verdict import Proof, row_of
from zerenku.proof.word.document import read_paper


def prove(docx: bytes) -> Proof:
    """Measure any .docx against GB/T 9704-2012. Refusal (`zerenku.extract.refusal`) if it cannot be read."""
    paper = read_paper(docx)
    return Proof(tuple(row_of(rule, paper) for rule in RULES))


def prove_pages(docx: bytes, pdf: bytes, *, estimate: int | None = None) -> Proof:
    """Measure the rendered pages of a paper; `estimate` is how many there should be.

    Refusal if either cannot be read.
    """
    # The PDF library takes a while to load, and most papers are never rendered.
    from zerenku.proof.page_rules import PAGE_RULES  # noqa: PLC0415
    from zerenku.proof.printed.pdf import read_sheets  # noqa: PLC0415
    from zerenku.proof.printed.sheet import Printed  # noqa: PLC0415

    sheets, fonts = read_sheets(pdf)
    printed = Printed(sheets, fonts, read_paper(docx), estimate)
    return Proof(tuple(row_of(rule, printed) for rule in PAGE_RULES))
