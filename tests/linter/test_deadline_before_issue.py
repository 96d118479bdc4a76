import pytest

from tests.support import catalogue_of, clause, plan
from zerenku.linter.rules.deadline_before_issue import ID, check
from zerenku.model.finding import Severity

DEADLINE = "deadlines: [{date: 2030-06-30, text: 6月底前}]"


@pytest.mark.parametrize(
    ("facts", "issued"),
    [
        (DEADLINE, "2030-03-01"),
        (DEADLINE, "2030-06-30"),
        (DEADLINE, None),
        (f"{DEADLINE}, notes: [原文时限早于成文日期]", "2030-08-14"),
        ("", "2030-08-14"),
    ],
)
def test_in_time_or_explained(facts: str, issued: str | None) -> None:
    assert list(check(catalogue_of(plan(clause(facts), issued=issued)))) == []


@pytest.mark.parametrize(("facts", "duty"), [(DEADLINE, ""), ("", DEADLINE), (DEADLINE, DEADLINE)])
def test_too_late(facts: str, duty: str) -> None:
    source = plan(clause(facts, duty=duty), issued="2030-07-01")
    (finding,) = check(catalogue_of(source))
    assert (finding.rule, finding.severity, finding.path) == (ID, Severity.WARNING, "一")
    assert source.split("\n")[finding.span.line - 1][finding.span.column - 1 :].startswith("{date: 2030-06-30")
    assert finding.text == "完成时限 2030-06-30 早于成文日期 2030-07-01"


def test_each_late_date_once() -> None:
    more = "deadlines: [{date: 2030-06-30, text: 6月底前}, {date: 2030-05-31, text: 5月底前}]"
    found = list(check(catalogue_of(plan(clause(DEADLINE, duty=more), issued="2030-07-01"))))
    assert len(found) == 2
