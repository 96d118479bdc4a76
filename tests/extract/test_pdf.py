"""PDF files: what LibreOffice prints comes back as it was written, and pages made by hand."""

from pathlib import Path

import pytest

from tests.extract.conversion import convert
from tests.extract.papers import PAGE, document, lists, lvl, p, run, tc, tr
from tests.extract.printed import Sheet, pdf
from tests.extract.reading import reason, rows, texts
from zerenku.extract import extract

INDENT = '<w:ind w:firstLine="640"/><w:jc w:val="both"/>'
CENTRED = '<w:jc w:val="center"/>'
WORDS = "各村安全网格员每周对辖区内小作坊和出租房开展巡查并登记台账，"
LONG = tuple(f"{number}．{WORDS * (number % 4 + 1)}发现第{number}类隐患当场整改。" for number in range(1, 25))
BIG = '<w:sz w:val="32"/>'
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def para(text: str, props: str = INDENT) -> str:
    return p(run(text, props=BIG), props=props)


def grid(*rows_of_cells: str) -> str:
    columns = '<w:gridCol w:w="2200"/>' * 4
    properties = f"<w:tblPr><w:tblBorders>{BORDERS}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{properties}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows_of_cells)}</w:tbl>"


def field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} ">{run("1")}</w:fldSimple>'


MARGINS = '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
SPAN, DOWN, MORE = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
PAPERS = {
    "indented": document(
        para("柳塘镇消防整治方案", CENTRED),
        *map(para, LONG),
        section=MARGINS,
        parts={
            "header1": p("柳塘镇人民政府文件"),
            "footer1": p("— ", field("PAGE"), " —", props='<w:jc w:val="center"/>'),
        },
    ),
    "hanging": document(
        *(p(run(text.split("．", 1)[1], props=BIG), num=1) for text in LONG),
        section=MARGINS,
        parts={
            "header1": p("消防整治方案"),
            "footer1": p("第", field("PAGE"), "页 共", field("NUMPAGES"), "页"),
            "numbering": lists(
                lvl(0, "%1．").replace("</w:lvl>", '<w:pPr><w:ind w:left="800" w:hanging="800"/></w:pPr></w:lvl>')
            ),
        },
    ),
    "spaced": document(*(para(text, '<w:spacing w:after="400"/><w:jc w:val="both"/>') for text in LONG)),
    "table": document(
        para("任务分工如下。"),
        grid(
            tr(tc("类别"), tc("重点任务"), tc("牵头单位"), tc("时限")),
            tr(tc("消防", props=DOWN), tc(WORDS), tc("派出所"), tc("六月底前")),
            tr(tc(p(""), props=MORE), tc("开展培训和演练"), tc("安办、派出所", props=SPAN)),
        ),
        para("以上任务按月报送。"),
    ),
    "two-sections": document(
        para("前一节。"),
        f"<w:p><w:pPr><w:sectPr>{PAGE}</w:sectPr></w:pPr></w:p>",
        grid(tr(tc("事项"), tc("单位")), tr(tc("后一节巡查"), tc("派出所"))),
        p(""),
    ),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    made = convert(PAPERS, "pdf", tmp_path_factory.mktemp("pdf"))
    return {name: [line.text for line in extract(path).lines] for name, path in made.items()}


def test_paragraphs_with_indents_come_back(printed: dict[str, list[str]]) -> None:
    assert printed["indented"] == ["柳塘镇消防整治方案", *LONG]


def test_hanging_paragraphs_come_back(printed: dict[str, list[str]]) -> None:
    assert [text.replace(" ", "") for text in printed["hanging"]] == list(LONG)


def test_paragraphs_with_gaps_only_come_back(printed: dict[str, list[str]]) -> None:
    assert printed["spaced"] == list(LONG)


def test_ruled_table_comes_back_in_rows(printed: dict[str, list[str]]) -> None:
    assert printed["table"] == [
        "任务分工如下。",
        "类别\t重点任务\t牵头单位\t时限",
        f"消防\t{WORDS}\t派出所\t六月底前",
        "\t开展培训和演练\t安办、派出所",
        "以上任务按月报送。",
    ]


def test_sections_follow_one_another(printed: dict[str, list[str]]) -> None:
    assert printed["two-sections"] == ["前一节。", "事项\t单位", "后一节巡查\t派出所"]


# --------------------------------------------------------------------------------------------------------- made by hand


def sheet(*lines: str, number: str = "") -> Sheet:
    made = Sheet()
    for index, line in enumerate(lines):
        made.text(80, 700 - 20 * index, line)
    if number:
        made.text(290, 40, number)
    return made


def test_lines_are_joined_with_blanks_between_words() -> None:
    long = "the quick brown fox jumps over the lazy dog and runs"
    assert texts(pdf(sheet(long, long, "end.")), "x.pdf") == [f"{long} {long} end."]


@pytest.mark.parametrize("number", ["- {} -", "{}", "Page {} of 3", "{}/3"])
def test_page_numbers_are_dropped(number: str) -> None:
    pages = [sheet(f"line {page}", f"{page} 2031", number=number.format(page)) for page in (1, 2, 3)]
    assert texts(pdf(*pages), "x.pdf") == ["line 1", "1 2031", "line 2", "2 2031", "line 3", "3 2031"]


def test_running_heads_are_dropped_and_attachment_labels_stay() -> None:
    pages = [Sheet().text(80, 800, "Circular of Liutang").text(80, 700, f"text {word}") for word in ("a", "b", "c")]
    assert texts(pdf(*pages), "x.pdf") == ["text a", "text b", "text c"]
    assert texts(pdf(pages[0]), "x.pdf") == ["Circular of Liutang", "text a"]


@pytest.mark.parametrize(
    ("above", "head", "lines"),
    [
        (("1", "fit the", "Liutang"), ("", "doors.", ""), ["1\tfit the doors.\tLiutang"]),
        (("1", "done;", "Liutang"), ("", "next", ""), ["1\tdone;\tLiutang", "\tnext"]),
        (("1", "fit the", "Liutang"), ("2", "doors", ""), ["1\tfit the\tLiutang", "2\tdoors"]),
        (("1", "fit the", "Liutang"), ("", "doors", "Sangyuan"), ["1\tfit the\tLiutang", "\tdoors\tSangyuan"]),
    ],
)
def test_row_that_a_page_break_cuts_is_one_row(above: tuple[str, ...], head: tuple[str, ...], lines: list[str]) -> None:
    """The rest of a cell stands alone at the head of the next page, below no number of its own."""
    pages = [Sheet(), Sheet()]
    for page, cells in zip(pages, (above, head), strict=True):
        for column, words in enumerate(cells):
            page.frame(80 + 120 * column, 600, 120, 30).text(90 + 120 * column, 610, words)
    assert texts(pdf(*pages), "x.pdf") == lines


@pytest.mark.parametrize(("turned", "matrix"), [(0, "1 0 0 1"), (90, "0 1 -1 0"), (0, "0 1 -1 0"), (180, "-1 0 0 -1")])
def test_turned_pages_read_upright(turned: int, matrix: str) -> None:
    """Lines go on to the right, below in the page as it is held."""
    down = {"1 0 0 1": (0, -20), "0 1 -1 0": (20, 0), "-1 0 0 -1": (0, 20)}[matrix]
    made = Sheet(turned=turned)
    for index, line in enumerate(("one", "two")):
        made.text(300 + down[0] * index, 400 + down[1] * index, line, matrix=matrix)
    assert texts(pdf(made), "x.pdf") == ["one", "two"]


def test_slanted_watermark_is_no_text() -> None:
    made = sheet("one", "two").text(200, 300, "DRAFT", size=80, matrix="0.7 0.7 -0.7 0.7")
    assert texts(pdf(made), "x.pdf") == ["one", "two"]


def test_bold_by_printing_twice_is_read_once() -> None:
    assert texts(pdf(Sheet().text(80, 700, "bold").text(80.4, 700, "bold")), "x.pdf") == ["bold"]


def test_frames_make_a_table_too() -> None:
    made = sheet("before")
    for row, cells in enumerate((("a", "b"), ("c", "d"))):
        for column, word in enumerate(cells):
            made.frame(80 + 100 * column, 600 - 30 * row, 100, 30).text(90 + 100 * column, 610 - 30 * row, word)
    made.text(80, 500, "after")
    assert texts(pdf(made), "x.pdf") == ["before", "a\tb", "c\td", "after"]
    assert rows(pdf(made), "x.pdf") == ["a\tb", "c\td"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf(Sheet().picture()), "PDF 是扫描图像"),
        (pdf(sheet("one line of text"), Sheet().picture()), "第 2 页是扫描图像"),
        (pdf(Sheet()), "没有文字"),
        (pdf(sheet("x"), locked=True), "有密码"),
        (b"%PDF-1.4\n", "不完整"),
        (pdf(sheet("x"))[:150], "不完整"),
        (pdf(*[Sheet()] * 1001), "超过 1000 页"),
    ],
    ids=["scan", "scanned page", "blank", "locked", "head only", "cut", "too long"],
)
def test_refused(data: bytes, said: str) -> None:
    found = reason(data, "x.pdf")
    assert said in found
    assert "；请" in found


def test_junk_before_the_head_does_not_matter(tmp_path: Path) -> None:
    assert texts(b"junk\n" + pdf(sheet("one")), "x.bin") == ["one"]
