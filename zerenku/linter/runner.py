"""Run the rules over a catalogue and sort what they find."""

from __future__ import annotations

from zerenku.catalogue.catalogue import Catalogue
from zerenku.linter.rules import RULES
from zerenku.model.finding import Finding


def lint(catalogue: Catalogue) -> tuple[Finding, ...]:
    """All findings of all rules, by place."""
    return tuple(sorted(finding for rule in RULES for finding in rule.check(catalogue)))
