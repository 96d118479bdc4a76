"""The parts of a paper: what Word reads, before anybody lays it out."""

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.enum.section import WD_ORIENT

from generators import blocks as b
from generators.word.oxml import name
from generators.word.writer import write_docx
from tests.generators.word import papers
from tests.generators.word.papers import every, parts, text_of, value
from tests.repository import ROOT

# The order of gbt-9704 practice, written down apart from the product's own lists.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl pBdr tabs autoSpaceDE autoSpaceDN snapToGrid "
    "spacing ind jc outlineLvl sectPr",
    "rPr": "rStyle rFonts b color spacing w kern sz szCs lang",
    "tblPr": "tblpPr tblOverlap tblW jc tblInd tblBorders tblLayout tblCellMar",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "tcW gridSpan vMerge tcMar vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg docGrid",
}


@pytest.fixture(scope="module")
def notice() -> dict[str, ET.Element]:
    return parts(write_docx(papers.notice()))


def local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def style(styles: ET.Element, identity: str) -> ET.Element:
    return next(item for item in every(styles, "style") if value(item, "styleId") == identity)


def first(root: ET.Element, tag: str) -> ET.Element:
    return every(root, tag)[0]


def paragraph_with(document: ET.Element, text: str) -> ET.Element:
    return next(item for item in every(document, "p") if text in text_of(item))


@pytest.mark.parametrize("paper", papers.PAPERS.values(), ids=papers.PAPERS)
def test_properties_stand_in_the_order_of_the_schema(paper: Callable[[], b.Document]) -> None:
    for root in parts(write_docx(paper())).values():
        for kind, order in ORDER.items():
            for element in every(root, kind):
                places = [order.split().index(local(child)) for child in element]
                assert all(left <= right for left, right in pairwise(places)), ET.tostring(element, encoding="unicode")


def test_every_style_names_one_font_for_all_scripts(notice: dict[str, ET.Element]) -> None:
    named = {}
    for item in every(notice["word/styles.xml"], "style"):
        for fonts in every(item, "rFonts"):
            faces = {value(fonts, script) for script in ("ascii", "hAnsi", "eastAsia", "cs")}
            assert len(faces) == 1
            named[value(item, "styleId")] = faces.pop()
    expected = {
        "Normal": "仿宋_GB2312",
        "BodyText": "仿宋_GB2312",
        "Heading1": "黑体",
        "Heading2": "楷体_GB2312",
        "Heading3": "仿宋_GB2312",
        "Mark": "方正小标宋简体",
        "PaperTitle": "方正小标宋简体",
        "AttachmentLabel": "黑体",
        "NumberOdd": "宋体",
        "NumberEven": "宋体",
    }
    assert named | expected == named
    paragraphs = [item for item in every(notice["word/styles.xml"], "style") if value(item, "type") == "paragraph"]
    assert {value(item, "styleId") for item in paragraphs} <= set(named)


def test_no_theme_font_and_every_run_hints_at_chinese(notice: dict[str, ET.Element]) -> None:
    for root in notice.values():
        assert not [key for element in root.iter() for key in element.attrib if key.endswith("Theme")]
    runs = [run for run in every(notice["word/document.xml"], "r") if text_of(run)]
    assert runs
    assert all(value(first(run, "rFonts"), "hint") == "eastAsia" for run in runs)


def test_fonts_are_offered_under_their_other_names(notice: dict[str, ET.Element]) -> None:
    names = {value(item, "name"): value(first(item, "altName")) for item in every(notice["word/fontTable.xml"], "font")}
    assert (names["仿宋_GB2312"] or "").startswith("仿宋,")
    assert (names["楷体_GB2312"] or "").startswith("楷体,")
    assert set(names) == {"仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"}


def test_grid_of_28_by_22(notice: dict[str, ET.Element]) -> None:
    normal = style(notice["word/styles.xml"], "Normal")
    line = first(first(normal, "pPr"), "spacing")
    assert (value(line, "line"), value(line, "lineRule")) == ("579", "exact")
    assert value(first(first(normal, "rPr"), "spacing")) == "-9"
    assert value(first(normal, "sz")) == "32"
    grids = every(notice["word/document.xml"], "docGrid")
    assert {(value(grid, "type"), value(grid, "linePitch")) for grid in grids} == {("lines", "579")}


def test_pages(notice: dict[str, ET.Element]) -> None:
    upright, sideways, _, last = every(notice["word/document.xml"], "sectPr")
    assert first(upright, "pgSz").attrib == {name("w:w"): "11906", name("w:h"): "16838"}
    margins = {side: value(first(upright, "pgMar"), side) for side in ("top", "left", "right", "bottom")}
    assert margins == {"top": "2098", "left": "1587", "right": "1474", "bottom": "1984"}
    assert value(first(sideways, "pgSz"), "orient") == "landscape"
    turned = {side: value(first(sideways, "pgMar"), side) for side in ("top", "left", "right", "bottom")}
    assert turned == {"top": "1587", "left": "1984", "right": "2098", "bottom": "1474"}
    assert value(first(last, "type")) == "evenPage"


def test_odd_and_even_footers_number_the_page(notice: dict[str, ET.Element]) -> None:
    assert every(notice["word/settings.xml"], "evenAndOddHeaders")
    references = every(first(notice["word/document.xml"], "sectPr"), "footerReference")
    assert {value(item, "type") for item in references} == {"default", "even"}
    for pages, edge in (("default", "right"), ("even", "left")):
        footer = notice[f"word/upright-{pages}-footer.xml"]
        assert [text_of(footer), first(footer, "instrText").text] == ["— 1 —", " PAGE "]
        number = style(notice["word/styles.xml"], value(first(footer, "pStyle")) or "")
        assert (value(first(number, "jc")), value(first(number, "ind"), f"{edge}Chars")) == (edge, "100")


def test_banner_is_in_every_header(notice: dict[str, ET.Element]) -> None:
    headers = [root for part, root in notice.items() if part.endswith("header.xml")]
    assert len(headers) == 6
    assert {text_of(root) for root in headers} == {papers.BANNER}


def test_number_line(notice: dict[str, ET.Element]) -> None:
    number = paragraph_with(notice["word/document.xml"], "号")
    assert text_of(number) == "××\u3014\u3000\u3000\u3015\u3000号"
    rule = first(style(notice["word/styles.xml"], "Number"), "bottom")
    assert (value(rule), value(rule, "color")) == ("single", "FF0000")


def test_signature_is_centred_on_the_date_four_characters_in(notice: dict[str, ET.Element]) -> None:
    document = notice["word/document.xml"]
    date = int(value(first(paragraph_with(document, "年　月　日"), "ind"), "right") or 0)
    signed = [item for item in every(document, "p") if value(first(item, "pStyle")) == "Signature"]
    issuer = int(value(first(signed[0], "ind"), "right") or 0)
    assert date == 1280
    assert issuer == 1280 + (7 * 311 - 8 * 311) // 2


def test_unsealed_date_begins_two_characters_right_of_the_name() -> None:
    document = parts(write_docx(papers.joint()))["word/document.xml"]
    signed = [item for item in every(document, "p") if value(first(item, "pStyle")) == "Signature"]
    rights = [int(value(first(item, "ind"), "right") or 0) for item in signed]
    name_left, second_left = rights[0] + 8 * 311, rights[1] + 6 * 311
    date_left = rights[2] + 3 * 311 + 6 * 151
    assert name_left == second_left == date_left + 622
    assert min(rights) >= 640


def test_bookmarks_are_named_after_the_anchors(notice: dict[str, ET.Element]) -> None:
    document = notice["word/document.xml"]
    starts = every(document, "bookmarkStart")
    assert [value(item, "name") for item in starts] == ["_qinghe_2030_1", "_qinghe_2030_1_1", "_qinghe_2030_1_1_1"]
    assert [value(item, "id") for item in starts] == [value(item, "id") for item in every(document, "bookmarkEnd")]


def test_an_anchor_taken_twice_is_refused() -> None:
    twice = (b.Para.of("甲", anchor="qinghe-2030/1-1"), b.Para.of("乙", anchor="qinghe-2030/1/1"))
    with pytest.raises(ValueError, match="qinghe"):
        write_docx(b.Document(title="重名", blocks=twice))


def test_table_head_merges_and_repeats(notice: dict[str, ET.Element]) -> None:
    table = next(item for item in every(notice["word/document.xml"], "tbl") if "地区" in text_of(item))
    rows = every(table, "tr")
    assert [bool(every(row, "tblHeader")) for row in rows] == [True, True, False, False, False]
    assert all(every(row, "cantSplit") for row in rows)
    assert [value(item) for item in every(rows[0], "gridSpan")] == ["3", "3"]
    assert [value(item) for row in rows for item in every(row, "vMerge")] == ["restart", None]
    widths = [int(value(item, "w") or 0) for item in every(table, "gridCol")]
    assert (len(widths), sum(widths)) == (7, 12756)
    for row in rows:
        assert sum(int(value(item, "w") or 0) for item in every(row, "tcW")) == 12756


def test_text_keeps_its_blanks_and_loses_what_xml_forbids() -> None:
    data = write_docx(b.Document(title="字符 <&>", blocks=(b.Para.of(" 甲\x0b<乙>&\t丙\n丁 "),)))
    paragraph = first(parts(data)["word/document.xml"], "p")
    assert text_of(paragraph) == " 甲<乙>&丙丁 "
    assert (len(every(paragraph, "tab")), len(every(paragraph, "br"))) == (1, 1)
    assert docx.Document(io.BytesIO(data)).core_properties.title == "字符 <&>"


def test_another_library_opens_it() -> None:
    document = docx.Document(io.BytesIO(write_docx(papers.notice())))
    assert [section.orientation for section in document.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.PORTRAIT,
    ]
    texts = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert texts["一、工作目标"] == "Heading 1"
    assert texts["各镇人民政府，县各有关单位："] == "主送机关"
    assert document.sections[0].header.paragraphs[0].text == papers.BANNER
    assert (document.core_properties.title, document.core_properties.author) == ("样稿", "责任库")
    assert len(document.tables) == 2


def test_properties_say_what_the_paper_is_and_name_no_machine() -> None:
    core = docx.Document(io.BytesIO(write_docx(papers.letter(paragraphs=1)))).core_properties
    assert (core.title, core.subject, core.keywords) == ("关于报送进度的函", "催报", "消防；仓储")
    assert (core.author, core.last_modified_by) == ("", "")


def test_headings_and_titles_make_the_outline(notice: dict[str, ET.Element]) -> None:
    levels = {
        value(item, "styleId"): value(level)
        for item in every(notice["word/styles.xml"], "style")
        for level in every(item, "outlineLvl")
    }
    headings = {f"Heading{level}": str(level - 1) for level in range(1, 6)}
    assert levels == headings | {"PaperTitle": "0", "SheetTitle": "0", "AttachmentLabel": "0"}


def test_the_zip_carries_no_time_of_its_own() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(papers.notice()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert "dcterms" not in archive.read("docProps/core.xml").decode()


def test_same_bytes_whatever_the_surroundings(tmp_path: Path) -> None:
    """Another hash seed, time zone, locale and folder, and no program to be found, LibreOffice included."""
    code = (
        "import hashlib; from generators.word.writer import write_docx; from tests.generators.word import papers;"
        "print(hashlib.sha256(write_docx(papers.notice())).hexdigest())"
    )
    surroundings = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "TZ": "Pacific/Chatham", "LC_ALL": "C", "PATH": ""}
    keep = {key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=surroundings | keep, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == hashlib.sha256(write_docx(papers.notice())).hexdigest()
