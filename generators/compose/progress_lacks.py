"""What the returns lack: who has not returned, who returned late, which cells nobody filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from generators.compose import cells
from generators.compose.fitting import Sentence
from generators.compose.progress_story import Story, principal
from generators.compose.progress_words import column_name, day_of, figure, listed, month_of, quoted
from zerenku.catalogue import wording
from zerenku.returns.book import previous_month, to_date
from zerenku.returns.punctuality import Blank, blanks, due_day, late, overdue
from zerenku.returns.totals import long_spans

MOST_TOLD: Final = 8
"""Late returns and blank cells that are told one by one."""
MOST_RECALLED: Final = 3
"""Absent districts whose last figures are told."""


def absences(story: Story, part: str) -> Iterator[Sentence]:
    """Returns of the month that have not come: overdue, or not yet due."""
    due = due_day(story.book.plan, story.book.form, story.month)
    if not story.absent or due is None:
        return
    day = day_of(due, year=story.year)
    if due < story.as_of:
        names = listed([_absence(story, name) for name in story.absent], key=story.key)
        yield Sentence.of(part, (89, f"{names}逾期未报{month_of(story.month)}报表（应于{day}前报）。"))
    else:
        yield Sentence.of(part, (66, f"{listed(story.absent, key=story.key)}尚未报送，{day}到期。"))


def silence(story: Story, part: str) -> Iterator[Sentence]:
    """Months after the last returned that are overdue from everyone whom the paper is about."""
    months = sorted({item.month for item in overdue(story.book, as_of=story.as_of) if item.month > story.month})
    if not (story.latest and months and story.book.returns):
        return
    names = "、".join(map(month_of if months[-1][:4] == story.month[:4] else wording.month_text, months))
    if len(months) > 2:
        names = cells.span_text(months[0], months[-1])
    who = story.district or (f"各{story.key}" if len(story.book.districts) > 1 else story.book.districts[0])
    yield Sentence.of(part, (88, f"{names}的报表{who}逾期未报。"))


def lateness(story: Story, part: str) -> Iterator[Sentence]:
    """Returns of the month that came late."""
    tardy = late(story.book, story.month)
    if tardy:
        days = "，".join(f"{item.district}迟报{item.days}天" for item in tardy[:MOST_TOLD])
        more = f"，共{len(tardy)}个{story.key}迟报" if len(tardy) > MOST_TOLD else ""
        yield Sentence.of(part, (76, f"{days}{more}。"), (77, f"有{len(tardy)}个{story.key}迟报。"))


def gaps(story: Story, part: str) -> Iterator[Sentence]:
    """Blank cells, and growth that covers more than the month."""
    found = blanks(story.book, story.month)
    if found and story.district:
        yield Sentence.of(
            part, (78, f"{quoted([column_name(item.leaf, story.book.leaves) for item in found])}没有填报。")
        )
    elif found:
        told = "，".join(
            f"{district}的{quoted(_columns(story, items))}"
            for district, items in groupby(found[:MOST_TOLD], key=lambda item: item.district)
        )
        told += f"等{len(found)}处" if len(found) > MOST_TOLD else ""
        yield Sentence.of(part, (72, f"{told}没有填报，未计入合计。"), (78, f"有{len(found)}处数据漏填，未计入合计。"))
    spans = long_spans(story.book, story.month)
    if spans:
        names = listed([item.district for item in spans], key=story.key)
        yield Sentence.of(part, (79, f"{names}上月缺报，本月新增数含缺报月份。"))


def _columns(story: Story, found: Iterable[Blank]) -> list[str]:
    return [column_name(item.leaf, story.book.leaves) for item in found]


def last_known(story: Story) -> Iterator[tuple[str, str, str]]:
    """For each district that is absent, while they are few: its name, the month it returned last, what it said then."""
    for name in story.absent if len(story.absent) <= MOST_RECALLED else ():
        months = [item.month for item in story.book.returns if item.district == name and item.month < story.month]
        if months:
            shown = [leaf for leaf in story.book.leaves if leaf.summable and principal(story.book, leaf)]
            figures = [(leaf, to_date(story.book, max(months), name, leaf)) for leaf in shown]
            said = "，".join(figure(leaf, value) for leaf, value in figures if value is not None)
            yield name, wording.month_text(max(months)), said


def _absence(story: Story, district: str) -> str:
    """A district with how many months running it has been silent, if more than one."""
    count, month, book = 0, story.month, story.book
    while due_day(book.plan, book.form, month) and book.of(month, district) is None:
        count, month = count + 1, previous_month(month)
    return f"{district}（连续{count}个月）" if count > 1 else district
