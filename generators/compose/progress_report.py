"""月度阶段性工作情况: one month of returns in as many words as the plan allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from generators.blocks import Document
from generators.compose import progress_lacks as lacks
from generators.compose import progress_story as tell
from generators.compose.fitting import Sentence
from generators.compose.frame import NO_FIELDS
from generators.compose.progress_paper import Frame, Tale
from generators.compose.progress_words import day_of, listed, month_of, number
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.returns.book import ReturnBook
from zerenku.returns.punctuality import blanks, due_day
from zerenku.returns.standing import By, rankings
from zerenku.returns.totals import left_uncured, pairs_of

FIELDS: Final = ("主送机关", "发文机关", "联系人", "电话")
NAME: Final = "阶段性工作情况"
LIMIT: Final = 500
PROGRESS: Final = "进展情况"
TROUBLE: Final = "存在的问题"
NEXT: Final = "下一步工作"
MOST_DUE: Final = 3


def compose_progress_report(
    catalogue: Catalogue,
    book: ReturnBook,
    *,
    as_of: date,
    month: str = "",
    district: str = "",
    fields: Mapping[str, str] = NO_FIELDS,
    chart: bool = False,
) -> Document:
    """The paper on one month, by default the last returned, of all districts together or of one.

    `as_of` is the day on which it tells what is overdue; a `chart` comes only where there is something to compare.
    Without returns figures are blanks. UnknownName for an unknown field or district, LimitTooSmall when the plan's
    limit leaves no room for any text.
    """
    tale = Tale(name=NAME, known=FIELDS, limit=LIMIT, sentences=_sentences, results=PROGRESS)
    return tale.paper(catalogue, book, as_of=as_of, month=month, district=district, fields=fields, chart=chart)


def _sentences(frame: Frame, story: tell.Story) -> Iterator[Sentence]:
    yield from _stage(frame, story)
    yield from tell.coverage(story, PROGRESS)
    yield from tell.sums(story, PROGRESS)
    yield from tell.news(story, PROGRESS)
    yield from tell.cures(story, PROGRESS)
    if not story.district:
        for ranking in rankings(story.book, story.month):
            yield from tell.standing(story, f"各{story.key}进度", ranking)
    yield from lacks.absences(story, TROUBLE)
    yield from lacks.silence(story, TROUBLE)
    yield from lacks.lateness(story, TROUBLE)
    yield from lacks.gaps(story, TROUBLE)
    yield from _next(frame, story)


def _stage(frame: Frame, story: tell.Story) -> Iterator[Sentence]:
    """Where the plan stands in its own calendar."""
    stages = [item for item in frame.book.plan.stages if item.scope is None]
    now = next((item for item in stages if item.first[:7] <= story.month <= item.last[:7]), None)
    if now:
        last = now.last[:7]
        end = month_of(last) if last[:4] == story.month[:4] else wording.month_text(last)
        yield Sentence.of(PROGRESS, (30, f"按方案安排，{month_of(story.month)}处于{now.name}（到{end}止）。"))


def _next(frame: Frame, story: tell.Story) -> Iterator[Sentence]:
    book = story.book
    due = due_day(book.plan, book.form, story.month)
    if story.absent and due and due < story.as_of and not story.district:
        yield Sentence.of(NEXT, (52, f"督促{listed(story.absent, key=story.key)}补报数据。"))
    if blanks(book, story.month):
        yield Sentence.of(NEXT, (40, "补齐漏填的数据。"))
    left = left_uncured(book, story.month)
    if left > 0:
        unit = pairs_of(book)[0][0].unit
        text = f"盯住尚未整改的{number(left)}{unit}隐患，逐条落实责任和时限"
        yield Sentence.of(NEXT, (68, f"{text}，整改一条、销号一条。"), (69, f"{text}。"))
    lagging = (name for item in rankings(book, story.month) if item.by is By.CURE_RATE for name, _ in item.lagging)
    slow = list(dict.fromkeys(lagging))
    if slow and not story.district:
        yield Sentence.of(NEXT, (42, f"对{listed(slow, key=story.key)}加强督促指导。"))
    yield from _due(frame, story)


def _due(frame: Frame, story: tell.Story) -> Iterator[Sentence]:
    """What the plan wants finished by the end of the month that follows; our words, so the original decides."""
    year, month = (int(part) for part in story.month.split("-"))
    coming = f"{year + month // 12}-{month % 12 + 1:02}"
    found = dict.fromkeys(
        (deadline.date, deadline.what)
        for duty in frame.catalogue.duties_of(frame.book.plan.id)
        for deadline in duty.deadlines
        if f"{deadline.date:%Y-%m}" == coming and deadline.what
    )
    named = [f"{what}（{day_of(day, year=story.year)}前）" for day, what in sorted(found)]
    if named:
        more = f"等{len(named)}项" if len(named) > MOST_DUE else ""
        full = f"抓好下月到期的事项：{'、'.join(named[:MOST_DUE])}{more}，以原文为准。"
        yield Sentence.of(NEXT, (34, full), (36, f"抓好下月到期的{len(named)}项工作。"))
