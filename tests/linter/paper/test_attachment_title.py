import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import attachment_title as rule

TITLE = "柳塘镇仓库消防自查情况汇总表"
PLAN = "柳塘镇商铺消防安全专项整治工作方案"


def annexed(text: str, title: str) -> str:
    return f"一、任务\n{text}\n附件\n{title}\n栏目\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"附件：{TITLE}", TITLE),
        ("附件：柳塘镇仓库“消防”自查情况汇总表", TITLE),
        (f"每月填写{TITLE}（附件）。", TITLE),
        ("每月填写情况汇总表（附件）。", TITLE),
        ("按“商铺消防安全专项整治工作方案”执行。", PLAN),
        ("按“校园交通秩序整顿工作实施方案”执行。", PLAN),
    ],
    ids=["same", "quotes", "named", "short", "without the place", "another plan"],
)
def test_same_title(text: str, title: str) -> None:
    noted = [text.removeprefix("附件：")] if text.startswith("附件：") else []
    assert quotes(rule, paper(annexed(text, title), noted=noted)) == []


def test_note_differs() -> None:
    sheet = paper(annexed("附件：柳塘镇仓库消防检查情况汇总表", TITLE), noted=["柳塘镇仓库消防检查情况汇总表"])
    assert quotes(rule, sheet) == ["柳塘镇仓库消防检查情况汇总表"]
    assert said(rule, sheet) == f"附件说明写“柳塘镇仓库消防检查情况汇总表”，附件的标题是“{TITLE}”"


def test_name_in_the_text_differs() -> None:
    sheet = paper(annexed("各村每月填写柳塘镇仓库消防排查情况汇总表（附件）。", TITLE))
    assert quotes(rule, sheet) == ["柳塘镇仓库消防排查情况汇总表"]


def test_quoted_name_differs() -> None:
    sheet = paper(annexed("按“商铺消防安全专项整治三年实施方案”执行。", PLAN))
    assert quotes(rule, sheet) == ["商铺消防安全专项整治三年实施方案"]
