"""Bars of a chart as places and heights: the page draws them, the figures stand in a table beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Final

HEIGHT: Final = 160
"""Pixels from the axis to the top."""
GAP: Final = Decimal("0.25")
"""Of the room of one label, left free between its bars and the next."""
STEPS: Final = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from `x`, `width` wide (per cent), `y` from the top and `height` high (pixels); `text` is its figure."""

    x: float
    width: float
    y: float
    height: float
    series: int
    text: str


@dataclass(frozen=True, slots=True)
class Label:
    """A word under the axis, and where its middle is (per cent)."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars over labels; `ticks` are (pixels from the top, figure)."""

    title: str
    unit: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    ticks: tuple[tuple[float, str], ...]
    height: int = HEIGHT


def chart(
    title: str,
    unit: str,
    labels: Sequence[str],
    series: Sequence[tuple[str, Sequence[Decimal | None]]],
) -> Chart:
    """Bars side by side for every label; a figure that is missing has no bar."""
    top = _round_top(max((value for _, values in series for value in values if value is not None), default=Decimal(0)))
    room = Decimal(100) / max(len(labels), 1)
    width = room * (1 - GAP) / max(len(series), 1)
    bars = []
    for number, (_, values) in enumerate(series):
        for place, value in enumerate(values):
            if value is not None:
                height = value / top * HEIGHT
                x = room * place + room * GAP / 2 + width * number
                bars.append(
                    Bar(_float(x), _float(width), _float(HEIGHT - height), _float(height), number, plain(value))
                )
    named = tuple(Label(_float(room * place + room / 2), text) for place, text in enumerate(labels))
    ticks = tuple((_float(HEIGHT - HEIGHT * part / 2), plain(top * part / 2)) for part in map(Decimal, (0, 1, 2)))
    return Chart(title, unit, tuple(name for name, _ in series), tuple(bars), named, ticks)


def plain(value: Decimal) -> str:
    """1200 → 1200, 3.50 → 3.5, 1E+3 → 1000."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _round_top(value: Decimal) -> Decimal:
    """The next of 1, 2, 5, 10, 20, 50 … that is not less; 1 for nothing."""
    if value <= 0:
        return Decimal(1)
    power = Decimal(10) ** (value.to_integral_value(ROUND_CEILING).adjusted())
    return next(step * power for step in STEPS if step * power >= value)


def _float(value: Decimal) -> float:
    return float(round(value, 2))
