"""The rules as a set: each a module with an id, a manual and a test file, found in order of place."""

import re
from pathlib import Path

import pytest

from tests.support import catalogue_of, clause, plan
from zerenku.linter import rules
from zerenku.linter.rules import RULES
from zerenku.linter.runner import lint


def test_every_rule_module_runs() -> None:
    assert rules.__file__
    modules = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    assert {rule.__name__.rpartition(".")[2] for rule in RULES} == modules
    assert len(RULES) == len(modules)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_rule_has_an_id_a_manual_and_a_test(rule: object) -> None:
    name = str(vars(rule)["__name__"]).rpartition(".")[2]
    manual = str(rule.__doc__)
    assert vars(rule)["ID"] == name.replace("_", "-")
    assert re.search(r"[\u4e00-\u9fff]{8}", manual)
    assert "通过：" in manual
    assert "不通过：" in manual
    assert (Path(__file__).parent / f"test_{name}.py").is_file()


def test_findings_come_in_order_of_place() -> None:
    late = "deadlines: [{date: 2030-01-01, text: 元旦前。}], unconfirmed: [duties/0/obliged]"
    sources = [
        plan(
            clause(late),
            id=name,
            number="第3号",
            counted="[{part: 正文, items: 9}]",
            issued="2030-03-01",
            period="[2030-06, 2030-05]",
        )
        for name in ("liutang-2031", "liutang-2030")
    ]
    found = lint(catalogue_of(*sources))
    assert list(found) == sorted(found)
    assert len(found) == 2 * 6
    assert {finding.rule for finding in found} == {rule.ID for rule in RULES}
    assert lint(catalogue_of()) == ()
