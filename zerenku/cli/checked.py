"""What checking an official text found, whoever reads it and whoever shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from zerenku.linter.runner import Remark
from zerenku.linter.waivers import Waiver
from zerenku.model.finding import Finding

LACKING: Final = "coverage-lacking"
UNFOUNDED: Final = "coverage-unfounded"
NO_ORIGINAL: Final = "coverage-original"
UNMEASURED: Final = "layout-unmeasured"
"""The finding on a Word file whose text can be read and whose layout cannot."""
COVERAGE_RULES: Final = frozenset({LACKING, UNFOUNDED, NO_ORIGINAL})


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """An official text with its remarks; `text` is the normalised text that their offsets count, or `error` says why
    there is none. `line_numbers` are the file's lines of the text's lines.
    """

    name: str
    text: str = ""
    line_numbers: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()
    title: str = ""
    error: str = ""
    waived: int = 0
    waivers: tuple[Waiver, ...] = ()
    """Those that the text has in lines of its own."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The remarks as findings, in text order."""
        return tuple(remark.finding for remark in self.remarks)


def keep(paper: CheckedPaper, kept: Iterable[Finding]) -> CheckedPaper:
    """The paper with those of its remarks whose findings are among the kept ones (the same objects)."""
    left = {id(finding) for finding in kept}
    remarks = tuple(remark for remark in paper.remarks if id(remark.finding) in left)
    return replace(paper, remarks=remarks, waived=len(paper.remarks) - len(remarks))
