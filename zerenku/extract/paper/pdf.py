"""PDF files with a text layer: glyphs of each page → printed lines and tables → paragraphs.

The library (PDFium) is not safe for several threads at once.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from zerenku.extract.paper.glyphs import Glyph, lines_of
from zerenku.extract.paper.margins import without_margins
from zerenku.extract.paper.paragraphs import Page, paragraphs
from zerenku.extract.paper.rulings import Rule, tables
from zerenku.extract.refusal import Refusal
from zerenku.model.outline import LineKind

MAX_PAGES: Final = 1_000
MAX_GLYPHS: Final = 1_000_000
QUARTER: Final = math.pi / 2
BROKEN: Final = "PDF 不完整或已损坏；请重新取一份，或用阅读器打开后另存"
LOCKED: Final = "PDF 有密码；请用阅读器打开，去掉密码后另存"
SCAN: Final = "{pages}是扫描图像，没有文字；请先用文字识别（OCR）软件转成 Word 或文本"
GARBLED: Final = "PDF 的字体没有文字编码，读出来是乱码；请用 Word 原稿，或用文字识别（OCR）软件转换"


def read_pdf(data: bytes) -> list[tuple[str, LineKind]]:
    """All paragraphs and table rows of a PDF given as bytes; Refusal if it is locked, broken, scanned or garbled."""
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            if len(document) > MAX_PAGES:
                raise Refusal(f"PDF 有 {len(document)} 页，超过 {MAX_PAGES} 页；请拆成几份")
            pages = list(_pages(document))
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        raise Refusal(LOCKED if locked else BROKEN) from error
    found = paragraphs(without_margins(pages))
    if not any(text.strip() for text, _ in found):
        raise Refusal(SCAN.format(pages="PDF "))
    return found


def _pages(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    left, scanned, odd, total = MAX_GLYPHS, [], 0, 0
    for index in range(len(document)):
        with closing(document[index]) as page:
            with closing(page.get_textpage()) as text:
                glyphs, turn = _glyphs(text.raw, left)
            left -= len(glyphs)
            if left <= 0:
                raise Refusal("PDF 的文字多得不正常；请拆成几份")
            rules, pictured = _rules(page.raw, page.get_size())
            if pictured and len(glyphs) < 10:
                scanned.append(index + 1)
        total += len(glyphs)
        odd += sum(glyph.text == "\ufffd" or "\ue000" <= glyph.text <= "\uf8ff" for glyph in glyphs)
        inside, grids = tables(glyphs, [_turned_rule(rule, turn) for rule in rules])
        yield Page(lines_of(glyph for position, glyph in enumerate(glyphs) if position not in inside), grids)
    if scanned:
        whole = len(scanned) == len(document)
        raise Refusal(SCAN.format(pages="PDF " if whole else f"第 {'、'.join(map(str, scanned[:10]))} 页"))
    if odd > 0.2 * total:
        raise Refusal(GARBLED)


def _glyphs(text: pdfium.FPDF_TEXTPAGE, limit: int) -> tuple[list[Glyph], int]:
    """The printed characters, blanks left out, upright; and by how many quarters they were turned (anticlockwise).

    Text at another angle than most of the page is a watermark.
    """
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    found: list[tuple[int, tuple[str, float, float, float, float, float, float]]] = []
    for index in range(min(pdfium.FPDFText_CountChars(text), limit)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code <= 0x20 or code in {0xA0, 0x3000, 0xFFFE, 0xFFFF} or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            continue
        angle = pdfium.FPDFText_GetCharAngle(text, index) / QUARTER
        if abs(angle - round(angle)) > 0.05:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        corners = (x.value, y.value, box.left, box.bottom, box.right, box.top)
        found.append((-round(angle) % 4, (chr(code), *corners)))  # PDFium counts clockwise
    if not found:
        return [], 0
    turn = Counter(quarters for quarters, _ in found).most_common(1)[0][0]
    return [_upright(glyph, turn) for quarters, glyph in found if quarters == turn], turn


def _upright(glyph: tuple[str, float, float, float, float, float, float], turn: int) -> Glyph:
    text, x, y, left, bottom, right, top = glyph
    if turn:
        (_, y), (left, bottom), (right, top) = (
            _turned(x, y, turn),
            _turned(left, bottom, turn),
            _turned(right, top, turn),
        )
    # The em box, not the nominal font size: writers scale a font of size 1 by the matrix.
    return Glyph(text, min(left, right), max(left, right), y, max(abs(top - bottom), 1.0))


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """Turned back clockwise by so many quarters."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def _turned_rule(rule: Rule, turn: int) -> Rule:
    (left, bottom), (right, top) = _turned(rule.left, rule.bottom, turn), _turned(rule.right, rule.top, turn)
    return Rule(min(left, right), min(bottom, top), max(left, right), max(bottom, top))


def _rules(page: pdfium.FPDF_PAGE, size: tuple[float, float]) -> tuple[list[Rule], bool]:
    """Boxes of the drawn paths, and whether a picture covers most of the page."""
    found: list[Rule] = []
    pictured = False
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(min(pdfium.FPDFPage_CountObjects(page), 50_000)):
        item = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind not in {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM}:
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, *edges):
            continue
        box = Rule(*(edge.value for edge in edges))
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            found.append(box)
        elif (box.right - box.left) * (box.top - box.bottom) > 0.4 * size[0] * size[1]:
            pictured = True
    return found, pictured
