import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import owner_missing as rule

OWNED = "（{}）查{}。每月检查一次。（镇安办牵头，派出所配合）\n"
BARE = "（{}）查{}。每月检查一次。\n"


def row(owned: str) -> str:
    """`+` is an item with an owner, `-` one without."""
    items = [
        (OWNED if sign == "+" else BARE).format(mark, thing)
        for sign, mark, thing in zip(owned, "一二三四五六", "电气水路门窗", strict=False)
    ]
    return "一、任务\n" + "".join(items)


@pytest.mark.parametrize(
    "text",
    [
        row("++++"),
        row("----"),
        row("++--"),
        row("+-"),
        row("+--"),
        row("++++-").replace("查门", "总体要求"),
        row("+++-") + "1．查灯。（镇安办负责）\n2．查线。（镇安办负责）\n",
    ],
    ids=["all", "none", "half", "two", "few", "general", "below"],
)
def test_nobody_left_out(text: str) -> None:
    assert quotes(rule, paper(text)) == []


def test_one_of_three() -> None:
    assert quotes(rule, paper(row("++-"))) == ["（三）查水"]


def test_one_left_out() -> None:
    sheet = paper(row("++-++"))
    assert quotes(rule, sheet) == ["（三）查水"]
    assert said(rule, sheet) == "“（三）查水”没有写责任单位，同级 5 项中 4 项写了"


COUSINS = "一、任务\n（一）仓库\n1．查电。{}\n2．查水。{}\n（二）商铺\n1．查气。{}\n2．查路。{}\n"
OWNER = "（镇安办负责）"


@pytest.mark.parametrize(
    ("owners", "bare"),
    [
        ((OWNER, OWNER, OWNER, OWNER), []),
        ((OWNER, OWNER, OWNER, ""), ["2．查路"]),
        ((OWNER, OWNER, OWNER, "镇安办负责。"), []),
        ((OWNER, OWNER, "", ""), []),
    ],
    ids=["all", "one", "a sentence", "another chapter"],
)
def test_short_rows_under_neighbouring_headings(owners: tuple[str, ...], bare: list[str]) -> None:
    assert quotes(rule, paper(COUSINS.format(*owners))) == bare
