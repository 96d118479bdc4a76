"""Sound notices of several layouts, and what is found once a fault is put into one of them."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from zerenku.importer import ImportWords, import_text
from zerenku.linter.paper_rules import PAPER_RULES
from zerenku.linter.runner import lint_paper
from zerenku.model.finding import Severity
from zerenku.model.outline import Original, SourceLine

CASES = Path(__file__).parents[1] / "cases"
SOUND = {path.stem: path.read_text(encoding="utf-8") for path in sorted((CASES / "planted").glob("*.txt"))}


@dataclass(frozen=True)
class Fault:
    """A change to a sound text, the rule that must see it, and others that may."""

    rule: str
    text: str
    also: frozenset[str]
    line: int


def faults() -> list[Fault]:
    """Every line of the table; what is to be changed must stand once in its text."""
    table = yaml.compose((CASES / "planted.yml").read_text(encoding="utf-8"))
    assert isinstance(table, yaml.SequenceNode)
    return [_fault(node) for node in table.value]


def _fault(node: yaml.MappingNode) -> Fault:
    case = {key.value: value for key, value in node.value}
    name, line = case["in"].value, node.start_mark.line + 1
    text = SOUND[name]
    for old, new in case["change"].value:
        assert text.count(old.value) == 1, f"planted.yml:{line}: {old.value!r} stands {text.count(old.value)} times"
        text = text.replace(old.value, new.value)
    also = frozenset(item.value for item in case["also"].value) if "also" in case else frozenset()
    return Fault(case["rule"].value, text, also, line)


def rules_found(text: str) -> list[str]:
    lines = (SourceLine(line, number) for number, line in enumerate(text.split("\n"), 1))
    original = Original("来文.txt", tuple(lines))
    drafts = import_text(original, words=ImportWords())
    return [remark.finding.rule for remark in lint_paper(drafts, original=original)]


@pytest.mark.parametrize("name", SOUND)
def test_sound_text(name: str) -> None:
    assert rules_found(SOUND[name]) == []


@pytest.mark.parametrize("fault", faults(), ids=lambda fault: f"{fault.line}-{fault.rule}")
def test_planted_fault(fault: Fault) -> None:
    found = rules_found(fault.text)
    assert fault.rule in found
    assert set(found) - {fault.rule} <= fault.also


def test_every_kind_of_fault_that_needs_no_register_is_planted() -> None:
    serious = {rule.ID for rule in PAPER_RULES if rule.SEVERITY is not Severity.INFO}
    assert serious <= {fault.rule for fault in faults()}
