"""Papers that somebody else's program wrote: styles resolved, parts told by words and place, nothing read twice."""

import io

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from tests.proof import papers
from zerenku.proof.paper import Genre, Paper, Role
from zerenku.proof.proving import prove
from zerenku.proof.values import Paragraph
from zerenku.proof.verdict import Verdict
from zerenku.proof.word.document import read_paper

WORDS = [
    "青禾县应急管理局文件",
    "青应急〔2030〕5号",
    "关于开展仓库检查的通知",
    "各镇人民政府：",
    "    现将有关事项通知如下，请认真办理。",
    "一、工作目标",
    "到年底，各镇仓库全部查完一遍，不留死角。",
    "（一）分工",
    "1.村里自查。每月一次，由村里自己组织。",
    "附件：仓库检查表",
    "青禾县应急管理局",
    "2030年3月5日",
    "（此件公开发布）",
    "附件",
    "仓库检查表",
    "填表请用正楷，字迹要清楚。",
    "抄送：柳塘镇人民政府。",
    "青禾县应急管理局　　2030年3月6日印发",
]


def saved(document: docx.document.Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def foreign() -> docx.document.Document:
    """Everything in the style Normal, dressed by hand."""
    document = docx.Document()
    for index, words in enumerate(WORDS):
        paragraph = document.add_paragraph(words)
        if index == 0:
            paragraph.runs[0].font.size = Pt(40)
            paragraph.runs[0].font.color.rgb = RGBColor(255, 0, 0)
        if words in {"关于开展仓库检查的通知", "仓库检查表"}:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.runs[0].font.size = Pt(22)
        if words == "附件":
            paragraph.paragraph_format.page_break_before = True
    return document


def paragraphs(paper: Paper) -> dict[str, Paragraph]:
    return {item.text: item for item in paper.items if isinstance(item, Paragraph)}


def test_roles_are_told_from_words_and_place() -> None:
    paper = read_paper(saved(foreign()))
    assert [role for role, item in zip(paper.roles, paper.items, strict=True) if item.text] == [
        Role.MARK,
        Role.NUMBER,
        Role.TITLE,
        Role.ADDRESSEES,
        Role.BODY,
        Role.HEADING,
        Role.BODY,
        Role.HEADING,
        Role.BODY,
        Role.ATTACHMENT_NOTE,
        Role.SIGNATURE,
        Role.DATE,
        Role.ANNOTATION,
        Role.ATTACHMENT_LABEL,
        Role.ATTACHMENT_TITLE,
        Role.BODY,
        Role.COPIED,
        Role.PRINTED,
    ]
    assert paper.genre is Genre.RED_HEAD
    assert [level for level in paper.levels if level] == [1, 2, 3]


def test_lines_that_belong_to_a_table_are_no_text() -> None:
    paper = read_paper(papers.sheet())
    assert [item.text for item in paper.of(Role.REMARK)] == [
        "企业名称：＿＿＿＿＿＿",
        "适用：仓储企业",
        "注：1．每月填一次。",
        "2．查出的隐患另外登记。",
        "内容系摘编。",
    ]
    assert [item.text for item in paper.of(Role.BODY)] == ["请按月报送。"]


def test_notes_between_the_title_of_a_list_and_its_first_heading_are_no_text() -> None:
    paper = read_paper(papers.listed())
    assert [item.text for item in paper.of(Role.REMARK)] == ["注：时限栏空着的，方案没有规定。", "要求一栏系摘编。"]
    assert "layout-body-font" not in {row.rule for row in prove(papers.listed()).failed}


def test_an_ordinary_paper_gets_one_row_for_each_kind_of_deviation() -> None:
    proof = prove(saved(foreign()))
    failed = {row.rule: row for row in proof.failed}
    assert {"layout-margins", "layout-body-font", "layout-rule-colour", "layout-direct-format"} <= set(failed)
    assert failed["layout-first-indent"].count >= 4
    assert failed["layout-blank-indent"].at.startswith("现将有关事项")
    assert len(failed) == len(proof.failed)
    assert not {row.rule for row in proof.rows if row.verdict is Verdict.NOT_APPLICABLE} & set(failed)


def test_fonts_come_from_run_character_style_paragraph_style_defaults_and_theme() -> None:
    document = docx.Document()
    normal = document.styles["Normal"].element
    normal.get_or_add_rPr().append(parse_xml(f'<w:sz {nsdecls("w")} w:val="28"/>'))
    child = document.styles.add_style("Child", 1)
    child.base_style = document.styles["Normal"]
    child.element.get_or_add_rPr().append(parse_xml(f'<w:rFonts {nsdecls("w")} w:eastAsia="仿宋"/>'))
    spoken = document.styles.add_style("Spoken", 2)
    spoken.element.get_or_add_rPr().append(parse_xml(f'<w:rFonts {nsdecls("w")} w:eastAsia="楷体"/>'))
    document.add_paragraph("默认文字。")
    document.add_paragraph("段落样式。", style="Child")
    document.add_paragraph(style="Child").add_run("字符样式。", style="Spoken")
    run = document.add_paragraph(style="Child").add_run("直接格式。")
    run.font.size = Pt(16)
    run._element.get_or_add_rPr().append(parse_xml(f'<w:rFonts {nsdecls("w")} w:eastAsia="黑体"/>'))
    found = paragraphs(read_paper(saved(document)))
    assert found["默认文字。"].look.themed
    assert (found["默认文字。"].look.size, found["段落样式。"].look.size) == (14, 14)
    assert [found[text].look.font for text in ("段落样式。", "字符样式。", "直接格式。")] == ["仿宋", "楷体", "黑体"]
    assert not found["段落样式。"].look.font.isascii()
    assert found["直接格式。"].look.size == 16


def test_a_theme_font_wins_over_the_one_written_beside_it() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("主题字体。")
    fonts = parse_xml(f'<w:rFonts {nsdecls("w")} w:eastAsia="仿宋" w:eastAsiaTheme="minorEastAsia"/>')
    run._element.get_or_add_rPr().append(fonts)
    look = paragraphs(read_paper(saved(document)))["主题字体。"].look
    assert look.themed
    assert look.font != "仿宋"


def test_styles_that_stand_on_each_other_in_a_ring() -> None:
    document = docx.Document()
    one, two = document.styles.add_style("One", 1), document.styles.add_style("Two", 1)
    one.base_style, two.base_style = two, one
    document.add_paragraph("绕圈的样式。", style="One")
    assert paragraphs(read_paper(saved(document)))["绕圈的样式。"].style == "One"


@pytest.mark.parametrize(
    ("made", "begins"),
    [
        ('<w:p {}><w:r><w:br w:type="page"/></w:r></w:p>', True),
        ('<w:p {}><w:r><w:t>上文。</w:t><w:br w:type="page"/></w:r></w:p>', True),
        ("<w:p {}><w:pPr><w:sectPr/></w:pPr></w:p>", True),
        ('<w:p {}><w:pPr><w:sectPr><w:type w:val="continuous"/></w:sectPr></w:pPr></w:p>', True),
        ("<w:p {}/>", False),
    ],
)
def test_what_begins_a_page(made: str, begins: bool) -> None:  # noqa: FBT001 - a column of the table
    document = docx.Document()
    document.add_paragraph("第一页。")
    document.element.body[-2].addnext(parse_xml(made.format(nsdecls("w"))))
    document.add_paragraph("附件")
    assert paragraphs(read_paper(saved(document)))["附件"].starts_page is begins


def test_automatic_numbers_are_part_of_the_text() -> None:
    document = docx.Document()
    document.add_paragraph("自查隐患。", style="List Number")
    assert "1.自查隐患。" in {text.replace(" ", "") for text in paragraphs(read_paper(saved(document)))}


def test_a_red_line_that_was_drawn() -> None:
    document = foreign()
    line = (
        f'<w:p {nsdecls("w")}><w:r><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" from="0,0"'
        ' to="442.2pt,0" strokecolor="red"/></w:pict></w:r></w:p>'
    )
    document.paragraphs[1]._p.addnext(parse_xml(line))
    rows = {row.rule: row for row in prove(saved(document)).rows}
    assert rows["layout-rule-colour"].verdict is Verdict.PASSED
    assert rows["layout-rule-width"].measured == "156.0 毫米"
    assert rows["layout-rule-gap"].verdict is Verdict.NOT_APPLICABLE


def test_a_mark_in_a_text_box_has_no_place_before_it_is_rendered() -> None:
    document = docx.Document()
    box = (
        f'<w:p {nsdecls("w")}><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        '<w:p><w:r><w:rPr><w:color w:val="FF0000"/><w:sz w:val="80"/></w:rPr><w:t>柳塘镇人民政府文件</w:t></w:r></w:p>'
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    document.element.body.insert(0, parse_xml(box))
    for words in WORDS[1:6]:
        document.add_paragraph(words)
    rows = {row.rule: row for row in prove(saved(document)).rows}
    assert rows["layout-mark-colour"].verdict is Verdict.PASSED
    assert rows["layout-mark-place"].verdict is Verdict.NOT_APPLICABLE


def test_a_document_without_styles_settings_or_setup() -> None:
    document = docx.Document()
    document.add_paragraph("各村要每天巡查仓库，发现隐患马上报告镇政府。")
    body = document.element.body
    body.remove(body.find(qn("w:sectPr")))
    assert prove(saved(document)).rows[0].measured == "210×297 毫米"


def test_margins_in_the_measure_of_the_standard() -> None:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (
        Mm(37),
        Mm(35),
        Mm(28),
        Mm(26),
    )
    rows = {row.rule: row for row in prove(saved(document)).rows}
    assert rows["layout-margins"].verdict is Verdict.PASSED
