import pytest

from tests.linter.drafts import paper, quotes, said
from zerenku.linter.paper_rules import nested_mark as rule


@pytest.mark.parametrize(
    "text",
    [
        "一、贯彻《关于印发〈柳塘镇方案〉的通知》。\n",
        "一、贯彻《柳塘镇方案（试行）》《柳塘镇方案（2030年）》（柳政〔2030〕5号）。\n",
        "一、做到“三关‘四查’”“两清”。\n",
        "一、贯彻《甲》《乙》，含量<5%。\n",
    ],
)
def test_different_shapes(text: str) -> None:
    assert quotes(rule, paper(text)) == []


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("《关于印发《柳塘镇方案》的通知》", "书名号里又用书名号"),
        ("《关于印发<柳塘镇方案>的通知》", "书名号里的文件名用了小于号、大于号"),
        ("“三关（即“关电”", "双引号里又用双引号"),
        ("《柳塘镇方案（柳政〔2030〕5号）》", "文号、标准号写在了书名号里"),
        ("《仓库防火规范（GB 30001-2030）》", "文号、标准号写在了书名号里"),
    ],
)
def test_same_shape(words: str, what: str) -> None:
    tail = "）”" if words.startswith("“") else ""
    sheet = paper(f"一、贯彻{words}{tail}。\n")
    number = words[words.index("（") : -1] if "号" in what and "标准" in what else words
    assert quotes(rule, sheet) == [number]
    assert said(rule, sheet) == what
