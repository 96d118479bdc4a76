"""A PDF → sheets: the ink box, size, font and colour of every character; the boxes of drawn rules.

The library (PDFium) is not safe for several threads at once.
"""

from __future__ import annotations

import ctypes
import math
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from zerenku.extract.refusal import Refusal
from zerenku.proof.printed.sheet import PrintedLine, PrintedRule, Sheet

MM: Final = 25.4 / 72
BROKEN: Final = "排出来的 PDF 读不了；请重试，或用 Word 打开确认文档完好"
SAME_LINE: Final = 0.6
"""Millimetres by which baselines of one line may differ."""
MAX_OBJECTS: Final = 50_000
LEAST: Final = 30.0
"""Millimetres of the shortest rule that counts."""
FONT_NAME: Final = 256


def read_sheets(pdf: bytes) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """All pages, and the names of the fonts in them without the marks of subsets. Refusal if it is no PDF."""
    fonts: set[str] = set()
    try:
        with closing(pypdfium2.PdfDocument(pdf)) as document:
            sheets = tuple(_sheet(document[index], fonts) for index in range(len(document)))
    except pypdfium2.PdfiumError as error:
        raise Refusal(BROKEN) from error
    return sheets, tuple(sorted(fonts))


def _sheet(page: pypdfium2.PdfPage, fonts: set[str]) -> Sheet:
    with closing(page):
        width, height = page.get_size()
        with closing(page.get_textpage()) as text:
            glyphs = list(_glyphs(text.raw, height, fonts))
        return Sheet(width * MM, height * MM, tuple(_lines(glyphs)), tuple(_rules(page.raw, height)))


def _glyphs(text: pdfium.FPDF_TEXTPAGE, height: float, fonts: set[str]) -> Iterator[PrintedLine]:
    """Every character as a line of its own."""
    x, y = ctypes.c_double(), ctypes.c_double()
    edges = [ctypes.c_double() for _ in range(4)]
    parts = [ctypes.c_uint() for _ in range(4)]
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code <= 0x20 or code in {0xA0, 0x3000, 0xFFFE, 0xFFFF} or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetCharBox(text, index, *edges)
        pdfium.FPDFText_GetFillColor(text, index, *parts)
        left, right, bottom, top = (edge.value for edge in edges)
        fonts.add(_font(text, index))
        yield PrintedLine(
            chr(code),
            left * MM,
            (height - top) * MM,
            right * MM,
            (height - bottom) * MM,
            (height - y.value) * MM,
            pdfium.FPDFText_GetFontSize(text, index),
            _colour(parts),
            abs(math.sin(pdfium.FPDFText_GetCharAngle(text, index))) > 0.5,
        )


def _font(text: pdfium.FPDF_TEXTPAGE, index: int) -> str:
    buffer, flags = ctypes.create_string_buffer(FONT_NAME), ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(text, index, buffer, FONT_NAME, flags)
    name = buffer.raw[: max(0, min(length, FONT_NAME) - 1)].decode("utf-8", "replace")
    return name.partition("+")[2] or name


def _colour(parts: list[ctypes.c_uint]) -> str:
    red, green, blue = (part.value for part in parts[:3])
    return "" if red == green == blue == 0 else f"{red:02X}{green:02X}{blue:02X}"


def _lines(glyphs: list[PrintedLine]) -> Iterator[PrintedLine]:
    """Glyphs of one baseline and direction, left to right; lines from top to bottom."""
    rows: defaultdict[tuple[bool, int], list[PrintedLine]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.sideways:
            rows[True, 0].append(glyph)
            continue
        near = next((key for key in _keys(glyph.baseline) if key in rows), (False, round(glyph.baseline / SAME_LINE)))
        rows[near].append(glyph)
    made = []
    for (sideways, _), row in rows.items():
        row.sort(key=lambda glyph: glyph.top if sideways else glyph.left)
        made.append(
            PrintedLine(
                text="".join(glyph.text for glyph in row),
                left=min(glyph.left for glyph in row),
                top=min(glyph.top for glyph in row),
                right=max(glyph.right for glyph in row),
                bottom=max(glyph.bottom for glyph in row),
                baseline=row[0].baseline,
                size=max(glyph.size for glyph in row),
                colour=row[0].colour,
                sideways=sideways,
            )
        )
    yield from sorted(made, key=lambda line: (line.baseline, line.left))


def _keys(baseline: float) -> tuple[tuple[bool, int], ...]:
    step = round(baseline / SAME_LINE)
    return (False, step), (False, step - 1), (False, step + 1)


def _rules(page: pdfium.FPDF_PAGE, height: float) -> Iterator[PrintedRule]:
    """Paths much wider than high; a rule drawn in pieces shows as pieces."""
    edges = [ctypes.c_float() for _ in range(4)]
    parts = [ctypes.c_uint() for _ in range(4)]
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, *edges):
            continue
        left, bottom, right, top = (edge.value * MM for edge in edges)
        if right - left < LEAST or top - bottom > 3:
            continue
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item, mode, stroked)
        read = pdfium.FPDFPageObj_GetStrokeColor if stroked.value else pdfium.FPDFPageObj_GetFillColor
        read(item, *parts)
        # PDFium adds a stroke's whole width on every side.
        width = (top - bottom) / 2 if stroked.value else 0.0
        sides = (left + width, right - width, height * MM - top + width / 2, height * MM - bottom - width / 2)
        yield PrintedRule(*sides, _colour(parts))
