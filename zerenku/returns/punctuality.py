"""Who has returned in time: due days by the plan's own rule, and nothing due before the plan was issued."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zerenku.model.clause import Every
from zerenku.model.plan import Form, Plan, Reporting
from zerenku.returns.book import ReturnBook
from zerenku.returns.columns import Leaf


@dataclass(frozen=True, slots=True)
class Tardy:
    """A return that came after its due day, or (`handed_in` None) has not come."""

    month: str
    district: str
    due: date
    handed_in: date | None = None

    @property
    def days(self) -> int:
        """Days late; 0 for what has not come."""
        return (self.handed_in - self.due).days if self.handed_in else 0


@dataclass(frozen=True, slots=True)
class Blank:
    """A cell that a district left blank in a month."""

    month: str
    district: str
    leaf: Leaf


def rule_of(plan: Plan, form: Form) -> Reporting | None:
    """The plan's rule that asks for the form."""
    return next((rule for rule in plan.reporting if rule.form == form.id), None)


def due_day(plan: Plan, form: Form, month: str) -> date | None:
    """The last day in time for a month's return (每月15日前: the 15th of that month), None when none is set.

    Nothing is due for a month outside the plan's period, nor for one whose due day had passed when the plan was issued.
    """
    rule = rule_of(plan, form)
    if rule is None or rule.due is None or rule.due.every is not Every.MONTH or rule.due.day is None:
        return None
    if plan.period and not plan.period[0][:7] <= month <= plan.period[1][:7]:
        return None
    year, number = (int(part) for part in month.split("-"))
    due = date(year, number, min(rule.due.day, calendar.monthrange(year, number)[1]))
    return None if plan.issued and due < plan.issued else due


def missing(book: ReturnBook, month: str) -> tuple[str, ...]:
    """Districts without a return for a month, due or not."""
    returned = {item.district for item in book.of_month(month)}
    return tuple(name for name in book.districts if name not in returned)


def late(book: ReturnBook, month: str) -> tuple[Tardy, ...]:
    """Returns of a month that came after the due day."""
    due = due_day(book.plan, book.form, month)
    if due is None:
        return ()
    return tuple(
        Tardy(month, item.district, due, item.handed_in)
        for item in book.of_month(month)
        if item.handed_in and item.handed_in > due
    )


def overdue(book: ReturnBook, *, as_of: date, months: tuple[str, ...] | None = None) -> tuple[Tardy, ...]:
    """Returns that were due before `as_of` and are not there, by month; all months of the plan unless `months` are."""
    found = []
    for month in months if months is not None else tuple(due_months(book, as_of=as_of)):
        due = due_day(book.plan, book.form, month)
        if due is not None and due < as_of:
            found += [Tardy(month, district, due) for district in missing(book, month)]
    return tuple(found)


def due_months(book: ReturnBook, *, as_of: date) -> Iterator[str]:
    """Months of the plan up to `as_of` that have a due day; without a period, from the first to the last return."""
    bounds = book.plan.period or ((book.months[0], book.months[-1]) if book.months else None)
    if bounds is None:
        return
    first, last = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in bounds)
    for number in range(first, min(last, as_of.year * 12 + as_of.month - 1) + 1):
        month = f"{number // 12}-{number % 12 + 1:02}"
        if due_day(book.plan, book.form, month):
            yield month


def blanks(book: ReturnBook, month: str) -> tuple[Blank, ...]:
    """Cells that should hold a figure and do not, in the returns of a month."""
    return tuple(
        Blank(month, item.district, leaf)
        for item in book.of_month(month)
        for leaf in book.leaves
        if leaf.numeric and leaf.path not in item.values
    )
