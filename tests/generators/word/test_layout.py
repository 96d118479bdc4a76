"""What LibreOffice makes of the papers, against the figures of GB/T 9704-2012."""

from collections import Counter

import pytest

from generators import blocks as b
from generators.word.lines import LIBREOFFICE
from generators.word.pages import reckon
from generators.word.writer import split
from tests.generators.word import papers
from tests.generators.word.measured import DOTS, Page

Papers = dict[str, list[Page]]


def test_22_lines_of_28_characters_fill_a_page(laid_out: Papers) -> None:
    for page in laid_out["dense"][:2]:
        assert len(page.body) == 22
        full = [line for line in page.body if line.left < 30 and line.right > 180]
        assert len(full) > 15
        assert {len(line.text) for line in full} == {28}


def test_margins(laid_out: Papers) -> None:
    page = laid_out["dense"][1]
    left, top, right, bottom = page.ink(top=20, bottom=264)
    assert (page.width, page.height) == pytest.approx((210, 297), abs=0.1)
    assert (left, right) == pytest.approx((28, 184), abs=1)
    assert 37 <= top <= 41
    assert 258 <= bottom <= 262


def test_red_mark_stands_35_mm_under_the_type_area_top(laid_out: Papers) -> None:
    for paper in ("notice", "joint"):
        left, top, right, _ = laid_out[paper][0].ink(top=0, bottom=110, red=True)
        assert top == pytest.approx(37 + 35, abs=1)
        assert left >= 27.5
        assert right <= 184.5


def test_red_rule_is_as_wide_as_the_type_area_and_4_mm_under_the_number(laid_out: Papers) -> None:
    page = laid_out["notice"][0]
    number = page.line("××〔")
    left, top, right, _ = page.ink(top=number.bottom + 1, bottom=number.bottom + 15, red=True)
    _, _, _, number_bottom = page.ink(top=number.top, bottom=top - 0.5)
    assert (left, right) == pytest.approx((28, 184), abs=0.5)
    assert right - left == pytest.approx(156, abs=0.5)
    assert top - number_bottom == pytest.approx(4, abs=0.8)


def test_every_joint_issuer_is_printed_whole(laid_out: Papers) -> None:
    mark = "".join(line.text for line in laid_out["joint"][0].lines if line.top < 110)
    assert Counter(mark) >= Counter("青禾县应急管理局青禾县教育局青禾县住房和城乡建设局文件")


def test_fonts_of_the_levels(laid_out: Papers) -> None:
    cover, outline = laid_out["notice"][0], laid_out["notice"][2]
    assert "Bold" in cover.line("关于印发").font
    assert "Sans" in outline.line("附件1").font
    assert "Sans" in outline.line("一、").font
    serif = {outline.line("柳塘镇").font, outline.line("（一）").font}
    assert all("Serif" in font and "Bold" not in font for font in serif)
    assert len(serif) == 2, "二级标题应为楷体，与正文不同"


def test_page_numbers_on_the_outer_edge(laid_out: Papers) -> None:
    for index, page in enumerate(laid_out["dense"][:2], start=1):
        number = page.lines[-1]
        assert number.text == f"—{index}—"
        left, top, right, bottom = page.ink(top=264, bottom=280)
        edge = right if index % 2 else left
        assert edge == pytest.approx(184 - 4.94 if index % 2 else 28 + 4.94, abs=1)
        assert (top + bottom) / 2 == pytest.approx(262 + 7, abs=1)


def test_every_page_says_what_it_is(laid_out: Papers) -> None:
    assert all(page.line(papers.BANNER).bottom < 28 for page in laid_out["notice"])


def test_signature_never_stands_alone(laid_out: Papers) -> None:
    page = next(page for page in laid_out["notice"] if "年月日" in page.text)
    assert any(line.text.startswith("落实中") for line in page.lines)


def test_imprint_ends_the_type_area_of_an_even_page(laid_out: Papers) -> None:
    for paper, last in (("notice", 6), ("dense", 4), ("joint", 2)):
        page = laid_out[paper][-1]
        rules = sorted(height for _, _, height in page.rules if height > 200)
        assert rules[-1] == pytest.approx(262, abs=1)
        assert all(right - left == pytest.approx(156, abs=0.5) for left, right, height in page.rules if height > 200)
        assert len(laid_out[paper]) == last


def test_sideways_page_keeps_table_and_number_in_their_places(laid_out: Papers) -> None:
    page = next(page for page in laid_out["notice"] if page.width > page.height)
    edges = [(left, right) for left, right, _ in page.rules]
    assert min(left for left, _ in edges) == pytest.approx(35, abs=0.5)
    assert max(right for _, right in edges) == pytest.approx(260, abs=0.5)
    assert page.text.count("（家）") == 6
    strip = page.picture.crop((20 * DOTS, 0, 33 * DOTS, page.picture.height))
    ink = strip.convert("L").point(lambda level: 255 if level < 150 else 0).getbbox()
    assert ink is not None, "横排页没有页码"
    assert 20 + (ink[0] + ink[2]) / 2 / DOTS == pytest.approx(35 - 7, abs=1)
    even = laid_out["notice"].index(page) % 2
    assert (ink[1] / DOTS if even else 210 - ink[3] / DOTS) == pytest.approx(28 + 4.94 if even else 26 + 4.94, abs=1.5)


@pytest.mark.parametrize("paper", papers.PAPERS)
def test_reckoned_pages_are_those_laid_out(laid_out: Papers, paper: str) -> None:
    """Every page is one of the PDF's, the blank one before a 版记 of its own too."""
    sections = split(papers.PAPERS[paper]().blocks)
    assert reckon(((section.setup, section.blocks) for section in sections), LIBREOFFICE).page == len(laid_out[paper])


@pytest.mark.parametrize("paper", papers.PAPERS)
def test_no_mark_is_lost(laid_out: Papers, paper: str) -> None:
    """LibreOffice drops a mark that hangs at the end of a justified line when characters are condensed unluckily."""
    printed = Counter("".join(line.text for page in laid_out[paper] for line in page.lines))
    for block in papers.PAPERS[paper]().blocks:
        if isinstance(block, b.Para):
            assert not Counter(block.text) - printed
