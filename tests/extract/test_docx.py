"""What the oracle does not show: rows, notes, boxes, margins, tracked changes, hidden text, fields, symbols."""

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.papers import SPACES, document, p, packed, run, table, tc, tr
from tests.extract.reading import notes, reason, rows, source_lines, texts
from zerenku.extract.word.fields import overlay
from zerenku.model.outline import LineKind

HAN = "chineseCounting"


def field(code: str, result: str) -> str:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{middle}{run(result)}{end}"


def box(*blocks: str) -> str:
    """A text box as Word writes it: once for new readers, once for old ones."""
    inner = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


# -------------------------------------------------------------------------------------------------------------- tables


def test_row_is_a_line() -> None:
    data = document(p("前"), table(tr(tc("事项"), tc("单位")), tr(tc("巡查", "登记"), tc("甲局"))), p("后"))
    assert [(line.text, line.kind) for line in source_lines(data)] == [
        ("前", LineKind.PARAGRAPH),
        ("事项\t单位", LineKind.ROW),
        ("巡查 登记\t甲局", LineKind.ROW),
        ("后", LineKind.PARAGRAPH),
    ]


def test_merged_cells_come_once_and_columns_stay_in_step() -> None:
    begin, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    data = document(
        table(
            tr(tc("任务表", props='<w:gridSpan w:val="3"/>')),
            tr(tc("消防", props=begin), tc("巡查", props='<w:gridSpan w:val="2"/>'), tc("甲局")),
            tr(tc(p(""), props=more), tc("培训"), tc("演练"), tc("乙局")),
            tr(tc("丙局"), props='<w:gridBefore w:val="2"/>'),
        )
    )
    assert rows(data) == ["任务表", "消防\t巡查\t\t甲局", "\t培训\t演练\t乙局", "\t\t丙局"]


def test_nested_table_stays_in_its_cell_and_deleted_rows_are_gone() -> None:
    inner = table(tr(tc("内一"), tc("内二")))
    gone = tr(tc("删"), tc("去"), props="<w:del w:id='1' w:author='a'/>")
    data = document(table(tr(tc("外"), tc(inner, p(""))), gone))
    assert rows(data) == ["外\t内一 内二"]


def test_box_drawn_round_text_is_no_table() -> None:
    data = document(table(tr(tc("一、目标", "按期完成。"))))
    assert [line.kind for line in source_lines(data)] == [LineKind.PARAGRAPH] * 2


# ------------------------------------------------------------------------------------------------ notes, boxes, margins


def test_text_box_is_read_once_after_its_paragraph() -> None:
    assert texts(document(p("甲", box(p("框一"), p("框二"))), p("乙"))) == ["甲", "框一", "框二", "乙"]


def test_word_art_is_text() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="青禾县人民政府文件"/></v:shape></w:pict></w:r>'
    assert texts(document(p(art), p("正文"))) == ["青禾县人民政府文件", "正文"]


def test_notes_follow_the_paragraph() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    separator = f'<w:footnote w:type="separator" w:id="0">{p("横线")}</w:footnote>'
    data = document(
        p("甲", mark), p("乙"), parts={"footnotes": f'{separator}<w:footnote w:id="2">{p("脚注")}</w:footnote>'}
    )
    assert texts(data) == ["甲", "脚注", "乙"]
    assert notes(data) == ["脚注"]


def test_margins_give_what_the_body_does_not_say() -> None:
    section = (
        '<w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/>'
        '<w:headerReference w:type="even" r:id="header3"/><w:footerReference w:type="default" r:id="footer1"/>'
    )
    parts = {
        "header1": p("柳塘镇人民政府文件"),
        "header2": p("消防整治方案") + p('<w:r><w:pict><v:shape><v:textpath string="水印"/></v:shape></w:pict></w:r>'),
        "header3": p("双页页眉"),
        "footer1": p("第 ", field(" PAGE ", "1"), " 页 共 ", field(" NUMPAGES ", "4"), " 页"),
    }
    body = (p("消防整治方案"), p("正文"))
    shown = document(*body, section=f"{section}<w:titlePg/>", parts=parts)
    assert texts(shown) == ["柳塘镇人民政府文件", "消防整治方案", "正文"]
    assert notes(shown) == ["柳塘镇人民政府文件"]
    assert texts(document(*body, section=section, parts=parts)) == ["消防整治方案", "正文"]
    both = document(*body, section=section, parts={**parts, "settings": "<w:evenAndOddHeaders/>"})
    assert notes(both) == ["双页页眉"]


# ------------------------------------------------------------------------------------------------ changes, fields, runs


def test_tracked_changes_count_as_accepted() -> None:
    who = "w:id='1' w:author='a'"
    data = document(
        p(
            "由",
            f"<w:del {who}><w:r><w:delText>甲局</w:delText></w:r></w:del>",
            f"<w:ins {who}>{run('乙局')}</w:ins>",
            "负责。",
        ),
        p(f"<w:moveFrom {who}>{run('移走')}</w:moveFrom>", f"<w:moveTo {who}>{run('移来')}</w:moveTo>"),
        p("上半句，", props=f"<w:rPr><w:del {who}/></w:rPr>"),
        p("下半句。"),
    )
    assert texts(data) == ["由乙局负责。", "移来", "上半句，下半句。"]


def test_hidden_text_is_gone_by_run_and_by_style() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="k"><w:name w:val="k"/><w:basedOn w:val="h"/></w:style>'
    )
    data = document(
        p("甲", run("隐", props="<w:vanish/>"), run("隐", props='<w:rStyle w:val="k"/>'), "乙"),
        p(run("现", props='<w:rStyle w:val="k"/><w:vanish w:val="0"/>')),
        p("（一）目标。", props="<w:rPr><w:vanish/><w:specVanish/></w:rPr>"),
        p("按期完成。"),
        parts={"styles": styles},
    )
    assert texts(data) == ["甲乙", "现", "（一）目标。按期完成。"]


def test_fields_show_their_result() -> None:
    nested = field(" IF x ", "外" + "") + field(" HYPERLINK “u” ", "内")
    data = document(
        p("见", field(" REF a ", "第二条"), "。"),
        p(f'<w:fldSimple w:instr=" DATE ">{run("2031年1月5日")}</w:fldSimple>'),
        p(nested),
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF </w:instrText></w:r>', "没有结尾"),
        p("照读"),
    )
    assert texts(data) == ["见第二条。", "2031年1月5日", "外内", "照读"]


@pytest.mark.parametrize(
    ("code", "shown"),
    [(r" EQ \o\ac(○,3) ", "③"), (r"eq \o(○,十)", "十"), (r"EQ \o\ac(25,○)", "㉕"), (" PAGE ", ""), (r"EQ \f(1,2)", "")],
)
def test_ringed_character(code: str, shown: str) -> None:
    assert overlay(code) == shown
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    data = document(p(f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{end}", "文"))
    assert texts(data) == [f"{shown}文"]


def test_table_of_contents_is_left_out() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    data = document(
        p("一、目标\t3", style="T"),
        f"<w:sdt>{gallery}<w:sdtContent>{p('目录')}</w:sdtContent></w:sdt>",
        p("一、目标"),
        parts={"styles": styles},
    )
    assert texts(data) == ["一、目标"]


def test_signs() -> None:
    pieces = (
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t xml:space="preserve"> 已查</w:t></w:r>',
        "<w:r><w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t><w:softHyphen/><w:t>丙</w:t><w:br/><w:t>丁</w:t><w:cr/></w:r>",
        "<m:oMath><m:r><m:t>x≥1</m:t></m:r></m:oMath>",
    )
    assert texts(document(*map(p, pieces))) == ["☑ 已查", "甲-乙丙", "丁", "x≥1"]


def test_blanks_at_the_edge_of_a_text_only_if_preserved() -> None:
    assert texts(document(p("<w:r><w:t>\n  甲 </w:t><w:t xml:space='preserve'> 乙</w:t></w:r>"))) == ["甲 乙"]


def test_strict_documents_read_alike() -> None:
    strict = SPACES.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT)
    assert texts(document(p("甲", "乙"), spaces=strict)) == ["甲乙"]


STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


@pytest.mark.parametrize("block", ['<w:altChunk r:id="x"/>', '<w:subDoc r:id="x"/>'])
def test_text_kept_elsewhere_is_not_lost_in_silence(block: str) -> None:
    assert "嵌有别的文件" in reason(document(p("甲"), block))


def test_pictures_only_is_refused() -> None:
    assert "OCR" in reason(document(p("<w:r><w:drawing/></w:r>")))


def test_other_zips_are_named() -> None:
    assert "电子表格" in reason(packed({"xl/workbook.xml": "<x/>"}), "x.xlsx")
    assert "演示文稿" in reason(packed({"ppt/presentation.xml": "<x/>"}), "x.pptx")
    assert "OFD" in reason(packed({"OFD.xml": "<x/>"}), "x.ofd")
    assert "先解压" in reason(packed({"通知.docx": document(p("甲"))}), "x.zip")


# ------------------------------------------------------------------------------------------------------------- property

ODD_BLANKS = set(map(chr, (0xA0, 0x202F, 0x205F, *range(0x2000, 0x200B))))


def is_plain(text: str) -> bool:
    """Without the blanks that are read as plain ones."""
    return not set(text) & ODD_BLANKS


LINE = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=60)


@given(st.lists(LINE.filter(is_plain), min_size=1, max_size=12).filter(lambda lines: any(map(str.strip, lines))))
def test_any_text_comes_back(lines: list[str]) -> None:
    paper = docx.Document()
    for line in lines:
        paragraph = paper.add_paragraph()
        for start in range(0, len(line), 7):
            paragraph.add_run(line[start : start + 7])
    buffer = io.BytesIO()
    paper.save(buffer)
    assert [line.text for line in source_lines(buffer.getvalue())] == lines


@given(
    st.lists(
        st.lists(st.text("甲乙丙丁0123，。", min_size=1, max_size=8), min_size=2, max_size=4), min_size=1, max_size=5
    )
)
def test_any_table_comes_back(cells: list[list[str]]) -> None:
    data = document(table(*(tr(*map(tc, row)) for row in cells)))
    assert rows(data) == ["\t".join(row) for row in cells]
