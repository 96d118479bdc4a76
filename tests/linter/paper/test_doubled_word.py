import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import doubled_word as rule


@pytest.mark.parametrize(
    "words",
    [
        "的确、为目的的活动、存在在用设备、参与与监督、以违法行为为重点",
        "一批一批整改，研究研究再定，人人有责，家家户户",
        "等等……如此",
        "填写。。。。。。",
    ],
)
def test_right_pairs(words: str) -> None:
    assert quotes(rule, paper(f"一、{words}\n")) == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("隐患的的排查。", "的的"),
        ("检查完毕。。", "。。"),
        ("自查，、复查。", "，、"),
        ("要及时及时上报。", "及时及时"),
        ("落实安全生产安全生产责任。", "安全生产安全生产"),
    ],
)
def test_twice(words: str, wrong: str) -> None:
    sheet = paper(f"一、{words}\n")
    assert quotes(rule, sheet) == [wrong]
    assert wrong[: len(wrong) // 2] in said(rule, sheet)
