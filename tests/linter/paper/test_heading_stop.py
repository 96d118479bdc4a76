import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import heading_stop as rule


def chapters(*headings: str) -> str:
    return "".join(f"{mark}、{heading}\n逐户走访。\n" for mark, heading in zip("一二三四", headings, strict=False))


@pytest.mark.parametrize(
    "text",
    [
        chapters("工作目标", "重点任务", "保障措施"),
        chapters("工作目标。", "重点任务。", "保障措施。"),
        chapters("工作目标", "重点任务。"),
        "一、自查。各村逐户走访。\n二、复查。各村逐户走访。\n三、总结\n写明问题。\n",
    ],
    ids=["none", "all", "two", "run in"],
)
def test_alike(text: str) -> None:
    assert quotes(rule, paper(text)) == []


def test_one_stopped() -> None:
    sheet = paper(chapters("工作目标", "重点任务", "保障措施。"))
    assert quotes(rule, sheet) == ["。"]
    assert said(rule, sheet) == "标题“保障措施。”末尾有句号，同级标题没有"
