"""Automatic numbers by the book, where LibreOffice is no witness."""

import pytest

from tests.extract.papers import document, lists, lvl, p, run
from tests.extract.reading import texts

HAN = "chineseCounting"


@pytest.mark.parametrize(
    ("pattern", "order", "expected"),
    [
        # LibreOffice 7.4 knows neither lvlRestart nor isLgl; Word does.
        (
            lvl(0, "第%1章", HAN) + lvl(1, "第%2条", HAN, more='<w:lvlRestart w:val="0"/>'),
            (0, 1, 1, 0, 1),
            "第一章 第一条 第二条 第二章 第三条",
        ),
        (
            lvl(0, "%1", HAN) + lvl(1, "%2", HAN) + lvl(2, "（%3）", HAN, more='<w:lvlRestart w:val="1"/>'),
            (0, 1, 2, 1, 2, 0, 2),
            "一 一 （一） 二 （二） 二 （一）",
        ),
        (lvl(0, "第%1章", HAN) + lvl(1, "%1.%2", more="<w:isLgl/>"), (0, 1, 0, 1), "第一章 1.1 第二章 2.1"),
        (lvl(0, "%1.", "ideographDigital", start=9), (0, 0, 0), "九. 一〇. 一一."),
        (lvl(0, "%1", "ordinal", start=10), (0, 0, 0), "10th 11th 12th"),
        (lvl(0, "%1．", "decimalFullWidth", start=9), (0, 0), "９． １０．"),
        (lvl(0, "%1", "decimalEnclosedParen"), (0, 0), "⑴ ⑵"),
        (lvl(0, "●", "bullet") + lvl(1, "%1%2.", HAN), (0, 1, 0), " 一. "),
    ],
)
def test_number(pattern: str, order: tuple[int, ...], expected: str) -> None:
    data = document(*(p("|", num=1, level=level) for level in order), parts={"numbering": lists(pattern)})
    assert [line.split("|")[0] for line in texts(data)] == expected.split(" ")


def test_level_is_told_by_the_style_that_it_is_tied_to() -> None:
    """A style names the list only; the list's level names the style. LibreOffice 7.4 takes the first level."""
    tied = (lvl(level, f"%{level + 1}、", HAN, more=f'<w:pStyle w:val="S{level}"/>') for level in (0, 1))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{level}"><w:name w:val="s{level}"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for level in (0, 1)
    )
    blocks = (p("甲", style="S0"), p("乙", style="S1"), p("丙", style="S1"), p("丁", style="S0"))
    data = document(*blocks, parts={"styles": styles, "numbering": lists("".join(tied))})
    assert texts(data) == ["一、甲", "一、乙", "二、丙", "二、丁"]


def test_gap_after_a_number() -> None:
    """A tab after a Chinese mark is a matter of looks; after a word or digit the text needs a blank."""
    patterns = ("%1、", "（%1）", "第%1条", "%1.")
    numbering = lists(*(lvl(0, pattern, suffix="tab") for pattern in patterns))
    data = document(*(p("文", num=key) for key in range(1, 5)), parts={"numbering": numbering})
    assert texts(data) == ["1、文", "（1）文", "第1条 文", "1. 文"]


def test_deleted_and_hidden_paragraphs_are_not_numbered() -> None:
    gone = "<w:rPr><w:del w:id='1' w:author='a'/></w:rPr>"
    blocks = (
        p("甲", num=1),
        p("<w:del w:id='2' w:author='a'><w:r><w:delText>删</w:delText></w:r></w:del>", num=1, props=gone),
        p(run("隐", props="<w:vanish/>"), num=1, props="<w:rPr><w:vanish/></w:rPr>"),
        p("乙", num=1),
    )
    assert texts(document(*blocks, parts={"numbering": lists(lvl(0, "%1．"))})) == ["1．甲", "2．乙"]
