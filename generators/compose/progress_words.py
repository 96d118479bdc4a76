"""How figures, districts and months of returns are said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from generators.compose.frame import BLANK_WORD
from generators.compose.title import LINE
from zerenku.catalogue import wording
from zerenku.model.plan import Plan
from zerenku.returns.book import Counting, ReturnBook
from zerenku.returns.columns import Leaf
from zerenku.returns.forms import campaign_of

SAMPLE_DATA: Final = "示例数据，地区和数字均为虚构"
MOST_NAMED: Final = 6
DATED_LINE: Final = LINE - 2  # digits of some fonts are wider than half a character


def number(value: Decimal) -> str:
    """12, 1.5; no exponent, no closing zeros."""
    return f"{value.normalize():f}" if value else "0"


def figure(leaf: Leaf, value: Decimal | None, *, name: str = "") -> str:
    """检查单位12家次; a blank to fill in for a figure that nobody gave."""
    written = BLANK_WORD if value is None else number(value)
    return f"{name or leaf.name}{written}{leaf.unit}" if leaf.unit else f"{name or leaf.name}为{written}"


def listed(names: Sequence[str], *, key: str, most: int = MOST_NAMED) -> str:
    """甲镇、乙镇和丙镇; 甲镇、…等9个地区 where there are more than can be named."""
    if len(names) > most:
        return f"{'、'.join(names[:most])}等{len(names)}个{key}"
    return "和".join(part for part in ("、".join(names[:-1]), names[-1] if names else "") if part)


def quoted(names: Sequence[str]) -> str:
    """“甲”“乙”: marks side by side need no comma (GB/T 15834)."""
    return "".join(f"“{name}”" for name in names)


def column_name(leaf: Leaf, leaves: Sequence[Leaf]) -> str:
    """The column's own name; with its group where two columns bear one name."""
    return leaf.name if [item.name for item in leaves].count(leaf.name) == 1 else leaf.path


def with_figures(rows: Sequence[tuple[str, Decimal]], unit: str) -> str:
    """甲镇（96.4%）、乙镇（95%）."""
    return "、".join(f"{name}（{number(value)}{unit}）" for name, value in rows)


def month_of(month: str) -> str:
    """11月."""
    return f"{int(month[5:7])}月"


def day_of(day: date, *, year: int) -> str:
    """11月15日, with the year where it is another."""
    text = wording.date_text(day)
    return text.partition("年")[2] if day.year == year else text


def counting_words(book: ReturnBook) -> str:
    """What the figures count: 1月起的累计数, 当月数."""
    if book.counting is Counting.MONTHLY:
        return "当月数"
    months = [book.plan.period[0][:7]] if book.plan.period else list(book.months[:1])
    return f"{wording.month_text(months[0])}起的累计数" if months else "累计数"


def campaign(plan: Plan, *, without: Sequence[str] = ()) -> str:
    """What the plan is about; without the name of its own place where another place's name goes before it."""
    text = campaign_of(plan.title)
    return next((text.removeprefix(name) for name in without if name and text.startswith(name)), text)
