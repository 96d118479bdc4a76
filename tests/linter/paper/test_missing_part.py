import pytest

from tests.linter.drafts import TITLE, paper, quotes, said
from zerenku.linter.paper_rules import missing_part as rule

PARTS = "一、工作目标\n二、主要任务\n三、保障措施\n"
FILL = "各村逐户走访仓库，看电线、通道和灭火器，登记问题。" * 40
CONTACT = "联系人：王某，电话：000。\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{PARTS}{FILL}每月15日前报送汇总表。{CONTACT}", TITLE),
        (f"一、任务\n{FILL}", "柳塘镇仓库管理办法"),
        ("一、任务\n查电。\n", TITLE),
        (FILL, TITLE),
    ],
    ids=["complete", "no plan", "short", "no outline"],
)
def test_nothing_to_miss(text: str, title: str) -> None:
    assert quotes(rule, paper(text, title=title)) == []


def test_missing() -> None:
    sheet = paper(f"一、任务\n{FILL}", title=TITLE)
    assert quotes(rule, sheet) == [TITLE]
    assert said(rule, sheet) == "没有找到：目标、保障、联系人、报送时间"


def test_a_province_names_no_contact() -> None:
    assert quotes(rule, paper(f"{PARTS}{FILL}", title=TITLE, issuers=["云岭省人民政府"])) == []
