"""The figures of GB/T 9704-2012 that a paper is measured against, and what its fonts are called.

Lengths of the standard are millimetres and points, those of Word twips (1/1440 inch).
"""

from __future__ import annotations

from typing import Final

TWIPS_PER_MM: Final = 1440 / 25.4
TWIPS_PER_POINT: Final = 20

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
TOP, LEFT, RIGHT, BOTTOM = 37.0, 28.0, 26.0, 35.0
AREA_WIDTH, AREA_HEIGHT = 156.0, 225.0
LINES, CHARACTERS = 22, 28
AREA_WIDTH_TWIPS: Final = 8845
AREA_HEIGHT_TWIPS: Final = 12756
LINE: Final = 579
"""Twips from line to line when 22 of them fill the type area."""

SIZE_2, SIZE_3, SIZE_4 = 22.0, 16.0, 14.0
MARK_TOP, ORDER_TOP, LETTER_TOP = 35.0, 20.0, 30.0
RED_RULE_GAP, NUMBER_DROP = 4.0, 7.0
LETTER_RULE_WIDTH, LETTER_FOOT = 170.0, 20.0

FANGSONG, KAITI, HEITI, XIAOBIAOSONG, SONGTI = "仿宋", "楷体", "黑体", "小标宋", "宋体"
_NAMES: Final = {
    FANGSONG: "仿宋 仿宋_gb2312 fangsong fangsong_gb2312 stfangsong 华文仿宋 方正仿宋_gbk 方正仿宋简体",
    KAITI: "楷体 楷体_gb2312 kaiti kaiti_gb2312 stkaiti 华文楷体 方正楷体_gbk 方正楷体简体 方正楷体_gb2312",
    HEITI: "黑体 simhei stheiti 华文黑体 方正黑体_gbk 方正黑体简体 方正黑体_gb2312",
    XIAOBIAOSONG: "方正小标宋简体 方正小标宋_gbk 方正小标宋_gb2312 fzxiaobiaosong-b05s 小标宋 小标宋体",
    SONGTI: "宋体 simsun nsimsun 新宋体 stsong 华文宋体 方正书宋_gbk 方正书宋简体 方正书宋_gb2312",
}
FAMILIES: Final = {name: family for family, names in _NAMES.items() for name in names.split()}


def family(font: str) -> str:
    """仿宋, 楷体, 黑体, 小标宋 or 宋体 for any of the names a font goes by; the name itself for every other font."""
    return FAMILIES.get(font.strip().lower(), font)


def mm(twips: float) -> float:
    """Twips to millimetres."""
    return twips / TWIPS_PER_MM


def shown_mm(millimetres: float) -> str:
    """`35.0 毫米`."""
    return f"{millimetres:.1f} 毫米"


def shown_font(font: str) -> str:
    """The name of a font, or that none is named."""
    return font or "未写明"


def shown_colour(colour: str) -> str:
    """RRGGBB, or black for an empty one."""
    return colour or "黑色"


def shown_points(points: float) -> str:
    """`16 磅`, `10.5 磅`."""
    return f"{points:g} 磅"
