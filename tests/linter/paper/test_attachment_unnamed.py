import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import attachment_unnamed as rule

TABLES = "附件1\n汇总表\n栏目\n附件2\n联系表\n栏目\n"


@pytest.mark.parametrize(
    ("text", "noted"),
    [("一、任务\n", []), ("一、任务\n附件：1.汇总表\n2.联系表\n" + TABLES, ["汇总表", "联系表"])],
)
def test_listed_or_none(text: str, noted: list[str]) -> None:
    assert quotes(rule, paper(text, noted=noted)) == []


def test_none_listed() -> None:
    sheet = paper("一、任务\n" + TABLES)
    assert quotes(rule, sheet) == ["附件1"]
    assert said(rule, sheet) == "有附件1至附件2，正文之后没有附件说明"


def test_one_not_listed() -> None:
    sheet = paper("一、任务\n附件：汇总表\n" + TABLES, noted=["汇总表"])
    assert quotes(rule, sheet) == ["附件2"]
    assert said(rule, sheet) == "附件说明只列了 1 个，没有附件2"


def test_listed_though_not_read() -> None:
    assert quotes(rule, paper("一、任务\n附件：有限空间统计表\n附件\n有限空间统计表\n栏目\n")) == []
