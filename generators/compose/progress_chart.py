"""One picture of the returns: how the districts stand, or how one of them went on from month to month."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from generators.blocks import Chart
from generators.compose.progress_story import Story
from generators.compose.progress_words import month_of
from zerenku.returns.standing import By, Ranking, rankings, rankings_to_date, telling_leaves
from zerenku.returns.totals import growth_of

MOST_BARS: Final = 12
FEWEST_BARS: Final = 2
Bars = tuple[tuple[str, Decimal], ...]


def chart_of(story: Story, *, final: bool) -> Chart | None:
    """The districts by the first measure that tells anything, or the months of the one district that tells of itself.

    `final` goes by figures to date instead of growth. None where there is nothing to compare.
    """
    if story.district:
        return _months(story)
    found = rankings_to_date(story.book, story.month) if final else rankings(story.book, story.month)
    charts = (_districts(story, ranking) for ranking in found if any(value for _, value in ranking.rows))
    return next((chart for chart in charts if chart), None)


def _districts(story: Story, ranking: Ranking) -> Chart | None:
    leaf = ranking.leaf
    what = {
        By.CURE_RATE: "隐患整改率（%）",
        By.GROWTH: f"本月新增{leaf.name}（{leaf.unit}）",
        By.TOTAL: f"累计{leaf.name}（{leaf.unit}）",
    }[ranking.by]
    half = MOST_BARS // 2
    if len(ranking.rows) <= MOST_BARS:
        return _chart(f"各{story.key}{what}", ranking.rows)
    return _chart(f"{what}前{half}名和后{half}名", (*ranking.rows[:half], *ranking.rows[-half:]))


def _months(story: Story) -> Chart | None:
    """By the acts of the last group of columns. A month corrected downwards has no bar."""
    leaves = telling_leaves(story.book)
    if not leaves:
        return None
    leaf = leaves[-1]
    months = (month for month in story.book.months if month <= story.month)
    amounts = ((month_of(month), growth_of(story.book, month, leaf)) for month in months)
    bars = tuple((name, amount) for name, amount in amounts if amount is not None and amount >= 0)
    return _chart(f"{story.district}各月新增{leaf.name}（{leaf.unit}）", bars[-MOST_BARS:])


def _chart(title: str, bars: Bars) -> Chart | None:
    return Chart(title, bars) if len(bars) >= FEWEST_BARS else None
