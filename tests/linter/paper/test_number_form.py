import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import number_form as rule


@pytest.mark.parametrize(
    "number",
    [
        "柳政〔2030〕3号",
        "青安委办〔2030〕128号",
        "第3号",
        "GB 30871-2022",
        "公告2030年第3号",
        "合同2030-3号",
        "柳政〔2030〕3、4号",
    ],
)
def test_official_form(number: str) -> None:
    assert quotes(rule, paper(f"{number}\n一、按照{number}执行。\n")) == []


@pytest.mark.parametrize(
    ("number", "what"),
    [
        ("柳政[2030]3号", "年份未用六角括号〔〕"),
        ("柳政（2030）3号", "年份未用六角括号〔〕"),
        ("柳政〔30〕3号", "年份未写全"),
        ("柳政〔2030〕第3号", "多写了“第”"),
        ("柳政〔2030〕03号", "序号编了虚位"),
        ("柳政2030-3号", "年份未用六角括号〔〕"),
        ("柳政〔2030〕3", "漏了“号”"),
    ],
)
def test_other_form(number: str, what: str) -> None:
    sheet = paper(f"一、按照通知（{number}）执行。\n")
    assert quotes(rule, sheet) == [number.removeprefix("柳政")]
    assert what in said(rule, sheet)
