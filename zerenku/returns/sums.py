"""Total rows of a returned table, checked against the rows over them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

SUM: Final = re.compile(r"^(共计|总数)[:：]?$|^.{0,12}(合计|总计|小计)[:：]?$")
RUNNING: Final = re.compile(r"^.{0,4}累计[:：]?$")
Figures = Mapping[int, Decimal | None]


def is_sum(text: str) -> bool:
    """A 合计, 总计 or 小计 row."""
    return bool(SUM.match(re.sub(r"\s", "", text)))


def is_running(text: str) -> bool:
    """A 累计 row under a table of one month: it sums what is not in the table."""
    return bool(RUNNING.match(re.sub(r"\s", "", text)))


@dataclass(slots=True)
class Sums:
    """The rows so far: since the last 小计, and in all."""

    part: list[Figures] = field(default_factory=list)
    whole: list[Figures] = field(default_factory=list)

    def add(self, values: Figures) -> None:
        """A district's row."""
        self.part.append(values)
        self.whole.append(values)

    def compare(self, name: str, values: Figures) -> Iterator[tuple[int, str, str]]:
        """Column, text and advice for every figure of a total row that does not add up.

        A column is left alone where the total is blank or some figure over it could not be read.
        """
        short = "小计" in name
        rows = self.part if short else self.whole
        for at, written in values.items():
            if written is None or any(at not in row for row in rows):
                continue
            own = sum((row[at] or Decimal(0) for row in rows), Decimal(0))
            if own != written:
                yield at, f"{name}行写的是 {written}，各行相加是 {own}", "请核对各行和合计"
        if short:
            self.part.clear()
