import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import stage_differs as rule

TEXT = "一、安排\n（一）排查整治（2030年8月至12月）。检查。\n附件1\n商铺方案\n一、安排\n（一）{}（2030年{}）。检查。\n"


@pytest.mark.parametrize(
    ("name", "span"), [("排查整治阶段", "8月至12月"), ("排查整治", "9月至11月"), ("总结提升", "1月至2月")]
)
def test_agrees(name: str, span: str) -> None:
    assert quotes(rule, paper(TEXT.format(name, span))) == []


def test_differs() -> None:
    sheet = paper(TEXT.format("排查整治", "7月至12月"))
    assert said(rule, sheet) == "阶段“排查整治”在正文是 2030-08 至 2030-12，在附件1是 2030-07 至 2030-12"
