"""Reckoning pages on the grid, and where the 版记 goes by it."""

import pytest

from generators import blocks as b
from generators.word.lines import LIBREOFFICE, WORD, count_lines
from generators.word.measures import LINE, mark_size
from generators.word.pages import Fill, reckon
from generators.word.sections import Setup
from generators.word.writer import BLANK, Section, split

IMPRINT = b.Imprint(printed_by="办公室", printed="2030年3月6日印发")


def lines(count: int) -> tuple[b.Block, ...]:
    return tuple(b.Para.of("一行") for _ in range(count))


def sections_of(*blocks: b.Block) -> list[Section]:
    return split((*blocks, IMPRINT))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("字" * 26, 1),
        ("字" * 27, 2),
        ("字" * 26 + "。", 1),  # hangs
        ("字" * 26 + "）。", 2),  # cannot hang, and takes a character along
        ("字" * 25 + "（甲）", 2),  # an opening bracket ends no line
        ("字" * 24 + "2030年", 2),  # a number stays whole
        ("字" * (26 + 28), 2),
        ("字" * (26 + 28 + 1), 3),
    ],
)
def test_lines_of_a_paragraph(text: str, expected: int) -> None:
    assert count_lines(text, size=WORD.body) == expected


def test_libreoffice_spaces_digits_from_han_and_takes_more_lines() -> None:
    text = "字" * 10 + "2030年3月5日" + "字" * 10
    assert [count_lines(text, size=manner.body) for manner in (WORD, LIBREOFFICE)] == [1, 2]


def test_a_page_holds_22_lines() -> None:
    assert reckon([(Setup.UPRIGHT, lines(22))]) == Fill(1, 22 * LINE)
    assert reckon([(Setup.UPRIGHT, lines(23))]) == Fill(2, LINE)


def test_a_heading_goes_with_its_text() -> None:
    heading = b.Heading(level=1, text="一、目标")
    assert reckon([(Setup.UPRIGHT, (*lines(21), heading, *lines(1)))]) == Fill(2, 2 * LINE)


def test_attachments_and_breaks_start_pages() -> None:
    start = b.AttachmentStart(label="附件", title=b.Title(("名单",)))
    assert reckon([(Setup.UPRIGHT, (*lines(3), start, *lines(1), b.PageBreak(), *lines(1)))]) == Fill(3, LINE)


def test_imprint_shares_the_last_page_when_that_is_even_and_has_room() -> None:
    assert [section.setup for section in sections_of(*lines(22 + 8))] == [Setup.UPRIGHT]


def test_imprint_goes_on_the_back_of_an_odd_page_with_a_number() -> None:
    assert sections_of(*lines(8))[1:] == [Section(Setup.UPRIGHT, even_page=True, blocks=[IMPRINT])]


@pytest.mark.parametrize("count", [22 + 21, 22 + 1])
def test_imprint_behind_a_blank_page_has_no_number(count: int) -> None:
    assert sections_of(*lines(count))[1:] == [
        Section(Setup.UNNUMBERED, blocks=[BLANK]),
        Section(Setup.UNNUMBERED, even_page=True, blocks=[IMPRINT]),
    ]


def test_imprint_never_stands_on_a_turned_page() -> None:
    form = b.AttachmentStart(label="附件", title=b.Title(("进度表",)), sideways=True)
    setups = [(section.setup, section.even_page) for section in sections_of(*lines(8), form, *lines(1))]
    assert setups == [
        (Setup.UPRIGHT, False),
        (Setup.SIDEWAYS, False),
        (Setup.UNNUMBERED, False),
        (Setup.UNNUMBERED, True),
    ]


def test_an_upright_attachment_after_a_turned_one_turns_back() -> None:
    form = b.AttachmentStart(label="附件1", title=b.Title(("进度表",)), sideways=True)
    names = b.AttachmentStart(label="附件2", title=b.Title(("名单",)))
    assert [section.setup for section in split((*lines(1), form, names))] == [
        Setup.UPRIGHT,
        Setup.SIDEWAYS,
        Setup.UPRIGHT,
    ]


@pytest.mark.parametrize(("characters", "points"), [(6, 46), (10, 44), (13, 34), (20, 22)])
def test_the_mark_fits_one_line(characters: int, points: int) -> None:
    assert mark_size(characters) == points
    assert points * characters <= 442
