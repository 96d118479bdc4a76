"""Plain text and Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.reading import reason, rows, source_lines, texts

PROSE = "柳塘镇人民政府组织开展消防安全检查，发现隐患立即整改，落实责任到人。\n二、按期完成。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-32"])
def test_encodings(encoding: str) -> None:
    assert texts(PROSE.encode(encoding), "x.txt") == PROSE.split("\n")


def test_utf_16_big_endian_and_gb18030_with_marks() -> None:
    assert texts(b"\xfe\xff" + PROSE.encode("utf-16-be"), "x.txt") == PROSE.split("\n")
    assert texts("\ufeff".encode("gb18030") + PROSE.encode("gb18030"), "x.txt") == PROSE.split("\n")


@pytest.mark.parametrize(
    "data",
    [
        "發文機關關於加強安全生產責任制的通知，請各單位認真貫徹落實執行".encode("big5"),
        "関係機関は安全生産の責任を果たすこと。".encode("shift_jis"),
        "façade, naïve".encode("latin-1"),
        PROSE.encode()[:-1],
        b"\xef\xbb\xbf" + PROSE.encode()[:-1],
    ],
    ids=["Big5", "Shift JIS", "Latin-1", "cut", "cut with mark"],
)
def test_other_encodings_are_refused_not_guessed(data: bytes) -> None:
    said = reason(data, "x.txt")
    assert "另存为 UTF-8" in said
    assert "行起读不通" in said


def test_line_with_the_trouble_is_named() -> None:
    assert "第 3 行" in reason("甲\n乙\n".encode() + b"\xff\xff\n", "x.txt")


def test_numbers_are_those_of_an_editor() -> None:
    lines = source_lines("甲\r乙\r\n\n丙\x0c丁\u2028戊\n".encode(), "x.txt")
    assert [(line.number, line.text) for line in lines] == [
        (1, "甲"),
        (2, "乙"),
        (3, ""),
        (4, "丙"),
        (4, "丁"),
        (4, "戊"),
    ]


def test_invisible_characters_are_gone_and_others_stay() -> None:
    assert texts("\ufeff甲\u200b乙\u00a0丙　丁\x07１２（）\t戊".encode(), "x.txt") == ["甲乙 丙　丁１２（）\t戊"]


@given(st.lists(st.text("甲乙丙1a，。 （）", max_size=30), min_size=1).filter(lambda lines: any(map(str.strip, lines))))
def test_any_lines_come_back(lines: list[str]) -> None:
    found = source_lines("\n".join([*lines, ""]).encode(), "x.txt")
    assert [line.text for line in found] == lines
    assert [line.number for line in found] == list(range(1, len(lines) + 1))


def test_content_decides_not_the_suffix() -> None:
    assert texts("<p>甲</p><p>乙</p>".encode(), "x.txt") == ["甲", "乙"]
    assert texts("<html><body>甲".encode(), "x.doc") == ["甲"]
    assert texts("一、**甲**".encode(), "没有后缀") == ["一、**甲**"]
    assert texts("小于 < 大于 >".encode(), "x.txt") == ["小于 < 大于 >"]


MARKDOWN = """\
---
title: 元数据
---
# 柳塘镇**消防**方案 #
##一、目标

1. 每月 2*3 次，*按期* 完成 \\*。
- [ ] 巡查<br>登记
* 《[规程](http://localhost/a)》
> 引用 `代码` ~~删除~~

| 事项 | 单位 |
|:-----|-----:|
| 巡\\|查 | **派出所** |

***
```
# 原样
```
snake_case_name __粗__ ![图](x.png)
"""


def test_markdown_marks_are_stripped() -> None:
    assert texts(MARKDOWN.encode(), "x.md") == [
        "柳塘镇消防方案",
        "一、目标",
        "1. 每月 2*3 次，按期 完成 *。",
        "巡查",
        "登记",
        "《规程》",
        "引用 代码 删除",
        "事项\t单位",
        "巡|查\t派出所",
        "# 原样",
        "snake_case_name 粗 图",
    ]
    assert rows(MARKDOWN.encode(), "x.md") == ["事项\t单位", "巡|查\t派出所"]
    numbers = {line.text: line.number for line in source_lines(MARKDOWN.encode(), "x.md")}
    assert numbers["柳塘镇消防方案"] == 4
    assert numbers["巡查"] == numbers["登记"] == 8
