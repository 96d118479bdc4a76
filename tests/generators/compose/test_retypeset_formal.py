"""The formal elements of a re-set paper: official form, official place, and blanks for what the source lacks."""

from itertools import pairwise

import pytest

from generators.blocks import (
    Addressees,
    AttachmentNote,
    AttachmentStart,
    Imprint,
    Masthead,
    PageBreak,
    Para,
    Sheet,
    Signature,
    Title,
)
from generators.compose.frame import BLANK_BODY, BLANK_DATE, BLANK_NUMBER
from generators.compose.retypeset import Kind, papers
from tests.generators.compose.reset_papers import PLAIN, only, reset, texts
from tests.generators.compose.said import document_text
from tests.importer.layouts import drafts
from zerenku.errors import UnknownName

CASES = dict(texts())


# ----------------------------------------------------------------------------------------------------- formal elements


def test_the_mark_is_the_printed_one_else_the_issuers_with_a_remark() -> None:
    assert only(reset(PLAIN), Masthead).issuers == ("青禾县商务局",)
    made = reset(PLAIN.removeprefix("青禾县商务局文件\n"))
    mark = only(made, Masthead)
    assert (mark.issuers, mark.suffix) == (("青禾县商务局",), "文件")
    assert any("没有印发文机关标志" in remark for remark in made.remarks)


def test_a_mark_that_differs_from_the_signature_is_asked_about() -> None:
    made = reset(PLAIN.replace("青禾县商务局文件", "青禾商务局文件"))
    assert only(made, Masthead).issuers == ("青禾商务局",)
    assert any("青禾商务局" in remark and "请核对" in remark for remark in made.remarks)


def test_joint_issuers_are_all_in_the_mark_and_the_signature() -> None:
    made = reset(CASES["joint-issue"])
    names = ("青禾县应急管理局", "青禾县商务局", "青禾县消防救援大队")
    assert only(made, Masthead).issuers == names
    assert only(made, Signature).names == names


@pytest.mark.parametrize("printed", ["青商（2031）3号", "青商[2031] 3 号", "（青商〔2031〕3号）"])
def test_the_number_takes_its_official_form(printed: str) -> None:
    made = reset(PLAIN.replace("青商〔2031〕3号", printed))
    assert only(made, Masthead).number == "青商〔2031〕3号"


def test_a_number_below_the_title_goes_up_to_the_mark() -> None:
    made = reset(
        PLAIN.replace("青商〔2031〕3号\n关于开展冷库整治的通知", "关于开展冷库整治的通知\n（青商〔2031〕3号）")
    )
    assert only(made, Masthead).number == "青商〔2031〕3号"
    assert "（青商" not in document_text(made.document)


def test_urgency_secrecy_and_signer_go_where_they_belong() -> None:
    made = reset("机密★1年\n特急\n" + PLAIN.replace("青商〔2031〕3号", "青商〔2031〕3号　　　签发人：何禾"))
    mark = only(made, Masthead)
    assert (mark.secrecy, mark.urgency, mark.signers) == ("机密★1年", "特急", ("何禾",))


def test_a_date_in_chinese_is_written_in_digits_with_a_remark() -> None:
    made = reset(PLAIN.replace("\n2031年5月6日\n", "\n二〇三一年五月六日\n"))
    assert only(made, Signature).date == "2031年5月6日"
    assert any("二〇三一年五月六日" in remark for remark in made.remarks)


def test_notes_and_imprint() -> None:
    made = reset(PLAIN)
    assert only(made, AttachmentNote).titles == ("冷库登记表",)
    assert made.document.blocks[-1] == Imprint(
        cc=("县安委办，县消防大队",), printed_by="青禾县商务局办公室", printed="2031年5月9日印发"
    )


def test_copies_above_the_plan_go_to_the_end() -> None:
    cover = "青商〔2031〕7号\n关于印发《青禾县冷库方案》的通知\n各镇：\n现将《青禾县冷库方案》印发给你们。\n"
    signed = "青禾县商务局\n2031年5月6日\n抄送：县安委办\n青禾县冷库方案\n一、任务\n登记。\n二、要求\n上报。\n"
    made = reset(cover + signed)
    assert only(made, Imprint).cc == ("县安委办",)
    assert isinstance(made.document.blocks[-1], Imprint)
    assert only(made, Sheet).title.lines == ("青禾县冷库方案",)


def test_a_plan_attached_to_its_notice_keeps_its_label() -> None:
    start = only(reset(CASES["plan-is-the-attachment"]), AttachmentStart)
    assert (start.label, start.title.lines) == ("附件", ("青禾县冷库方案",))


@pytest.mark.parametrize("kind", ["notice", "plan"])
def test_several_plans_of_one_notice_are_one_paper(kind: Kind) -> None:
    text = CASES["two-plans-of-one-notice"]
    found = papers(drafts(text))
    assert [len(paper) for paper in found] == [2]
    made = reset(text, kind)
    assert sum(isinstance(block, Sheet) for block in made.document.blocks) == (2 if kind == "notice" else 0)


def test_two_notices_in_a_file_are_two_papers() -> None:
    assert [len(paper) for paper in papers(drafts(CASES["two-notices-in-one-file"]))] == [1, 1]


# --------------------------------------------------------------------------------------------------- what a text lacks


def test_what_is_missing_stays_a_visible_blank_with_a_remark() -> None:
    made = reset("关于开展冷库整治的通知\n一、登记冷库\n逐家登记。\n二、整改隐患\n边查边改。\n")
    mark = only(made, Masthead)
    assert (mark.issuers, mark.number) == ((BLANK_BODY,), BLANK_NUMBER)
    assert only(made, Signature).date == BLANK_DATE
    assert only(made, Imprint).printed == f"{BLANK_DATE}印发"
    for word in ("发文机关标志", "发文字号", "成文日期", "主送机关", "印发日期"):
        assert any(word in remark for remark in made.remarks)


def test_fields_fill_what_is_missing() -> None:
    made = reset(
        "关于开展冷库整治的通知\n一、登记冷库\n逐家登记。\n二、整改隐患\n边查边改。\n",
        发文机关="青禾县商务局，青禾县消防救援大队",
        发文字号="青商〔2031〕9号",
        成文日期="2031年6月1日",
        主送机关="各镇人民政府：",
        抄送机关="县安委办",
        印发机关="青禾县商务局办公室",
        印发日期="2031年6月2日",
    )
    mark = only(made, Masthead)
    assert (mark.issuers, mark.number) == (("青禾县商务局", "青禾县消防救援大队"), "青商〔2031〕9号")
    assert only(made, Addressees).text == "各镇人民政府"
    assert only(made, Signature) == Signature(names=mark.issuers, date="2031年6月1日")
    assert only(made, Imprint) == Imprint(cc=("县安委办",), printed_by="青禾县商务局办公室", printed="2031年6月2日印发")


def test_fields_never_change_what_the_source_says() -> None:
    made = reset(PLAIN, 发文字号="青商〔2031〕9号", 成文日期="2031年6月1日")
    assert only(made, Masthead).number == "青商〔2031〕3号"
    assert only(made, Signature).date == "2031年5月6日"
    assert sum("没有改成填写的" in remark for remark in made.remarks) == 2


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(UnknownName):
        reset(PLAIN, 天气="晴")


def test_a_web_page_around_the_paper_is_set_under_the_mark_and_asked_about() -> None:
    made = reset(f"首页 政务公开\n字体：大 中 小\n{PLAIN}")
    blocks = made.document.blocks
    assert isinstance(blocks[0], Masthead)
    assert [block.text for block in blocks[1:3] if isinstance(block, Para)] == ["首页 政务公开", "字体：大 中 小"]
    assert any("2 行文字" in remark for remark in made.remarks)


def test_a_second_printing_is_set_once_if_it_is_the_same_and_on_its_own_page_if_not() -> None:
    twice = CASES["paper-printed-twice"]
    made = reset(twice)
    assert made.left_out
    assert not any(isinstance(block, PageBreak) for block in made.document.blocks)
    other = reset(twice.replace("一、", "一，", 2).replace("一，", "一、", 1))
    assert other.left_out == ()
    only(other, PageBreak)


def test_titles_that_differ_are_asked_about() -> None:
    made = reset(PLAIN.replace("附件：冷库登记表", "附件：冷库登记汇总表"))
    assert any("附件说明写作“冷库登记汇总表”" in remark for remark in made.remarks)


# --------------------------------------------------------------------------------------------------------------- titles


def test_a_long_title_is_broken_and_the_issuer_above_it_keeps_its_line() -> None:
    long = "关于印发《青禾县冷库和制冰企业液氨使用安全专项整治三年行动实施方案（2031—2033年）》的通知"
    made = reset(PLAIN.replace("关于开展冷库整治的通知", f"青禾县商务局\n{long}"))
    lines = only(made, Title).lines
    assert lines[0] == "青禾县商务局"
    assert "".join(lines[1:]) == long
    assert all(len(line) <= 20 for line in lines)
    widths = [len(line) for line in lines[1:]]
    assert not any(first > second < third for (first, second), (_, third) in pairwise(pairwise(widths)))


def test_a_year_in_brackets_below_the_title_keeps_its_line() -> None:
    made = reset(CASES["year-in-brackets-below-title"])
    titles = [block.title if isinstance(block, Sheet) else block for block in made.document.blocks]
    assert any(isinstance(title, Title) and title.lines[-1].startswith("（") for title in titles)
