"""The manuals of the rules for whoever asks: `zerenku check --explain`, and the end of the page of findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.catalogue import registers
from zerenku.linter.paper_rules import PAPER_RULES
from zerenku.linter.rules import RULES
from zerenku.model.finding import Severity
from zerenku.proof.rules import RULES as LAYOUT_RULES

SEVERITIES: Final = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
ON: Final = (("内容", RULES), ("公文", PAPER_RULES), ("版式", LAYOUT_RULES))
EVERY: Final = "全部"


def manuals() -> dict[str, str]:
    """Every rule with its manual, in the order in which rules run; one that content and papers share has both."""
    found: dict[str, str] = {}
    for _, rules in ON:
        for rule in rules:
            said = (rule.__doc__ or "").strip()
            found[rule.ID] = f"{found[rule.ID]}\n\n{said}" if rule.ID in found else said
    return found


def explained(name: str) -> str | None:
    """A rule's manual, what it is checked on, how bad its findings are; 全部 tells all; None if no rule is meant."""
    found = [said for rule, said in _explained() if name in {rule, EVERY}]
    return "\n".join(found) if found else None


def near(name: str) -> str:
    """What to write instead of a name that no rule has."""
    alike = registers.near(name, list(manuals()), part=False)
    return f"相近的有：{'、'.join(alike)}" if alike else f"--explain {EVERY} 列出每一条"


def _explained() -> Iterator[tuple[str, str]]:
    for where, rules in ON:
        for rule in rules:
            level = SEVERITIES[rule.SEVERITY]
            sure = f"，把握{rule.CERTAINTY}" if hasattr(rule, "CERTAINTY") else ""
            yield rule.ID, f"{rule.ID}（{where}，{level}{sure}）\n{(rule.__doc__ or '').strip()}\n"
