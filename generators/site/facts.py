"""Quotas, dates and rhythms of clauses and duties, set against those of other plans; see `rows` for why not Jinja."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from operator import itemgetter
from typing import Final

from generators.site.escaping import escaped
from generators.site.links import Links
from generators.site.marking import deadline_text
from generators.site.rows import doubt
from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedClause, LinkedDuty
from zerenku.model.clause import Clause, Deadline, Duty

KINDS: Final = ("指标", "时限", "频次")
DAY: Final = itemgetter(0)
Fact = tuple[date, str, str]
"""The day of a date, or the last of all; what is said, as markup; the address at which it stands."""
Facts = tuple[list[Fact], list[Fact], list[Fact]]
"""By kind, in the order of KINDS."""


def facts_of(clause: LinkedClause, duties: Iterable[LinkedDuty], to: Links, *, whole: bool) -> Facts:
    """What these duties of a clause say, dates in order of time; and what it says itself when all of it counts."""
    found: Facts = [], [], []
    for duty in duties:
        if _tells(duty.duty):
            about = escaped(duty.duty.do)
            _add(found, duty.duty, duty.deadlines, about=about, unconfirmed=duty.unconfirmed, href=to.duty(duty))
    record = clause.clause
    if whole and _tells(record):
        known = {day for day, _, _ in found[1]}
        own = [item for item in record.deadlines if item.date not in known]
        about = escaped(record.heading or "")
        _add(found, record, own, about=about, unconfirmed=record.unconfirmed, href=to.clause(clause))
    found[1].sort(key=DAY)
    return found


def _tells(record: Clause | Duty) -> bool:
    return bool(record.targets or record.deadlines or record.recurrence)


def _add(
    found: Facts,
    record: Clause | Duty,
    deadlines: Sequence[Deadline],
    *,
    about: str,
    unconfirmed: tuple[str, ...],
    href: str,
) -> None:
    """Add the facts of a record; `about` is what they are about when they do not say so themselves."""
    targets, dates, rhythms = found
    if record.targets:
        guess = doubt(unconfirmed, "targets")
        targets += [
            (date.max, f"<b>{escaped(wording.target_text(item))}</b>{'' if item.what else _what(about)}{guess}", href)
            for item in record.targets
        ]
    if deadlines:
        guess = doubt(unconfirmed, "deadlines")
        dates += [
            (item.date, f"<b>{deadline_text(item)}</b>{_what(escaped(item.what) or about)}{guess}", href)
            for item in deadlines
        ]
    if record.recurrence:
        guess = doubt(unconfirmed, "recurrence")
        for item in record.recurrence:
            said = escaped(f"{item.who}{'：' if item.who and item.what else ''}{item.what}") or about
            rhythms.append((date.max, f"<b>{wording.recurrence_text(item)}</b>{_what(said)}{guess}", href))


def _what(said: str) -> str:
    return f'<span class="zk-what">{said}</span>' if said else ""


def lines(said: Iterable[str]) -> str:
    """Each on a line of its own."""
    return "".join([f'<span class="zk-line">{text}</span>' for text in said])
