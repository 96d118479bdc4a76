"""A profile in the Word file: fonts, page numbers, mark, 版记; without one nothing but the standard."""

import pytest

from generators import blocks as b
from generators.word.profile import adapted, issuer_of, look_of
from generators.word.writer import write_docx
from tests.generators.word.papers import every, notice, order, parts, tasks, value
from zerenku.model.profile import (
    FangsongFont,
    Fonts,
    HeitiFont,
    KaitiFont,
    LayoutProfile,
    PageNumbers,
    SongtiFont,
    TitleFont,
)
from zerenku.proof.proving import prove

OFFICE = "青禾县应急管理局"


def profile(**more: object) -> LayoutProfile:
    return LayoutProfile(id="qinghe", place="qinghe", issuer=OFFICE, **more)  # type: ignore[arg-type]


def fonts_in(data: bytes) -> set[str | None]:
    found = parts(data)
    return {value(item, "eastAsia") for part in found.values() for item in every(part, "rFonts")} - {None}


def test_without_a_profile_the_bytes_are_those_of_the_standard() -> None:
    plain = write_docx(notice())
    assert write_docx(adapted(notice(), profile()), look_of(profile())) == plain
    assert write_docx(notice(), look_of(None)) == plain


def test_fonts_at_hand_are_written_everywhere_and_pass() -> None:
    own = Fonts(
        fangsong=FangsongFont.WINDOWS,
        kaiti=KaitiFont.WINDOWS,
        heiti=HeitiFont.FOUNDER_GBK,
        title=TitleFont.PLAIN,
        songti=SongtiFont.FOUNDER_GBK,
    )
    data = write_docx(notice(), look_of(profile(fonts=own)))
    assert fonts_in(data) == {"仿宋", "楷体", "方正黑体_GBK", "小标宋体", "方正书宋_GBK"}
    assert [(row.rule, row.measured) for row in prove(data).failed] == []
    assert "仿宋_GB2312" in fonts_in(write_docx(notice())), "the next paper is the standard's again"


@pytest.mark.parametrize(
    "fonts",
    [
        *(Fonts(fangsong=font) for font in FangsongFont),
        *(Fonts(kaiti=font) for font in KaitiFont),
        *(Fonts(heiti=font) for font in HeitiFont),
        *(Fonts(title=font) for font in TitleFont),
        *(Fonts(songti=font) for font in SongtiFont),
    ],
    ids=repr,
)
def test_every_font_that_a_profile_may_name_is_one_that_the_proof_knows(fonts: Fonts) -> None:
    assert prove(write_docx(notice(), look_of(profile(fonts=fonts)))).failed == ()


def test_numbers_in_the_middle_are_told_by_the_proof() -> None:
    data = write_docx(notice(), look_of(profile(page_number=PageNumbers.CENTRE)))
    assert "layout-page-number-side" in {row.rule for row in prove(data).failed}


def test_mark_and_imprint_by_habit() -> None:
    habit = profile(mark="青禾应急", printed_by="青禾县应急管理局办公室", cc=("柳塘镇人民政府",))
    head, *_, foot = adapted(notice(), habit).blocks
    assert isinstance(head, b.Masthead)
    assert (head.issuers, head.suffix) == (("青禾应急",), "")
    assert isinstance(foot, b.Imprint)
    assert foot.printed_by == "青禾县应急管理局办公室"
    assert foot.cc == ("柳塘镇人民政府", "桑园镇人民政府"), "what the paper says itself stands"
    assert not any(isinstance(block, b.Imprint) for block in adapted(notice(), profile(imprint=False)).blocks)


def test_a_paper_word_for_word_keeps_its_mark_and_imprint() -> None:
    made = adapted(notice(), profile(mark="青禾应急", imprint=False, cc=("甲",)), verbatim=True)
    assert made.blocks == notice().blocks


def test_an_order_is_called_as_its_issuer_is() -> None:
    assert adapted(order(), profile(mark="青禾县人民政府文件")).blocks == order().blocks


def test_whose_paper_it_is() -> None:
    assert issuer_of(notice()) == OFFICE
    assert issuer_of(tasks(sideways=True)) == ""
