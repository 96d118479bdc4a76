"""Measures of GB/T 9704-2012 in the units of WordprocessingML: twips (1/1440 inch), half points, eighths of a point.

28 characters and 22 lines fill a type area of 156 × 225 mm: the line pitch is 12756 / 22 rounded down, and each
character gives up half a point, for at 16 points only 27 fit. LibreOffice gives 14 characters a line on a
`linesAndChars` grid, so the grid is one of lines only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

TWIPS_PER_MM: Final = 1440 / 25.4
TWIPS_PER_POINT: Final = 20
EMU_PER_TWIP: Final = 635

PAGE_WIDTH: Final = 11906
PAGE_HEIGHT: Final = 16838
TOP: Final = 2098
LEFT: Final = 1587
RIGHT: Final = 1474
BOTTOM: Final = 1984
AREA_WIDTH: Final = PAGE_WIDTH - LEFT - RIGHT
AREA_HEIGHT: Final = PAGE_HEIGHT - TOP - BOTTOM
HEADER: Final = 851
FOOTER: Final = 1400
FOOTER_LINE: Final = 400
# With the line these fill the room up to the type area: LibreOffice else lowers the 版记 by it on a page of its own.
FOOTER_BEFORE: Final = BOTTOM - FOOTER - FOOTER_LINE

LINE: Final = 579
TITLE_LINE: Final = 640
LINES: Final = 22
CHARACTERS: Final = 28
CONDENSE: Final = -9
SIZE_3: Final = 32  # 三号, 16 pt, in half points
SIZE_4: Final = 28  # 四号, 14 pt
SIZE_2: Final = 44  # 二号, 22 pt
SIZE_SMALL_4: Final = 24  # 小四, 12 pt
SIZE_5: Final = 21  # 五号, 10.5 pt
PITCH: Final = SIZE_3 * 10 + CONDENSE
TWO_IN: Final = 2 * PITCH

IMPRINT_LINE: Final = 500
CELL_LINE: Final = 300
SMALL_LINE: Final = 400  # of 小四 text under the title of a sheet
SMALL_AFTER: Final = 60
SEAL_REACH: Final = 2  # lines over the date that a seal of 42 mm centred on it covers
SLIVER: Final = 20  # the smallest line that Word allows
MARK_TOP: Final = 1984  # 35 mm from the top of the type area to the top of the mark
ORDER_TOP: Final = 1134  # 20 mm, the same of a 令
MARK_MOST: Final = 46  # a larger mark would outgrow the 22 × 15 mm that offices are used to
INK: Final = 0.81  # of its size a character reaches above the baseline: 0.78 in some 宋体, 0.84 in others

BANNER_LINE: Final = 300
RED_RULE_DROP: Final = 6 * TWIPS_PER_POINT  # from the line of the number to the red rule, 4 mm from its ink
RED_RULE: Final = 30  # 0.53 mm; the standard gives no thickness
LETTER_TOP: Final = 1701  # 30 mm from the edge of the page to the top of a letter's mark
LETTER_FOOT: Final = 1134  # 20 mm from the lower double rule to the edge of the page
LETTER_OUT: Final = -397  # the double rules reach 7 mm beyond the type area on both sides: 170 mm
LETTER_RULE: Final = 90  # a double rule with its gap
LETTER_AIR: Final = 80  # with what a line has over its characters: 7/8 of a character from the rule to the number

FANGSONG: Final = "仿宋_GB2312"
KAITI: Final = "楷体_GB2312"
HEITI: Final = "黑体"
XIAOBIAOSONG: Final = "方正小标宋简体"
SONGTI: Final = "宋体"
RED: Final = "FF0000"


@dataclass(frozen=True, slots=True)
class Face:
    """A font with the names it goes by elsewhere; Word takes the first installed one. PANOSE as Windows lists it."""

    name: str
    others: str
    panose: str


FACES: Final = (
    Face(FANGSONG, "仿宋,FangSong,方正仿宋_GBK,STFangsong", "02010609060101010101"),
    Face(KAITI, "楷体,KaiTi,方正楷体_GBK,STKaiti", "02010609060101010101"),
    Face(HEITI, "SimHei,方正黑体_GBK", "02010609060101010101"),
    Face(XIAOBIAOSONG, "方正小标宋_GBK,FZXiaoBiaoSong-B05S,宋体", "02010601030101010101"),
    Face(SONGTI, "SimSun,方正书宋_GBK", "02010600030101010101"),
)


def mark_size(characters: int, *, width: int = AREA_WIDTH) -> int:
    """Points of a 发文机关标志 of that many characters: as large as one line of `width` twips allows."""
    return min(MARK_MOST, width // TWIPS_PER_POINT // characters)


def mark_line(size: int) -> int:
    """Exact line height of the mark in twips, a quarter more than its size in points."""
    return size * 25


def mark_before(size: int, *, top: int = MARK_TOP) -> int:
    """Space before the mark that puts the top of its characters `top` twips under where its paragraph begins.

    On an exact line the baseline lies four fifths down, and a character's ink reaches `INK` of its size above that.
    """
    return max(0, top - round(0.8 * mark_line(size) - INK * TWIPS_PER_POINT * size))


def letter_drop(size: int) -> int:
    """Space over the upper double rule of a letter that puts it 4 mm under the ink of a mark of that size."""
    return round(4 * TWIPS_PER_MM - 0.155 * TWIPS_PER_POINT * size)


def letter_body_top(size: int) -> int:
    """Where the text of a letter begins under the head of its first page, from the edge of the page."""
    over = HEADER + BANNER_LINE
    mark = mark_before(size, top=LETTER_TOP - over) + mark_line(size)
    return over + mark + letter_drop(size) + LETTER_RULE + LETTER_AIR


def text_width(text: str) -> int:
    """Width of a line of 三号 text in twips: ASCII takes half a character."""
    return sum((SIZE_3 * 5 if char.isascii() else SIZE_3 * 10) + CONDENSE for char in text)
