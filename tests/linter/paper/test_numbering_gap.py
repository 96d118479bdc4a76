import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import numbering_gap as rule

THROUGH = "一、任务\n（一）仓库\n1．自查。\n2．复查。\n（二）商铺\n{}．自查。\n{}．复查。\n"


@pytest.mark.parametrize(
    "text",
    [
        "一、目标\n二、任务\n三、要求\n",
        THROUGH.format(1, 2),
        THROUGH.format(3, 4),
        "一、目标\n正文。\n",
        "一、任务\n1．自查。\n其间2、复查。\n3．上报。\n",
        "附件1\n甲表\n一、填写\n二、上报\n附件2\n乙表\n一、填写\n",
    ],
    ids=["plain", "restarts", "counts through", "alone", "stands in running text", "attachments"],
)
def test_numbers_that_follow(text: str) -> None:
    assert quotes(rule, paper(text)) == []


@pytest.mark.parametrize(
    ("text", "mark", "missing"),
    [
        ("一、目标\n二、任务\n四、要求\n", "四、", "缺第 3 项"),
        ("一、任务\n（一）自查。\n（四）复查。\n", "（四）", "缺第 2、3 项"),
        (THROUGH.format(4, 5), "4．", "缺第 3 项"),
        ("二、任务\n三、要求\n", "二、", "缺第 1 项"),
        ("一、任务\n（一）仓库\n1．自查。\n2．复查。\n（三）商铺\n", "（三）", "缺第 2 项"),
        ("一、任务\n（一）自查。\n（二）复查。\n三、要求\n", "三、", "缺第 2 项"),
    ],
)
def test_number_left_out(text: str, mark: str, missing: str) -> None:
    sheet = paper(text)
    assert quotes(rule, sheet) == [mark]
    assert missing in said(rule, sheet)
