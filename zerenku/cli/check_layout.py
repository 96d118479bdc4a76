"""The layout of a Word paper for `zerenku check`: one remark for each kind of deviation, at the first place of it."""

from __future__ import annotations

from typing import Final

from zerenku.cli.checked import UNMEASURED
from zerenku.extract.refusal import Refusal
from zerenku.extract.sniff import Kind, sniff
from zerenku.linter.runner import Remark
from zerenku.linter.whereabouts import Whereabouts
from zerenku.model.finding import Finding, Severity
from zerenku.model.outline import Outline
from zerenku.proof.proving import prove
from zerenku.proof.verdict import Proof, finding_of

CERTAINTY: Final = "高"
SOUGHT: Final = 12
"""So many characters of a paragraph are looked for in the text: cleaning may have changed what follows."""


def layout_remarks(data: bytes, suffix: str, outline: Outline, where: Whereabouts) -> tuple[Remark, ...]:
    """What deviates from GB/T 9704-2012 in a .docx, given as its content; nothing for a file of another kind."""
    try:
        if sniff(data, suffix) is not Kind.ZIP:
            return ()
        return _remarks(prove(data), outline, where)
    except Refusal as refusal:
        text = f"版式没有核对：{refusal.reason}"
        return (Remark(Finding(where.span(0), UNMEASURED, text, Severity.INFO), 0, 1, CERTAINTY),)


def _remarks(proof: Proof, outline: Outline, where: Whereabouts) -> tuple[Remark, ...]:
    found = []
    for row in proof.failed:
        words = row.at.partition("\n")[0].strip()[:SOUGHT]
        start = outline.text.find(words) if words else -1
        end = start + len(words) if start >= 0 else 1
        start = max(start, 0)
        found.append(Remark(finding_of(row, where.span(start)), start, end, CERTAINTY))
    return tuple(found)
