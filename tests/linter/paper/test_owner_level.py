import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import owner_level as rule

TEXT = "一、任务\n（一）查电。（{}牵头）\n"


@pytest.mark.parametrize(
    ("owner", "issuer"),
    [
        ("派出所", "青禾县柳塘镇人民政府"),
        ("镇安全科", "青禾县柳塘镇人民政府"),
        ("市场监管局", "青禾县柳塘镇人民政府"),
        ("县公安局", "青禾县人民政府"),
        ("市公安局", "平川市人民政府"),
        ("市公安局", "某某协会"),
        ("市公安局", "云州市平川市人民政府"),
    ],
    ids=["own", "town", "another 市", "county", "city", "no level", "county-level city"],
)
def test_may_be_charged(owner: str, issuer: str) -> None:
    assert quotes(rule, paper(TEXT.format(owner), issuers=[issuer])) == []


@pytest.mark.parametrize(
    ("owner", "issuer"),
    [("市公安局", "青禾县柳塘镇人民政府"), ("县公安局", "柳塘镇人民政府"), ("省应急厅", "青禾县人民政府")],
)
def test_may_not_be_charged(owner: str, issuer: str) -> None:
    sheet = paper(TEXT.format(owner), issuers=[issuer])
    assert quotes(rule, sheet) == [owner]
    assert said(rule, sheet).startswith(f"“{owner}”是上级部门")


def test_subject_of_a_sentence() -> None:
    assert quotes(rule, paper("一、任务\n（一）市公安局要检查仓库。\n")) == ["市公安局"]
