import pytest

from tests.support import CARET, catalogue_of, clause, plan, spots
from zerenku.linter.rules.unconfirmed import ID, check
from zerenku.model.finding import Severity

REPORT = "[‸{who: [镇政府], what: 月报, due: {every: month}, unconfirmed: [due]}]"


def test_confirmed() -> None:
    assert list(check(catalogue_of())) == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("‸" + plan(unconfirmed="[issued]"), "待确认：issued"),
        (plan(reporting=REPORT), "待确认：信息报送的 due"),
        (plan(clause("unconfirmed: [summary]").replace("{mark", "‸{mark")), "待确认：summary"),
        (plan(clause("unconfirmed: [duties/0/obliged]").replace("{obliged", "‸{obliged")), "待确认：duties/0/obliged"),
        (
            plan(
                clause(
                    "unconfirmed: [duties/0/deadlines/1/date]",
                    duty="deadlines: [{date: 2030-01-01, text: 甲}, ‸{date: 2030-02-01, text: 乙}]",
                )
            ),
            "待确认：duties/0/deadlines/1/date",
        ),
    ],
)
def test_guess_is_reported_at_the_innermost_record(source: str, text: str) -> None:
    (finding,) = check(catalogue_of(source.replace(CARET, "")))
    assert (finding.rule, finding.severity, finding.text) == (ID, Severity.WARNING, text)
    assert [finding.span] == list(spots({"content/plans/liutang-2030.yml": source}))
    assert finding.suggest


def test_one_finding_a_record_names_every_guess() -> None:
    found = check(
        catalogue_of(plan(clause("unconfirmed: [summary, assignments, duties/0/do]"), unconfirmed="[issued, number]"))
    )
    assert [finding.text.removeprefix("待确认：") for finding in found] == [
        "issued、number",
        "summary、assignments",
        "duties/0/do",
    ]
