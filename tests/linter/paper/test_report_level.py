import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import report_level as rule

OWN = "一、要求\n（一）每月报镇安委会办公室。\n"


@pytest.mark.parametrize(
    "text",
    [OWN + "（二）总结报镇安委办。\n", "一、要求\n（一）总结报县安委会办公室。\n", OWN + "（二）台账报县财政局。\n"],
    ids=["own", "only the superior", "another office"],
)
def test_one_address(text: str) -> None:
    assert quotes(rule, paper(text)) == []


@pytest.mark.parametrize("name", ["县安委会办公室", "市安委办"])
def test_two_addresses(name: str) -> None:
    sheet = paper(f"{OWN}附件1\n商铺方案\n一、要求\n总结报{name}。\n")
    assert quotes(rule, sheet) == [name]
    assert said(rule, sheet).endswith("报送对象不一致")
