import pytest

from tests.support import catalogue_of, clause, plan
from zerenku.linter.rules.fact_text import ID, check
from zerenku.model.finding import Severity

FACTS = {
    "deadlines": "{{date: 2030-06-30, text: {}}}",
    "recurrence": "{{every: month, text: {}}}",
    "targets": "{{op: '>=', value: 5, unit: 次, text: {}}}",
}


@pytest.mark.parametrize("kind", FACTS)
@pytest.mark.parametrize("text", ["每月15日前", "长" * 23, "''"])
def test_phrase(kind: str, text: str) -> None:
    fact = f"{kind}: [{FACTS[kind].format(text)}]"
    assert list(check(catalogue_of(plan(clause(fact, duty=fact))))) == []


@pytest.mark.parametrize("kind", FACTS)
@pytest.mark.parametrize("text", ["长" * 24, "每月报送。", "长" * 200])
@pytest.mark.parametrize("of_duty", [False, True])
def test_sentence(kind: str, text: str, of_duty: bool) -> None:  # noqa: FBT001 - a parameter of the table
    fact = f"{kind}: [{FACTS[kind].format(text)}]"
    source = plan(clause(duty=fact) if of_duty else clause(fact))
    (finding,) = check(catalogue_of(source))
    assert (finding.rule, finding.severity, finding.path) == (ID, Severity.ERROR, "一")
    line = source.split("\n")[finding.span.line - 1]
    assert line[finding.span.column - 1 :].startswith(FACTS[kind].split(":", 1)[0].replace("{{", "{"))
    assert f"{len(text)} 个字" in finding.text
