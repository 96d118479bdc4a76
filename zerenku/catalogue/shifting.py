"""Last year's plan as the draft of another year's: the same structure, every date moved, nothing confirmed."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date
from typing import Final

from zerenku.model.clause import FACT_CHARS, Clause, Deadline, Duty, Recurrence, Target
from zerenku.model.fields import filled
from zerenku.model.plan import Attachment, Plan, Reporting, Stage

# A year of the plan itself; the years inside a title of another paper or a 文号 stay as they are.
OTHERS: Final = re.compile(r"《[^《》]*》|〔[^〔〕]*〕")
YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?= ?年| ?[—–-]{1,2} ?(?:19|20)\d{2} ?年)")
UNSIGNED: Final = ("number", "issued", "printed")
# What says which record this is, or holds records with an `unconfirmed` of their own.
KEPT: Final = frozenset("id place no mark starts clauses attachments reporting unconfirmed".split())


def shift_plan(plan: Plan, *, plan_id: str, years: int) -> Plan:
    """`plan` moved by `years`: marks, headings, duties and owners copied; number and dates of issue empty; originals,
    notes, corrections and the count of last year's items left behind; every field that says anything unconfirmed.
    """
    title, notice = shift_years(plan.title, years), plan.notice_title
    moved = replace(
        plan,
        id=plan_id,
        title=title,
        notice_title=notice and shift_years(notice.replace(plan.title, title), years, own=title),
        number=None,
        issued=None,
        printed=None,
        summary=None,
        replaces=(),
        replaced_by=None,
        changes=(),
        notes=(),
        period=plan.period and (shift_month(plan.period[0], years), shift_month(plan.period[1], years)),
        stages=tuple(_stage(stage, years) for stage in plan.stages),
        reporting=tuple(_reporting(item, years) for item in plan.reporting),
        counted=(),
        opening=None,
        closing=None,
        clauses=tuple(_clause(clause, years) for clause in plan.clauses),
        attachments=tuple(_attachment(item, years) for item in plan.attachments),
    )
    annexes = [f"attachments/{index}/{name}" for index, item in enumerate(moved.attachments) for name in _doubts(item)]
    return replace(moved, unconfirmed=(*UNSIGNED, *_doubts(moved), *annexes))


def _doubts(record: Plan | Attachment | Clause | Reporting) -> tuple[str, ...]:
    """The fields that a person has to look at before the record is this year's: all that hold anything."""
    return tuple(name for name in filled(record) if name not in KEPT)


def years_between(plan: Plan, year: int) -> int:
    """How many years a plan for `year` lies behind `plan`: counted from its period, else its signing, else its id."""
    if plan.period is not None:
        return year - int(plan.period[0][:4])
    if plan.issued is not None:
        return year - plan.issued.year
    match = re.search(r"-((?:19|20)\d{2})(?:-\d+)?$", plan.id)
    return year - int(match[1]) if match else 0


def shift_day(day: date, years: int) -> date:
    """The same day of another year; the last day of a month stays the last, 29 February included."""
    year = day.year + years
    last = monthrange(year, day.month)[1]
    ends = day.day == monthrange(day.year, day.month)[1]
    return date(year, day.month, last if ends else min(day.day, last))


def shift_month(month: str, years: int) -> str:
    """`2030-02` or `2030-02-28`, moved as `shift_day` moves a day."""
    if month.count("-") == 2:
        return str(shift_day(date.fromisoformat(month), years))
    return f"{int(month[:4]) + years:04}{month[4:]}"


def shift_years(text: str, years: int, *, own: str = "") -> str:
    """The years named in `text` (2030年, 2030—2032年), moved; those of papers cited in it stay, and so does `own`."""
    kept = re.compile(f"{re.escape(own)}|{OTHERS.pattern}") if own else OTHERS
    parts, at = [], 0
    for match in kept.finditer(text):
        parts += [_moved(text[at : match.start()], years), match[0]]
        at = match.end()
    return "".join((*parts, _moved(text[at:], years)))


def _words(text: str, years: int) -> str:
    """A fact's words, moved; cut short, since without the verbatim text beside them they must not be a sentence."""
    return shift_years(text, years)[:FACT_CHARS]


def _moved(text: str, years: int) -> str:
    return YEAR.sub(lambda match: str(int(match[0]) + years), text)


def _stage(stage: Stage, years: int) -> Stage:
    name = shift_years(stage.name, years)
    return replace(stage, name=name, first=shift_month(stage.first, years), last=shift_month(stage.last, years))


def _reporting(item: Reporting, years: int) -> Reporting:
    due = item.due and replace(item.due, date=item.due.date and shift_day(item.due.date, years))
    due = due and replace(due, text=shift_years(due.text, years))
    moved = replace(item, what=shift_years(item.what, years), due=due)
    return replace(moved, unconfirmed=_doubts(moved))


def _attachment(item: Attachment, years: int) -> Attachment:
    clauses = tuple(_clause(clause, years) for clause in item.clauses)
    return replace(item, title=shift_years(item.title, years), text=None, closing=None, clauses=clauses)


def _clause(clause: Clause, years: int) -> Clause:
    moved = replace(
        clause,
        heading=clause.heading and shift_years(clause.heading, years),
        starts=shift_years(clause.starts, years),
        text=None,
        summary=clause.summary and shift_years(clause.summary, years),
        duties=tuple(_duty(duty, years) for duty in clause.duties),
        deadlines=tuple(_deadline(item, years) for item in clause.deadlines),
        recurrence=tuple(_recurrence(item, years) for item in clause.recurrence),
        targets=tuple(_target(item, years) for item in clause.targets),
        notes=(),
        clauses=tuple(_clause(child, years) for child in clause.clauses),
    )
    return replace(moved, unconfirmed=_doubts(moved))


def _duty(duty: Duty, years: int) -> Duty:
    return replace(
        duty,
        do=shift_years(duty.do, years),
        deadlines=tuple(_deadline(item, years) for item in duty.deadlines),
        recurrence=tuple(_recurrence(item, years) for item in duty.recurrence),
        targets=tuple(_target(item, years) for item in duty.targets),
        stage=duty.stage and shift_years(duty.stage, years),
    )


def _deadline(item: Deadline, years: int) -> Deadline:
    text, what = _words(item.text, years), shift_years(item.what, years)
    return replace(item, date=shift_day(item.date, years), text=text, what=what)


def _recurrence(item: Recurrence, years: int) -> Recurrence:
    return replace(item, text=_words(item.text, years), what=shift_years(item.what, years))


def _target(item: Target, years: int) -> Target:
    return replace(item, text=_words(item.text, years), what=shift_years(item.what, years))
