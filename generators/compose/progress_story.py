"""What the returns tell about a month, sentence by sentence, with what each is worth when room is short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Final

from generators.compose.fitting import Sentence
from generators.compose.progress_words import (
    counting_words,
    figure,
    listed,
    month_of,
    number,
    quoted,
    with_figures,
)
from zerenku.returns.book import ReturnBook, previous_month
from zerenku.returns.columns import FOUND, Leaf
from zerenku.returns.punctuality import missing
from zerenku.returns.standing import By, Ranking, telling_leaves
from zerenku.returns.totals import Total, cure_rate, pairs_of, totals, uncured

FOUND_ANY: Final = "发现隐患"
BRACKETS: Final = re.compile(r"（[^（）]*）")


@dataclass(frozen=True, slots=True)
class Story:
    """The returns of one month as told on one day; `district` names the one that tells of itself only.

    `latest` says that the month is the last returned: then later ones that are overdue belong to the tale.
    """

    book: ReturnBook
    month: str
    as_of: date
    district: str = ""
    latest: bool = False

    @property
    def key(self) -> str:
        """What the form calls a district."""
        return self.book.form.row_key

    @property
    def absent(self) -> tuple[str, ...]:
        """Districts without a return for the month."""
        return missing(self.book, self.month)

    @property
    def present(self) -> tuple[str, ...]:
        """Districts with one."""
        return tuple(item.district for item in self.book.of_month(self.month))

    @property
    def year(self) -> int:
        """The year of the month."""
        return int(self.month[:4])


def coverage(story: Story, part: str) -> Iterator[Sentence]:
    """Who returned, and what the figures count."""
    counted = f"以下为{counting_words(story.book)}"
    if story.district or not story.book.returns:
        yield Sentence.of(part, (70, f"{counted}。"))
        return
    total, came = len(story.book.districts), len(story.present)
    if not story.absent:
        came_in = f"{total}个{story.key}均已报送" if total > 1 else f"{story.present[0]}已报送"
        yield Sentence.of(part, (92, f"{came_in}{month_of(story.month)}数据，{counted}。"), (91, f"{counted}。"))
        return
    names = listed(story.absent, key=story.key)
    if not came:
        nobody = f"{total}个{story.key}均未报送" if total > 1 else f"{story.absent[0]}未报送"
        yield Sentence.of(part, (98, f"{nobody}{month_of(story.month)}数据，各数待补。"))
        return
    text = f"{total}个{story.key}中有{came}个报送{month_of(story.month)}数据，{names}未报，未计入以下各数。"
    yield Sentence.of(part, (98, text))
    yield Sentence.of(part, (90, f"{counted}。"))


def sums(story: Story, part: str) -> Iterator[Sentence]:
    """The totals, a sentence for each group of columns."""
    found = totals(story.book, story.month)
    for group, members in groupby(found, key=lambda item: item.leaf.group):
        held = list(members)
        shown = [item for item in held if item.to_date is None or item.to_date > 0]
        short = [item for item in shown if principal(story.book, item.leaf)]
        head, brief = (f"{group}，", f"{BRACKETS.sub('', group)}，") if group else ("", "")
        zero = [item.leaf.name for item in held if item.to_date == 0]
        if not shown:
            yield Sentence.of(part, (60, f"{head or '以上'}各项均为零。"))
            continue
        yield Sentence.of(
            part,
            (54, f"{head}{_items(shown)}。"),
            (56, f"{brief}{_items(shown)}。"),
            (97, f"{brief}{_items(short or shown[:2])}。"),
        )
        if zero:
            yield Sentence.of(part, (12, f"{quoted(zero)}为零。"))


def news(story: Story, part: str) -> Iterator[Sentence]:
    """What the month added, and how that compares with the month before."""
    found = [item for item in totals(story.book, story.month) if item.new is not None]
    if not found or story.month == story.book.months[0]:
        return
    added = [item for item in found if item.new and item.new > 0]
    short = [item for item in added if principal(story.book, item.leaf)]
    if not added:
        yield Sentence.of(part, (80, "本月各项均无新增。"))
        return
    yield Sentence.of(part, (50, f"本月新增：{_grouped(added)}。"), (86, f"本月新增：{_grouped(short or added[:2])}。"))
    compared = [
        f"{item.leaf.name}{_difference(item.new - item.before, item.leaf)}"
        for item in added
        if item.leaf in telling_leaves(story.book) and item.before is not None and item.new is not None
    ]
    if compared:
        yield Sentence.of(part, (48, f"与上月的新增数相比，{'，'.join(compared)}。"))


def cures(story: Story, part: str) -> Iterator[Sentence]:
    """Shares of hazards cured and what is left."""
    for pair in pairs_of(story.book):
        rate = cure_rate(story.book, story.month, story.book.districts, pair)
        left = uncured(story.book, story.month, story.book.districts, pair)
        if rate is None or left is None:
            continue
        name = _cured_of(story.book, pair)
        rest = f"，还有{number(left)}{pair[0].unit}未整改" if left > 0 else ""
        moved = _rate_change(story, pair, rate)
        yield Sentence.of(
            part,
            (46, f"{name}整改率{number(rate)}%{moved}{rest}。"),
            (93, f"{name}整改率{number(rate)}%{rest}。"),
        )


def standing(story: Story, part: str, ranking: Ranking) -> Iterator[Sentence]:
    """Who leads and who lags by one measure."""
    leaf, by = ranking.leaf, ranking.by
    alike = not (ranking.leading or ranking.lagging)
    if alike or len(ranking.idle) == len(ranking.rows) or len(ranking.rows) < 2:
        return
    unit = "%" if by is By.CURE_RATE else leaf.unit
    what = {By.CURE_RATE: "整改率", By.GROWTH: f"本月新增{leaf.name}", By.TOTAL: f"累计{leaf.name}"}[by]
    if ranking.idle:
        yield Sentence.of(part, (64, f"{listed(ranking.idle, key=story.key)}本月没有新增{leaf.name}。"))
    best, worst = (74, 82) if by is By.CURE_RATE else (58, 62)
    high, low = ("高", "低") if by is By.CURE_RATE else ("多", "少")
    first = f"{what}最{high}的是{with_figures(ranking.leading[:1], unit)}。" if ranking.leading else ""
    if not ranking.lagging:
        yield Sentence.of(part, (best, f"{what}较{high}的是{with_figures(ranking.leading, unit)}。"), (best + 1, first))
        return
    mean = f"，低于平均水平（{number(ranking.mean)}%）" if ranking.mean is not None else ""
    last = f"较{low}的是{with_figures(ranking.lagging, unit)}{mean}。"
    names = listed([name for name, _ in ranking.lagging], key=story.key)
    yield Sentence.of(
        part,
        (best, f"{what}较{high}的是{with_figures(ranking.leading, unit)}；{last}" if ranking.leading else ""),
        (worst, f"{what}{last}"),
        (worst + 1, f"{names}{what}较{low}。"),
    )


def _items(found: list[Total]) -> str:
    return "，".join(figure(item.leaf, item.to_date) for item in found)


def _grouped(found: list[Total]) -> str:
    """The month's figures, with the group named where there are several."""
    groups = [(group, list(members)) for group, members in groupby(found, key=lambda item: item.leaf.group)]
    texts = []
    for group, members in groups:
        head = BRACKETS.sub("", group) if len(groups) > 1 else ""
        texts.append(head + "、".join(figure(item.leaf, item.new) for item in members))
    return "；".join(texts)


def principal(book: ReturnBook, leaf: Leaf) -> bool:
    """The columns that a short text is left with: acts, hazards found and cured, money."""
    cured = {member for pair in pairs_of(book) for member in pair}
    return leaf in telling_leaves(book) or leaf in cured or bool(FOUND.search(leaf.name)) or "元" in leaf.unit


def _cured_of(book: ReturnBook, pair: tuple[Leaf, Leaf]) -> str:
    """Of which hazards a rate is told, where the form counts several kinds."""
    if len(pairs_of(book)) > 1:
        return f"{BRACKETS.sub('', pair[0].group)}隐患"
    several = sum(1 for leaf in book.leaves if leaf.summable and FOUND.search(leaf.name)) > 1
    return f"{pair[0].name}的" if several and pair[0].name != FOUND_ANY else "隐患"


def _difference(value: Decimal, leaf: Leaf) -> str:
    if not value:
        return "持平"
    return f"{'多' if value > 0 else '少'}{number(abs(value))}{leaf.unit}"


def _rate_change(story: Story, pair: tuple[Leaf, Leaf], rate: Decimal) -> str:
    """Told only where the same districts stand behind both rates."""
    earlier = previous_month(story.month)
    names = [item.district for item in story.book.of_month(earlier)]
    if set(names) != set(story.present):
        return ""
    before = cure_rate(story.book, earlier, names, pair)
    if before is None or before == rate:
        return ""
    return f"，比上月{'提高' if rate > before else '下降'}{number(abs(rate - before))}个百分点"
