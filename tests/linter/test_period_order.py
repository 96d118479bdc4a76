import pytest

from tests.support import catalogue_of, plan
from zerenku.linter.rules.period_order import ID, check
from zerenku.model.finding import Severity


@pytest.mark.parametrize(
    "lines",
    [
        {},
        {"period": "[2030-01, 2030-06]"},
        {"period": "[2030-06, 2030-06]"},
        {"period": "[2030-06-15, 2030-06]"},
        {"period": "[2030-06, 2030-06-15]"},
        {"issued": "2030-03-05", "printed": "2030-03-05"},
        {"printed": "2030-03-05"},
        {"stages": "[{name: 自查, from: 2030-01, to: 2030-02}, {name: 检查, from: 2029-12, to: 2030-01}]"},
    ],
)
def test_forward(lines: dict[str, str]) -> None:
    assert list(check(catalogue_of(plan(**lines)))) == []


@pytest.mark.parametrize(
    ("lines", "place", "said"),
    [
        ({"period": "[2030-07, 2030-06]"}, "1:1", "实施期限起止颠倒：2030-07 至 2030-06"),
        ({"period": "[2031-01, 2030-12]"}, "1:1", "实施期限起止颠倒"),
        ({"period": "[2030-06-20, 2030-06-05]"}, "1:1", "实施期限起止颠倒"),
        ({"issued": "2030-03-06", "printed": "2030-03-05"}, "1:1", "成文日期 2030-03-06 晚于印发日期 2030-03-05"),
        ({"stages": "[{name: 自查, from: 2030-03, to: 2030-02}]"}, "6:10", "阶段“自查”起止颠倒：2030-03 至 2030-02"),
        ({"stages": "[{name: 自查, from: 2030-03-09, to: 2030-03-08}]"}, "6:10", "阶段“自查”起止颠倒"),
    ],
)
def test_backward(lines: dict[str, str], place: str, said: str) -> None:
    (finding,) = check(catalogue_of(plan(**lines)))
    assert (finding.rule, finding.severity) == (ID, Severity.ERROR)
    assert str(finding.span) == f"content/plans/liutang-2030.yml:{place}"
    assert said in finding.text


def test_every_reversal_is_reported() -> None:
    lines = {"period": "[2030-07, 2030-06]", "issued": "2030-03-06", "printed": "2030-03-05"}
    assert len(list(check(catalogue_of(plan(**lines))))) == 2
