import pytest

from tests.linter.drafts import paper, quotes, said
from tests.linter.paper.test_owner_misprint import owned
from zerenku.linter.paper_rules import owner_variant as rule


@pytest.mark.parametrize(
    "owners",
    [
        ["经济发展局", "经济发展局"],
        ["经济发展局", "社会事业局"],
        ["县应急管理局", "应急管理局"],
        ["公安局", "派出所"],
        ["各村", "各村居"],
        ["财政所", "经济发展局"],
        ["应急管理局"] * 3 + ["应急管埋局"],
        ["柳塘镇人民政府", "桑园镇人民政府"],
        ["街道应急管理办公室", "街道建设管理办公室"],
        ["原文未写（文中主体：各企业）", "原文未写（文中主体：企业）"],
        ["青禾区东城街道办事处", "青禾区西城街道办事处"],
    ],
    ids=["same", "two", "level", "kinds", "groups", "letters", "misprint", "places", "tasks", "no name", "sisters"],
)
def test_one_name_each(owners: list[str]) -> None:
    assert quotes(rule, paper(owned(*owners))) == []


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("经济发展局", "经发局"),
        ("市场监督管理局", "市监局"),
        ("农业农村和社会事业局", "农业农村与社会事务局"),
        ("行政综合执法局", "综合执法局"),
        ("文化和旅游局", "文化与旅游局"),
    ],
)
def test_two_spellings(usual: str, other: str) -> None:
    sheet = paper(owned(usual, usual, other))
    assert quotes(rule, sheet) == [other]
    assert said(rule, sheet) == f"“{other}”（1 处）与“{usual}”（2 处）疑是同一部门的两种写法"
