"""What a rule measured, and what is to be said of it: one row of the check sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple, Protocol, TypeVar

from zerenku.model.finding import Finding, Severity
from zerenku.model.place import Span

STANDARD: Final = "GB/T 9704—2012"
CUSTOM: Final = "惯例"
"""The clause of a rule that practice made and not the standard."""
MOST_SHOWN: Final = 4
QUOTED: Final = 24
Subject_contra = TypeVar("Subject_contra", contravariant=True)
Subject = TypeVar("Subject")


class Verdict(StrEnum):
    """合格, 不合格, or 不适用 where a paper has nothing for the rule to measure."""

    PASSED = "合格"
    FAILED = "不合格"
    NOT_APPLICABLE = "不适用"


class Case(NamedTuple):
    """One thing measured: the words it stands at (empty: the whole paper), the value as shown, whether it fits."""

    at: str
    shown: str
    fits: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """All that one rule measured in one paper."""

    said: str
    misses: tuple[Case, ...] = ()


class Rule(Protocol[Subject_contra]):
    """What a module of `rules` (on a paper) or `page_rules` (on its pages) offers; its docstring is the manual.

    `check` gives None where the rule does not apply.
    """

    @property
    def ID(self) -> str:  # noqa: N802 - the name of a module constant
        """The rule's name in findings and waivers."""
        ...

    @property
    def TITLE(self) -> str:  # noqa: N802
        """What is measured."""
        ...

    @property
    def CLAUSE(self) -> str:  # noqa: N802
        """The clause of GB/T 9704-2012, or 惯例."""
        ...

    @property
    def REQUIRED(self) -> str:  # noqa: N802
        """The value that the clause asks for."""
        ...

    @property
    def ADVICE(self) -> str:  # noqa: N802
        """What to do in Word."""
        ...

    @property
    def SEVERITY(self) -> Severity:  # noqa: N802
        """How bad a miss is: never an error, for the text is none the worse for it."""
        ...

    def check(self, paper: Subject_contra, /) -> Measure | None:
        """Measure."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the check sheet. `count` misses, the first of them at the words `at`."""

    rule: str
    title: str
    clause: str
    required: str
    measured: str
    verdict: Verdict
    severity: Severity = Severity.INFO
    advice: str = ""
    count: int = 0
    at: str = ""

    @property
    def source(self) -> str:
        """`GB/T 9704—2012 第 5.1 条`, or 惯例."""
        return self.clause if self.clause == CUSTOM else f"{STANDARD} 第 {self.clause} 条"


@dataclass(frozen=True, slots=True)
class Proof:
    """The rows of a paper, in the order of the rules."""

    rows: tuple[Row, ...]

    @property
    def failed(self) -> tuple[Row, ...]:
        """The rows that do not meet the standard."""
        return tuple(row for row in self.rows if row.verdict is Verdict.FAILED)

    @property
    def ok(self) -> bool:
        """True when every row that applies meets the standard."""
        return not self.failed

    def count(self, verdict: Verdict) -> int:
        """How many rows have this verdict."""
        return sum(row.verdict is verdict for row in self.rows)

    def findings(self, span: Span) -> tuple[Finding, ...]:
        """One finding for each kind of deviation, all at `span`."""
        return tuple(finding_of(row, span) for row in self.failed)

    def __add__(self, other: Proof) -> Proof:
        return Proof((*self.rows, *other.rows))


def finding_of(row: Row, span: Span) -> Finding:
    """A failed row as one finding, however often the value is missed."""
    count = f"，共 {row.count} 处" if row.count > 1 else ""
    text = f"{row.title}：{row.measured}{count}；应为{row.required}（{row.source}）"
    return Finding(span, row.rule, text, row.severity, row.advice, quote=row.at[:QUOTED])


def judge(cases: Iterable[Case]) -> Measure | None:
    """The measure of some cases: their values, the most frequent first; None without a case."""
    found = list(cases)
    if not found:
        return None
    misses = tuple(case for case in found if not case.fits)
    return Measure(_shown(misses or found), misses)


def judge_one(shown: str, *, fits: bool, at: str = "") -> Measure:
    """The measure of a single value."""
    return Measure(shown, () if fits else (Case(at, shown, fits),))


def judge_flaws(at: str, flaws: Mapping[str, bool], *, good: str) -> Case:
    """One case of several questions: `flaws` says of each flaw whether it is there."""
    found = [flaw for flaw, there in flaws.items() if there]
    return Case(at, "、".join(found) or good, not found)


def _shown(cases: Iterable[Case]) -> str:
    counts = Counter(case.shown for case in cases)
    if len(counts) == 1:
        return next(iter(counts))
    listed = [f"{value}（{count} 处）" for value, count in counts.most_common(MOST_SHOWN)]
    return "、".join(listed) + (f"等 {len(counts)} 种" if len(counts) > MOST_SHOWN else "")


def row_of(rule: Rule[Subject], subject: Subject) -> Row:
    """Run a rule."""
    measure = rule.check(subject)
    if measure is None:
        said, verdict = "", Verdict.NOT_APPLICABLE
    else:
        said, verdict = measure.said, Verdict.FAILED if measure.misses else Verdict.PASSED
    misses = measure.misses if measure else ()
    return Row(
        rule=rule.ID,
        title=rule.TITLE,
        clause=rule.CLAUSE,
        required=rule.REQUIRED,
        measured=said,
        verdict=verdict,
        severity=rule.SEVERITY,
        advice=rule.ADVICE,
        count=len(misses),
        at=misses[0].at if misses else "",
    )
