"""Run the rules over a catalogue or over official texts, and sort what they find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.registers import Registers
from zerenku.linter.paper import Flaw, Paper, PaperRule
from zerenku.linter.paper_rules import PAPER_RULES
from zerenku.linter.rules import RULES
from zerenku.linter.whereabouts import Whereabouts
from zerenku.model.finding import Finding
from zerenku.model.outline import Draft, Original

QUOTED = 60
"""A finding quotes at most so many characters of the text."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding on an official text with the characters of the normalised text it concerns, `start` to `end`."""

    finding: Finding
    start: int
    end: int
    certainty: str


def lint(catalogue: Catalogue) -> tuple[Finding, ...]:
    """All findings of all rules on content, by place."""
    return tuple(sorted(finding for rule in RULES for finding in rule.check(catalogue)))


def lint_paper(
    drafts: Iterable[Draft],
    registers: Registers | None = None,
    *,
    file: str | None = None,
    original: Original | None = None,
    rules: Sequence[PaperRule] = PAPER_RULES,
) -> tuple[Remark, ...]:
    """All findings on the plans of one file, by place. `file` is shown in them; `original` makes columns exact,
    and lets the rules see what reading cleaned away.
    """
    remarks: list[Remark] = []
    for draft in drafts:
        paper = Paper(draft, registers, original)
        where = Whereabouts(draft.outline, file=file or draft.outline.name, original=original)
        remarks += (_remark(paper, where, rule, flaw) for rule, flaw in _flaws(paper, rules))
    return tuple(sorted(remarks, key=lambda remark: (remark.start, remark.end, remark.finding)))


def findings_json(remarks: Iterable[Remark]) -> list[dict[str, object]]:
    """The findings of a plan in the shape of interchange.md: rule, path, line, the words, what is wrong with them."""
    return [
        {
            "rule": remark.finding.rule,
            "path": remark.finding.path.split("/") if remark.finding.path else [],
            "line": remark.finding.span.line,
            "text": remark.finding.quote,
            "explain": remark.finding.text,
        }
        for remark in remarks
    ]


def _flaws(paper: Paper, rules: Sequence[PaperRule]) -> Iterator[tuple[PaperRule, Flaw]]:
    for rule in rules:
        for flaw in rule.check(paper):
            yield rule, flaw


def _remark(paper: Paper, where: Whereabouts, rule: PaperRule, flaw: Flaw) -> Remark:
    words = paper.text[flaw.start : flaw.end].replace("\n", "")
    finding = Finding(
        where.span(flaw.start),
        rule.ID,
        flaw.text,
        rule.SEVERITY,
        flaw.suggest,
        paper.path_at(flaw.start),
        words if len(words) <= QUOTED else f"{words[: QUOTED - 1]}…",
    )
    return Remark(finding, flaw.start, max(flaw.end, flaw.start + 1), rule.CERTAINTY)
