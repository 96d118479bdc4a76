import pytest

from tests.support import catalogue_of, plan
from zerenku.linter.rules.items_differ import ID, check
from zerenku.model.finding import Severity


@pytest.mark.parametrize("counted", [None, "[{part: 正文, items: 1}]", "[{part: 附件1, items: 0}]"])
def test_as_many_as_counted(counted: str | None) -> None:
    assert list(check(catalogue_of(plan(**({"counted": counted} if counted else {}))))) == []


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        ("[{part: 正文, items: 3}]", "正文原文有 3 条，这里有 1 条"),
        ("[{part: 附件1, items: 2}]", "附件1原文有 2 条，这里有 0 条"),
    ],
)
def test_more_or_fewer(counted: str, said: str) -> None:
    (finding,) = check(catalogue_of(plan(counted=counted)))
    assert (finding.rule, finding.severity, finding.text) == (ID, Severity.WARNING, said)
