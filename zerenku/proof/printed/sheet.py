"""A printed page as values: lines of text and drawn rules, in millimetres from the top left corner of the sheet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from zerenku.proof.figures import AREA_HEIGHT, AREA_WIDTH, BOTTOM, LEFT, PAGE_HEIGHT, SIZE_3, TOP
from zerenku.proof.paper import Paper
from zerenku.proof.values import is_red

FOOT: Final = PAGE_HEIGHT - BOTTOM
"""Where the type area of an upright sheet ends."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Text on one baseline with the box round its ink; `sideways` for text that runs down the sheet."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    colour: str
    sideways: bool = False

    @property
    def red(self) -> bool:
        """True for the red of a mark."""
        return is_red(self.colour)


@dataclass(frozen=True, slots=True)
class PrintedRule:
    """A horizontal rule."""

    left: float
    right: float
    top: float
    bottom: float
    colour: str

    @property
    def length(self) -> float:
        """Millimetres."""
        return self.right - self.left

    @property
    def red(self) -> bool:
        """True for the red of a 分隔线."""
        return is_red(self.colour)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page."""

    width: float
    height: float
    lines: tuple[PrintedLine, ...]
    rules: tuple[PrintedRule, ...]

    @property
    def turned(self) -> bool:
        """True for a sheet that lies on its side."""
        return self.width > self.height

    @property
    def area(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the type area."""
        if self.turned:
            return BOTTOM, LEFT, BOTTOM + AREA_HEIGHT, LEFT + AREA_WIDTH
        return LEFT, TOP, LEFT + AREA_WIDTH, TOP + AREA_HEIGHT

    @property
    def body(self) -> tuple[PrintedLine, ...]:
        """The lines whose baselines lie in the type area."""
        left, top, right, bottom = self.area
        inside = (line for line in self.lines if not line.sideways and top < line.baseline <= bottom + 1)
        return tuple(line for line in inside if line.right > left and line.left < right)

    @property
    def text_lines(self) -> tuple[PrintedLine, ...]:
        """The lines of the body in 三号."""
        return tuple(line for line in self.body if abs(line.size - SIZE_3) < 0.3)


@dataclass(frozen=True, slots=True)
class Printed:
    """A rendered paper: its sheets, the fonts in the PDF, the paper itself, and how many pages were reckoned."""

    sheets: tuple[Sheet, ...]
    fonts: tuple[str, ...]
    paper: Paper
    estimate: int | None = None

    @property
    def upright(self) -> tuple[tuple[int, Sheet], ...]:
        """The upright sheets with their page numbers."""
        return tuple((number, sheet) for number, sheet in enumerate(self.sheets, 1) if not sheet.turned)


def most_common(values: list[int]) -> int:
    """The most frequent value, the larger of two."""
    return max(Counter(values).items(), key=lambda item: (item[1], item[0]))[0]
