"""The findings on official texts as one page: the document with each finding marked where it stands, and a note beside.

The page needs nothing but itself: no script, no font, no address. It lives beside the command and not in `generators/`,
because it shows a user's own file and reads no catalogue.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from zerenku.cli.check_manual import SEVERITIES, manuals
from zerenku.cli.checked import CheckedPaper
from zerenku.linter.runner import Remark
from zerenku.model.finding import Finding

TEMPLATES: Final = Path(__file__).parent / "templates"
ORDER: Final = tuple(SEVERITIES)


@dataclass(frozen=True, slots=True)
class Note:
    """A finding with its number on the page."""

    number: int
    finding: Finding
    certainty: str

    @property
    def label(self) -> str:
        """错误, 警告, 提示."""
        return SEVERITIES[self.finding.severity]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a paragraph that stand under the same notes; `severity` is the worst of them, or empty."""

    text: str
    notes: tuple[Note, ...]
    first: tuple[int, ...]
    """Numbers of the notes that begin here."""

    @property
    def severity(self) -> str:
        """error, warning, info, or nothing for text without a finding."""
        return min((note.finding.severity for note in self.notes), key=ORDER.index, default="")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text with the notes that begin in it."""

    line: int
    stretches: tuple[Stretch, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One official text laid out for the page."""

    paper: CheckedPaper
    paragraphs: tuple[Paragraph, ...]
    counts: tuple[tuple[str, int], ...]


def report_page(papers: Sequence[CheckedPaper], others: Sequence[Finding]) -> str:
    """The page as HTML: every paper with its notes, then findings that belong to no paper, then the rules' manuals."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    sheets = tuple(_sheets(papers))
    used = {note.finding.rule for sheet in sheets for part in sheet.paragraphs for note in part.notes}
    used |= {finding.rule for finding in others}
    return environment.get_template("check.html.j2").render(
        sheets=sheets,
        others=others,
        labels=SEVERITIES,
        manuals=tuple((name, said) for name, said in manuals().items() if name in used),
    )


def _sheets(papers: Iterable[CheckedPaper]) -> Iterator[Sheet]:
    number = 0
    for paper in papers:
        notes = []
        for remark in paper.remarks:
            number += 1
            notes.append((remark, Note(number, remark.finding, remark.certainty)))
        paragraphs = tuple(_paragraphs(paper, notes))
        counts = tuple(
            (label, sum(finding.severity == severity for finding in paper.findings))
            for severity, label in SEVERITIES.items()
        )
        yield Sheet(paper, paragraphs, counts)


def _paragraphs(paper: CheckedPaper, notes: Sequence[tuple[Remark, Note]]) -> Iterator[Paragraph]:
    lines = paper.text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    held: defaultdict[int, list[tuple[Remark, Note]]] = defaultdict(list)
    for remark, note in notes:
        first, last = (bisect_right(starts, at) - 1 for at in (remark.start, remark.end - 1))
        for index in range(first, last + 1):
            held[index].append((remark, note))
    for index, (line, number) in enumerate(zip(lines, paper.line_numbers, strict=False)):
        at, here = starts[index], held[index]
        begun = tuple(note for remark, note in here if remark.start >= at)
        yield Paragraph(number, tuple(_stretches(line, at, here)), begun)


def _stretches(line: str, at: int, notes: Sequence[tuple[Remark, Note]]) -> Iterator[Stretch]:
    """The line cut wherever a note begins or ends."""
    cuts = {at, at + len(line)}
    for remark, _ in notes:
        cuts |= {cut for cut in (remark.start, remark.end) if at < cut < at + len(line)}
    bounds = sorted(cuts)
    for start, end in pairwise(bounds):
        under = tuple(note for remark, note in notes if remark.start < end and remark.end > start)
        first = tuple(note.number for remark, note in notes if max(remark.start, at) == start and remark.start >= at)
        yield Stretch(line[start - at : end - at], under, first)
