"""What the manuals say passes does pass, and what they say fails does fail, read as a user's file is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.support import catalogue_of
from zerenku.importer import ImportWords, import_text
from zerenku.linter.paper_rules import PAPER_RULES
from zerenku.linter.runner import lint_paper
from zerenku.model.outline import Original, SourceLine

TABLE = Path(__file__).parents[2] / "cases" / "manuals.yml"
MANUALS = {rule.ID: str(rule.__doc__) for rule in PAPER_RULES}
TITLED = ("方案", "通知")


def examples() -> Iterator[tuple[str, str, str, bool]]:
    """Rule, the manual's words, the text that has them, and whether it passes."""
    root = yaml.compose(TABLE.read_text(encoding="utf-8"))
    assert isinstance(root, yaml.MappingNode)
    for rule, sides in root.value:
        for side, texts in sides.value:
            for words, text in texts.value:
                yield rule.value, words.value, text.value, side.value == "pass"


def whole(text: str) -> str:
    """The body with a title above and an issuer below; a text that begins with a title has them."""
    if text.partition("\n")[0].endswith(TITLED):
        return text
    signature = "柳塘镇人民政府\n2030年3月1日"
    ends = "" if signature in text else f"\n{signature}"
    return f"柳塘镇检查方案\n{text}{ends}\n"


def rules_found(text: str) -> set[str]:
    lines = tuple(SourceLine(line, number) for number, line in enumerate(whole(text).split("\n"), 1))
    original = Original("来文.txt", lines)
    drafts = import_text(original, words=ImportWords())
    return {remark.finding.rule for remark in lint_paper(drafts, catalogue_of().registers, original=original)}


def test_every_manual_has_an_example_of_either_kind() -> None:
    told = {(rule, passes) for rule, _, _, passes in examples()}
    assert told == {(rule, passes) for rule in MANUALS for passes in (True, False)}


@pytest.mark.parametrize(("rule", "words", "text", "passes"), list(examples()))
def test_example(rule: str, words: str, text: str, *, passes: bool) -> None:
    assert words in MANUALS[rule], "the manual does not say this"
    assert (rule not in rules_found(text)) is passes
