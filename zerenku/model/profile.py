"""A layout profile: how one issuer's papers look where the standard leaves room, or habit and fonts at hand decide."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from zerenku.model.fields import record, says
from zerenku.model.place import NOWHERE, Span


class FangsongFont(StrEnum):
    """Names under which offices have 仿宋 installed."""

    GB2312 = "仿宋_GB2312"
    WINDOWS = "仿宋"
    FOUNDER_GBK = "方正仿宋_GBK"
    FOUNDER = "方正仿宋简体"
    MAC = "华文仿宋"


class KaitiFont(StrEnum):
    """The same for 楷体."""

    GB2312 = "楷体_GB2312"
    WINDOWS = "楷体"
    FOUNDER_GBK = "方正楷体_GBK"
    FOUNDER = "方正楷体简体"
    MAC = "华文楷体"


class HeitiFont(StrEnum):
    """The same for 黑体."""

    WINDOWS = "黑体"
    FOUNDER_GBK = "方正黑体_GBK"
    FOUNDER = "方正黑体简体"
    MAC = "华文黑体"


class TitleFont(StrEnum):
    """The same for 小标宋, which no system brings along."""

    FOUNDER = "方正小标宋简体"
    FOUNDER_GBK = "方正小标宋_GBK"
    PLAIN = "小标宋体"


class SongtiFont(StrEnum):
    """The same for 宋体, of the page numbers."""

    WINDOWS = "宋体"
    FOUNDER_GBK = "方正书宋_GBK"
    MAC = "华文宋体"


class PageNumbers(StrEnum):
    """Where page numbers stand: at the outer edge, as the standard has it, or in the middle."""

    OUTER = "outer"
    CENTRE = "centre"


@record
class Fonts:
    """The fonts at hand; what is not named is that of the standard."""

    fangsong: FangsongFont = field(default=FangsongFont.GB2312, metadata=says("正文的仿宋"))
    kaiti: KaitiFont = field(default=KaitiFont.GB2312, metadata=says("二级标题的楷体"))
    heiti: HeitiFont = field(default=HeitiFont.WINDOWS, metadata=says("一级标题的黑体"))
    title: TitleFont = field(default=TitleFont.FOUNDER, metadata=says("标题和发文机关标志的小标宋"))
    songti: SongtiFont = field(default=SongtiFont.WINDOWS, metadata=says("页码的宋体"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class LayoutProfile:
    """The layout of one issuer's papers."""

    id: str = field(metadata=says("版式 id，与文件名相同"))
    place: str = field(metadata=says("地区 id"))
    issuer: str = field(metadata=says("用这个版式的发文机关，照署名写全称；联合行文时是主办机关"))
    mark: str | None = field(default=None, metadata=says("发文机关标志，如“青禾县人民政府文件”；不写则用全称加“文件”"))
    fonts: Fonts = field(default=Fonts(), metadata=says("手头的字体，不写的按国家标准"))
    page_number: PageNumbers = field(
        default=PageNumbers.OUTER, metadata=says("页码的位置：outer 单页居右、双页居左（国家标准），centre 居中")
    )
    imprint: bool = field(default=True, metadata=says("要不要版记"))
    printed_by: str | None = field(default=None, metadata=says("印发机关，方案和来文没有写明时用"))
    cc: tuple[str, ...] = field(default=(), metadata=says("抄送机关，没有另外填写时用"))
    note: str | None = field(default=None, metadata=says("说明：依据什么"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)
