"""The columns of a form that are filled, and what may stand in each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from zerenku.model.plan import Column, Form


class Measure(StrEnum):
    """What stands in a column, by its unit and its name."""

    COUNT = "count"
    AMOUNT = "amount"
    RATE = "rate"
    DATE = "date"
    TEXT = "text"


COUNT_UNITS: Final = frozenset(
    "家 家次 户 户次 个 个次 人 人次 名 次 场 场次 期 班 项 条 件 起 宗 例 处 "
    "份 篇 张 块 套 台 辆 艘 座 所 支 组 批 本".split()
)
RATE_WORDS: Final = re.compile(r"(率|比例|占比|百分比)$")
DATE_WORDS: Final = re.compile(r"(日期|时间|时限)$")
TEXT_WORDS: Final = re.compile(
    r"(备注|说明|情况|名称|名单|联系人|负责人|填报人|审核人|姓名|电话|地址|原因|措施|进展|问题|单位名)$"
)
FOUND: Final = re.compile(r"隐患|问题")
CURED: Final = re.compile(r"^(其中)?(已|完成)?整改(完成|到位|完毕|销号|数|隐患)*$")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A column to fill. `path` is 上级/下级, `group` the 上级 alone (empty for none)."""

    path: str
    name: str
    group: str
    unit: str
    measure: Measure

    @property
    def numeric(self) -> bool:
        """A figure of any kind."""
        return self.measure in {Measure.COUNT, Measure.AMOUNT, Measure.RATE}

    @property
    def summable(self) -> bool:
        """Whether the figures of districts and months may be added up; rates may not."""
        return self.measure in {Measure.COUNT, Measure.AMOUNT}


def leaves_of(form: Form) -> tuple[Leaf, ...]:
    """The columns to fill, left to right, without the first that names the district."""
    return tuple(leaf for column in form.columns for leaf in _leaves(column, ()))


def head_depth(form: Form) -> int:
    """Rows that the head of the form takes."""
    return max((_depth(column) for column in form.columns), default=1)


def node_names(form: Form) -> Iterator[str]:
    """Every name in the head, groups included, ready to compare."""
    return (plain(name) for column in form.columns for name in _names(column))


def cure_pairs(leaves: tuple[Leaf, ...]) -> tuple[tuple[Leaf, Leaf], ...]:
    """(隐患 found, 已整改) where the one stands right before the other, in one group and one unit."""
    return tuple(
        (found, cured)
        for found, cured in pairwise(leaves)
        if found.group == cured.group
        and found.unit == cured.unit
        and FOUND.search(found.name)
        and CURED.match(cured.name)
    )


def plain(text: str) -> str:
    """A head cell ready to compare: half-width brackets, no blanks, no line breaks."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _leaves(column: Column, above: tuple[str, ...]) -> Iterator[Leaf]:
    if column.columns:
        for child in column.columns:
            yield from _leaves(child, (*above, column.name))
        return
    unit = column.unit or ""
    path = "/".join((*above, column.name))
    yield Leaf(path, column.name, "/".join(above), unit, _measure(column.name, plain(unit)))


def _measure(name: str, unit: str) -> Measure:
    """A unit decides before the name does; a column without either is any number."""
    if unit in {"%", "‰"} or RATE_WORDS.search(name):
        return Measure.RATE
    if unit in COUNT_UNITS:
        return Measure.COUNT
    if unit:
        return Measure.AMOUNT
    if DATE_WORDS.search(name):
        return Measure.DATE
    return Measure.TEXT if TEXT_WORDS.search(name) else Measure.AMOUNT


def _depth(column: Column) -> int:
    return 1 + max((_depth(child) for child in column.columns), default=0)


def _names(column: Column) -> Iterator[str]:
    yield column.name
    for child in column.columns:
        yield from _names(child)
