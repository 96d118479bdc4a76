"""One line of a calendar: what falls due, who answers for it, where it is written, whether it is known to be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Final

from markupsafe import Markup

from generators.site.links import Links
from generators.site.marking import timed_source, until
from generators.site.rows import escaped
from zerenku.catalogue.entries import LinkedDuty
from zerenku.catalogue.occurrences import Timed
from zerenku.catalogue.wording import obliged_text
from zerenku.model.clause import Deadline, Every

FREQUENT: Final = frozenset({Every.DAY, Every.WEEK})
"""Periods so short that a month tells them once, with all their days."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What returns tell of one occurrence: `whole` when all who should have returned; `words` say how many have."""

    whole: bool
    words: str


@dataclass(frozen=True, slots=True)
class DayEntry:
    """A thing on one day of a month."""

    day: date
    timed: Timed
    returned: Returned | None = None


def split_month(
    month: str, timed: Iterable[Timed], returned: Mapping[str, Returned]
) -> tuple[list[DayEntry], list[Timed]]:
    """What falls due on days of a month (`2030-06`), by day; and what does so every day or week of it."""
    year, number = map(int, month.split("-"))
    frequent: list[Timed] = []
    entries: list[DayEntry] = []
    for item in timed:
        if item.every in FREQUENT:
            frequent.append(item)
            continue
        entries += [
            DayEntry(day, item, returned.get(item.id_of(day)) if returned else None)
            for day in item.days
            if day.month == number and day.year == year
        ]
    return sorted(entries, key=attrgetter("day")), frequent


def by_day(entries: Sequence[DayEntry]) -> list[tuple[date, list[DayEntry]]]:
    """The entries of each day."""
    return [(day, list(own)) for day, own in groupby(entries, key=lambda entry: entry.day)]


def entry_rows(entries: Iterable[DayEntry], to: Links) -> Markup:
    """The lines of things on one day."""
    return _joined(_row(entry.timed, to, _timing(entry.timed), entry.returned) for entry in entries)


def frequent_rows(timed: Iterable[Timed], month: str, to: Links) -> Markup:
    """The lines of things of every day or week."""
    return _joined(_frequent_row(item, month, to) for item in timed)


def rule_rows(timed: Iterable[Timed], to: Links) -> Markup:
    """The lines of rules, whatever their days."""
    return _joined(_row(item, to, _timing(item), None) for item in timed)


def _joined(rows: Iterable[str]) -> Markup:
    return Markup("\n".join(rows))  # noqa: S704 - rows escape what they hold


def _frequent_row(timed: Timed, month: str, to: Links) -> str:
    """The line of a thing of every day or week: its days in the month."""
    year, number = map(int, month.split("-"))
    days = [f"{day.day}日" for day in timed.days if day.month == number and day.year == year]
    shown = f"{days[0]}至{days[-1]}，每天" if timed.every is Every.DAY else "、".join(days)
    return _row(timed, to, f"{timed.timing}（{shown}）", None)


def _timing(timed: Timed) -> str:
    if isinstance(timed.said, Deadline) or not timed.said.every:
        return f"原文：{timed.written}" if timed.written else ""
    return f"{timed.timing}（{timed.assumed}）" if timed.assumed else timed.timing


def _row(timed: Timed, to: Links, timing: str, returned: Returned | None) -> str:
    """A line; told in one go, since a large catalogue has a hundred thousand of them."""
    href = to.anchor(timed.anchor)
    return (
        f'<li class="zk-entry zk-of-plan" data-zk-count="1"{until(timed.plan)}>'
        f'<a class="zk-do" href="{href}">{escaped(timed.what)}</a>'
        f'{_done(returned)}<span class="zk-entry__owner">{_owner(timed)}</span><span class="zk-entry__source">'
        f'<a class="zk-source" href="{href}" title="{escaped(timed.plan.title)}">{escaped(timed_source(timed))}</a>'
        f'<span class="zk-written">{escaped(timing)}</span></span></li>'
    )


def _done(returned: Returned | None) -> str:
    if returned is None:
        return ""
    state = "done" if returned.whole else "part"
    return f' <span class="zk-returned" data-zk-returned="{state}">{escaped(returned.words)}</span>'


def _owner(timed: Timed) -> str:
    """Who does it, and the owner as words and colour; what stands on a heading alone has neither."""
    if not isinstance(timed.item, LinkedDuty):
        return escaped(timed.owner or "写在条款上，未分到具体责任")
    return (
        f'<span class="zk-what">由 {escaped(obliged_text(timed.item))} 做</span> '
        f'<span class="zk-owner zk-owner--{timed.item.certainty.value}">{escaped(timed.owner)}</span>'
    )
