import pytest

from tests.support import catalogue_of, plan
from zerenku.linter.rules.number_form import ID, check
from zerenku.model.finding import Severity


@pytest.mark.parametrize("number", ["柳政〔2030〕3号", "青安委办〔2030〕128号", "~"])
def test_official_form(number: str) -> None:
    assert list(check(catalogue_of(plan(number=number)))) == []


OTHER = (
    *("柳政[2030]3号", "柳政（2030）3号", "柳政〔30〕3号", "柳政〔2030〕03号", "柳政〔2030〕第3号", "柳政〔2030〕3"),
    *(
        "〔2030〕3号",
        "柳政 〔2030〕3号",
        "柳政〔２０３０〕３号",
        "柳政〔2030〕0号",
        "LZ〔2030〕3号",
        "《柳政〔2030〕3号》",
        "",
    ),
)


@pytest.mark.parametrize("number", OTHER)
def test_other_form(number: str) -> None:
    (finding,) = check(catalogue_of(plan(number=f'"{number}"')))
    assert (finding.rule, finding.severity) == (ID, Severity.ERROR)
    assert str(finding.span) == "content/plans/liutang-2030.yml:1:1"
    assert "机关代字〔2030〕5号" in str(finding)
