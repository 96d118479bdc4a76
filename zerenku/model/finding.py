"""A problem in a document is a value: where, how bad, what, and what to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from zerenku.model.place import Span


class Severity(StrEnum):
    """How bad a finding is; only `error` stops a build, `--strict` also counts `warning`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One problem at one place; sorts by place. `suggest` is what the user should do, Chinese, may be empty.

    `quote` is the words of an official text that the problem lies in, as printed; empty for content.
    """

    span: Span
    rule: str
    text: str
    severity: Severity = field(default=Severity.ERROR, compare=False)
    suggest: str = field(default="", compare=False)
    path: str = field(default="", compare=False)
    quote: str = field(default="", compare=False)

    def __str__(self) -> str:
        advice = f"；{self.suggest}" if self.suggest else ""
        return f"{self.span}: {self.severity} {self.text}{advice} [{self.rule}]"
