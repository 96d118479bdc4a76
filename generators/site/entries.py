"""One line of a calendar: what falls due, who answers for it, where it is written, whether it is known to be done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from markupsafe import Markup

from generators.site.escaping import escaped
from generators.site.heads import Heads
from generators.site.links import Links
from zerenku.catalogue.entries import LinkedDuty, LinkedReporting
from zerenku.catalogue.occurrences import Timed
from zerenku.catalogue.wording import obliged_text
from zerenku.model.clause import Deadline, Every

FREQUENT: Final = frozenset({Every.DAY, Every.WEEK})
"""Periods so short that a month tells them once, with all their days."""
END: Final = "</span></span></li>"


@dataclass(frozen=True, slots=True)
class Returned:
    """What returns tell of one occurrence: `whole` when all who should have returned; `words` say how many have."""

    whole: bool
    words: str


@dataclass(frozen=True, slots=True)
class Month:
    """What falls due on each day of a month (`2030-06`), days in order; and what does so every day or week of it."""

    name: str
    days: Mapping[date, Sequence[Timed]]
    frequent: Sequence[Timed]

    @classmethod
    def of(cls, name: str, timed: Iterable[Timed]) -> Month:
        """What of these things falls due in the month."""
        frequent: list[Timed] = []
        days: defaultdict[date, list[Timed]] = defaultdict(list)
        known: dict[int, list[date]] = {}
        for item in timed:
            if item.every in FREQUENT:
                frequent.append(item)
                continue
            # Rules of one rhythm share their days, and there are few rhythms: each is looked through once.
            own = known.get(id(item.days))
            if own is None:
                own = known[id(item.days)] = days_in(name, item)
            for day in own:
                days[day].append(item)
        return cls(name, {day: days[day] for day in sorted(days)}, frequent)

    def lines(self, first: int, last: int) -> Iterator[tuple[date, Sequence[Timed]]]:
        """By day those of its lines, counted through the month from 0, that are numbered from `first` to `last` - 1."""
        start = 0
        for day, items in self.days.items():
            if own := items[max(first - start, 0) : max(last - start, 0)]:
                yield day, own
            start += len(items)


def days_in(month: str, timed: Timed) -> list[date]:
    """The days of the month (`2030-06`) on which a thing falls due."""
    year, number = map(int, month.split("-"))
    return [day for day in timed.days if day.month == number and day.year == year]


class Entries:
    """Sets lines of calendars; what repeats stands on the pages of many months, and its line is made once."""

    def __init__(self) -> None:
        self._months: dict[str, Month] = {}
        self._heads = Heads()
        self._lines: dict[tuple[str, str, str], tuple[str, str, str]] = {}

    def month(self, name: str, timed: Iterable[Timed]) -> Month:
        """What falls due in a month, where it is `timed`; worked out once for all its pages."""
        found = self._months.get(name)
        if found is None:
            found = self._months[name] = Month.of(name, timed)
        return found

    def day(self, day: date, items: Iterable[Timed], returned: Mapping[str, Returned], to: Links) -> Markup:
        """The lines of things on one day; `returned` is what returns tell, by the id of an occurrence."""
        if not returned:
            return self.rules(items, to)
        rows = []
        for item in items:
            before, after, timing = self._line(item, to)
            rows.append(f"{before}{_done(returned.get(item.id_of(day)))}{after}{timing}")
        return _joined(rows)

    def frequent(self, month: Month, to: Links) -> Markup:
        """The lines of things of every day or week, with their days in the month."""
        shown: dict[int, str] = {}
        rows = []
        for item in month.frequent:
            if id(item.days) not in shown:
                shown[id(item.days)] = _days_shown(month.name, item)
            before, after, _ = self._line(item, to)
            rows.append(f"{before}{after}{escaped(item.timing)}（{shown[id(item.days)]}）{END}")
        return _joined(rows)

    def rules(self, items: Iterable[Timed], to: Links) -> Markup:
        """The lines of things, whatever their days."""
        return _joined(["".join(self._line(item, to)) for item in items])

    def _line(self, timed: Timed, to: Links) -> tuple[str, str, str]:
        """A line in three parts: to where it may say that something is done, from there to its timing, the rest."""
        if len(timed.days) == 1:
            return self._set(timed, to)
        key = timed.anchor, timed.key, to.root
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = self._set(timed, to)
        return line

    def _set(self, timed: Timed, to: Links) -> tuple[str, str, str]:
        """A line; told in one go, since a large catalogue has a hundred thousand of them."""
        item, href = timed.item, to.anchor(timed.anchor)
        head = self._heads(item.plan, item.place, to)
        where = "信息报送" if isinstance(item, LinkedReporting) else escaped(item.path.citation)
        before = (
            f'<li class="zk-entry zk-of-plan" data-zk-count="1"{head.until}>'
            f'<a class="zk-do" href="{href}">{escaped(timed.what)}</a>'
        )
        source = f'<a class="zk-source" href="{href}" title="{head.title}">{head.name} · {where}</a>'
        after = (
            f'<span class="zk-entry__owner">{_owner(timed)}</span>'
            f'<span class="zk-entry__source">{source}<span class="zk-written">'
        )
        return before, after, f"{escaped(_timing(timed))}{END}"


def _joined(rows: Iterable[str]) -> Markup:
    return Markup("\n".join(rows))  # noqa: S704 - rows escape what they hold


def _days_shown(month: str, timed: Timed) -> str:
    """1日至31日，每天; 7日、14日、21日、28日."""
    days = [f"{day.day}日" for day in days_in(month, timed)]
    return f"{days[0]}至{days[-1]}，每天" if timed.every is Every.DAY else "、".join(days)


def _timing(timed: Timed) -> str:
    if isinstance(timed.said, Deadline) or not timed.said.every:
        return f"原文：{timed.written}" if timed.written else ""
    return f"{timed.timing}（{timed.assumed}）" if timed.assumed else timed.timing


def _done(returned: Returned | None) -> str:
    if returned is None:
        return ""
    state = "done" if returned.whole else "part"
    return f' <span class="zk-returned" data-zk-returned="{state}">{escaped(returned.words)}</span>'


def _owner(timed: Timed) -> str:
    """Who does it, and the owner as words and colour; what stands on a heading alone has neither."""
    item = timed.item
    if not isinstance(item, LinkedDuty):
        return escaped(timed.owner or "写在条款上，未分到具体责任")
    return (
        f'<span class="zk-what">由 {escaped(obliged_text(item))} 做</span> '
        f'<span class="zk-owner zk-owner--{item.certainty.value}">{escaped(timed.owner)}</span>'
    )
