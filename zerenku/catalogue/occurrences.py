"""What falls due when: every deadline once, and every repeat rule unfolded into days within its plan's period.

A rule without a day falls due on the last day of each of its periods, and says so (原文未写日子，按当月底). By a rule
nothing falls due before its plan was issued or after the plan's period; a plan without a period runs to the end of the
year in which it was issued.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from zerenku.catalogue import wording
from zerenku.catalogue.concerned import Item, bearers_of, departments_of, enterprises_of
from zerenku.catalogue.diary import Diary, named_day
from zerenku.catalogue.entries import LinkedClause, LinkedDuty, LinkedReporting
from zerenku.catalogue.reporting_words import is_report, speaks_of_report
from zerenku.catalogue.rhythm import LAST_DAYS
from zerenku.model.clause import Deadline, Every, Recurrence
from zerenku.model.making import maker
from zerenku.model.plan import Due, Plan
from zerenku.model.register import Place


@dataclass(frozen=True, slots=True)
class Timed:
    """One thing that falls due on `days`, in order: by a deadline, by a repeat rule, or as a report is due.

    `key` tells the dates and rules of one duty, clause or report (`anchor`) apart, and stays as long as they do;
    `every` is the period of what repeats, None for what is due once.
    """

    anchor: str
    key: str
    item: Item
    # Both stand in the item, where the key leads to them.
    what: str = field(compare=False)
    said: Deadline | Recurrence | Due = field(compare=False)
    days: tuple[date, ...]
    every: Every | None = field(compare=False)

    @property
    def plan(self) -> Plan:
        """The plan that says so."""
        return self.item.plan

    @property
    def place(self) -> Place:
        """The plan's place."""
        return self.item.place

    @property
    def written(self) -> str:
        """The words of the original."""
        return self.said.text

    @property
    def timing(self) -> str:
        """2030年6月30日前, 每月15日前, 每季度至少1次."""
        match self.said:
            case Deadline():
                return f"{wording.date_text(self.said.date)}前"
            case Recurrence():
                return self.said.text if named_day(self.said)[0] else wording.recurrence_text(self.said)
            case Due():
                words = wording.due_text(self.said)
                # Words that leave out the period stand behind it: 每年（年底前）.
                label = wording.EVERY_LABELS[self.said.every] if self.said.every else ""
                return f"{label}（{words}）" if label and not words.startswith("每") else words

    @property
    def owner(self) -> str:
        """Who answers for it, in one phrase; empty for what stands on a heading alone."""
        match self.item:
            case LinkedDuty():
                return wording.owner_line(self.item)
            case LinkedReporting():
                return f"{'、'.join(party.written for party in self.item.who)}报送"
            case _:
                return ""

    @property
    def assumed(self) -> str:
        """How days were found that the text does not name (按当月底), empty when it names them."""
        if self.every is None or self.every is Every.DAY or isinstance(self.said, Deadline):
            return ""
        return "" if any(named_day(self.said)) else f"原文未写日子，按{LAST_DAYS[self.every]}"

    def id_of(self, day: date) -> str:
        """The stable id of one occurrence: `liutang-2030/1-d1-20300630`."""
        return f"{self.anchor}{self.key}-{day:%Y%m%d}"


make_timed: Final = maker(Timed)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A thing on one of its days."""

    day: date
    timed: Timed

    @property
    def id(self) -> str:
        """Stable as long as the duty, its rule and the day are."""
        return self.timed.id_of(self.day)


class Schedule:
    """Everything timed, in order of plans and text; `dateless` repeats in a plan that does not say when it runs."""

    def __init__(self, clauses: Iterable[LinkedClause], reporting: Iterable[LinkedReporting]) -> None:
        diary = Diary()
        found = _once((*_of_clauses(tuple(clauses), diary), *_of_reports(reporting, diary)))
        self.timed: tuple[Timed, ...] = tuple(item for item in found if item.days)
        # A rule that has found days has a plan that says when it runs.
        unbound = [item for item in found if not item.days or isinstance(item.said, Due)]
        self.dateless: tuple[Timed, ...] = tuple(
            item for item in unbound if item.every and diary.window(item.plan) is None
        )
        by_month: defaultdict[str, list[Timed]] = defaultdict(list)
        for item in self.timed:
            for month in diary.months(item.days):
                by_month[month].append(item)
        self.months: Mapping[str, tuple[Timed, ...]] = {month: tuple(by_month[month]) for month in sorted(by_month)}
        """`2030-06` → what falls due in it, each thing once however often it does."""

    @cached_property
    def by_period(self) -> Mapping[Every, tuple[Timed, ...]]:
        """What repeats, by period from the shortest, rules that no period bounds included."""
        found: dict[Every, list[Timed]] = {every: [] for every in Every}
        for item in (*self.timed, *self.dateless):
            if every := item.every:
                found[every].append(item)
        return {every: tuple(own) for every, own in found.items() if own}

    @cached_property
    def by_plan(self) -> Mapping[str, tuple[Timed, ...]]:
        """What each plan sets days for, by the plan's id."""
        return _grouped((item.plan.id, item) for item in self.timed)

    @cached_property
    def by_department(self) -> Mapping[str, tuple[Timed, ...]]:
        """What each department leads, shares, supports, must do, must report or gets reported, by its id."""
        return _grouped((department, item) for item in self.timed for department in departments_of(item.item))

    @cached_property
    def by_enterprise(self) -> Mapping[str, tuple[Timed, ...]]:
        """What each kind of enterprise must do or report, by its id."""
        return _grouped((enterprise, item) for item in self.timed for enterprise in enterprises_of(item.item))

    def between(self, first: date, last: date) -> tuple[Occurrence, ...]:
        """What falls due from `first` to `last`, both included, by day, then in order of plans and text."""
        bounds = f"{first:%Y-%m}", f"{last:%Y-%m}"
        near = {
            id(item): item for month, items in self.months.items() if bounds[0] <= month <= bounds[1] for item in items
        }
        found = [Occurrence(day, item) for item in near.values() for day in item.days if first <= day <= last]
        return tuple(sorted(found, key=lambda item: item.day))


def _grouped(pairs: Iterable[tuple[str, Timed]]) -> Mapping[str, tuple[Timed, ...]]:
    groups: defaultdict[str, list[Timed]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return {key: tuple(groups[key]) for key in sorted(groups)}


def _of_clauses(clauses: tuple[LinkedClause, ...], diary: Diary) -> Iterator[Timed]:
    said = _said_by_duties(clauses)
    for clause in clauses:
        own = tuple(item for item in clause.clause.deadlines if (clause.anchor, item.date) not in said)
        what = clause.clause.heading or clause.clause.summary or clause.clause.starts
        if own or clause.clause.recurrence:
            yield from _of_item(clause.anchor, clause, what, (*own, *clause.clause.recurrence), diary)
        for duty in clause.duties:
            dates, rules = duty.duty.deadlines, duty.duty.recurrence
            if dates or rules:
                yield from _of_item(duty.anchor, duty, duty.duty.do, (*dates, *rules), diary)


def _of_item(
    anchor: str,
    item: LinkedClause | LinkedDuty,
    otherwise: str,
    facts: Iterable[Deadline | Recurrence],
    diary: Diary,
) -> Iterator[Timed]:
    """The dates and rules of one duty or clause; `otherwise` is what is due where they do not say it."""
    seen: list[date] = []
    rules = 0
    for fact in facts:
        if isinstance(fact, Deadline):
            # Two things of one duty on one day: the second and later ones are counted.
            key = f"-{seen.count(fact.date) + 1}" if fact.date in seen else ""
            seen.append(fact.date)
            yield make_timed(anchor, key, item, fact.what or otherwise, fact, (fact.date,), None)
        else:
            # Counted among rules, not by day: a rule keeps its key whatever its days become.
            rules += 1
            days = diary.days(item.plan, fact)
            yield make_timed(anchor, f"-r{rules}", item, fact.what or otherwise, fact, days, fact.every)


def _of_reports(reporting: Iterable[LinkedReporting], diary: Diary) -> Iterator[Timed]:
    for report in reporting:
        due = report.reporting.due
        what = f"报送{report.reporting.what}"
        if due and due.date:
            yield make_timed(report.anchor, "", report, what, due, (due.date,), due.every)
        elif due and due.every:
            yield make_timed(report.anchor, "-r1", report, what, due, diary.days(report.plan, due), due.every)


def _once(found: tuple[Timed, ...]) -> tuple[Timed, ...]:
    """Without what is told twice: a duty to report that its plan also lists among the reports.

    The report stays, for returns tell whether it came, and both where the duty demands more than a report (检查并上报);
    of what firms must do the duty stays, for it is in their lists.
    """
    reports: defaultdict[str | None, list[Timed]] = defaultdict(list)
    for item in found:
        if isinstance(item.item, LinkedReporting):
            reports[item.item.clause_anchor].append(item)
    gone: set[int] = set()
    for item in found:
        duty = item.item
        if not isinstance(duty, LinkedDuty) or duty.clause_anchor not in reports:
            continue
        if (speaks_of_report if duty.for_enterprises else is_report)(item.what):
            for report in reports[duty.clause_anchor]:
                kept, other = (item, report) if duty.for_enterprises else (report, item)
                if id(other) not in gone and _tells(kept, other):
                    gone.add(id(other))
                    break
    return tuple(item for item in found if id(item) not in gone)


def _tells(kept: Timed, other: Timed) -> bool:
    """Whether the first holds all days of the second, and concerns everybody whom that concerns."""
    return (
        set(other.days) <= set(kept.days)
        and bearers_of(other.item) <= bearers_of(kept.item)
        and departments_of(other.item) <= departments_of(kept.item)
    )


def _said_by_duties(clauses: tuple[LinkedClause, ...]) -> set[tuple[str, date]]:
    """(clause anchor, date) where a duty of the clause, or of one below it, is due: the heading says no more."""
    dated = {clause.anchor for clause in clauses if clause.clause.deadlines}
    said: set[tuple[str, date]] = set()
    for clause in clauses if dated else ():
        if days := {deadline.date for duty in clause.duties for deadline in duty.duty.deadlines}:
            above = [anchor for anchor in _upward(clause.anchor) if anchor in dated]
            said.update((anchor, day) for anchor in above for day in days)
    return said


def _upward(anchor: str) -> Iterator[str]:
    """The anchor of a clause and of every clause above it."""
    while "/" in anchor:
        yield anchor
        # A chapter has but one step behind its plan, and above it is none.
        anchor = anchor.rpartition("-" if "-" in anchor.partition("/")[2] else "/")[0]
