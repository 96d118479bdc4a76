"""The page of deadlines: dated things by month and day, repeating things by period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generators.site.marking import short_plan, source_text
from generators.site.pages import OutlineItem, Section, SitePage
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause, LinkedDuty, LinkedReporting
from zerenku.model.clause import Every


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """One thing that is due. Exactly one of `duty`, `report`, `clause` is set; `written` is the words of the text."""

    anchor: str
    source: str
    what: str
    written: str
    duty: LinkedDuty | None = None
    report: LinkedReporting | None = None
    clause: LinkedClause | None = None


def dated(catalogue: Catalogue) -> list[tuple[date, TimeEntry]]:
    """Every deadline of duties, clauses and reports, by date, then in text order."""
    found: list[tuple[date, TimeEntry]] = []
    said = _said_by_duties(catalogue)
    for clause in catalogue.clauses:
        for deadline in clause.clause.deadlines:
            if (clause.anchor, deadline.date) in said:
                continue
            what = deadline.what or clause.clause.heading or clause.clause.summary or ""
            entry = TimeEntry(clause.anchor, source_text(clause), what, deadline.text, clause=clause)
            found.append((deadline.date, entry))
        for duty in clause.duties:
            for deadline in duty.deadlines:
                what = deadline.what or duty.duty.do
                found.append((deadline.date, TimeEntry(duty.anchor, source_text(duty), what, deadline.text, duty=duty)))
    for report in catalogue.reporting:
        due = report.reporting.due
        if due and due.date:
            found.append((due.date, _report_entry(report)))
    return sorted(found, key=lambda item: item[0])


def _said_by_duties(catalogue: Catalogue) -> set[tuple[str, date]]:
    """(clause anchor, date) where a duty of the clause, or of one below it, is due: the heading says no more."""
    said: set[tuple[str, date]] = set()
    for duty in catalogue.duties:
        plan, _, fragment = duty.clause_anchor.partition("/")
        steps = fragment.split("-")
        above = [f"{plan}/{'-'.join(steps[: length + 1])}" for length in range(len(steps))]
        said.update((anchor, deadline.date) for anchor in above for deadline in duty.deadlines)
    return said


def repeating(catalogue: Catalogue) -> list[tuple[Every, list[TimeEntry]]]:
    """Duties, clauses and reports that repeat, by period from the shortest."""
    groups: dict[Every, list[TimeEntry]] = {every: [] for every in Every}
    for clause in catalogue.clauses:
        for rule in clause.clause.recurrence:
            what = rule.what or clause.clause.heading or ""
            entry = TimeEntry(clause.anchor, source_text(clause), what, wording.recurrence_text(rule), clause=clause)
            groups[rule.every].append(entry)
        for duty in clause.duties:
            for rule in duty.duty.recurrence:
                what = rule.what or duty.duty.do
                entry = TimeEntry(duty.anchor, source_text(duty), what, wording.recurrence_text(rule), duty=duty)
                groups[rule.every].append(entry)
    for report in catalogue.reporting:
        due = report.reporting.due
        if due and due.every:
            groups[due.every].append(_report_entry(report))
    return [(every, entries) for every, entries in groups.items() if entries]


def _report_entry(report: LinkedReporting) -> TimeEntry:
    due = report.reporting.due
    return TimeEntry(
        anchor=report.anchor,
        source=f"{short_plan(report.plan, report.place)} · 信息报送",
        what=f"报送{report.reporting.what}",
        written=wording.due_text(due) if due else "",
        report=report,
    )


def deadline_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """The one page of deadlines."""
    entries = dated(catalogue)
    months = [
        (month, [(day, [entry for _, entry in same]) for day, same in groupby(members, key=lambda item: item[0])])
        for month, members in groupby(entries, key=lambda item: f"{item[0]:%Y-%m}")
    ]
    periods = repeating(catalogue)
    outline = [OutlineItem(wording.month_text(month), f"m-{month}") for month, _ in months]
    below = tuple(OutlineItem(wording.EVERY_LABELS[every], f"every-{every.value}") for every, _ in periods)
    if below:
        outline.append(OutlineItem("周期性事项", "recurring", below))
    yield SitePage(
        path="deadlines",
        title="时限",
        section=Section.DEADLINES,
        template="deadlines.html.j2",
        data={"months": months, "periods": periods, "total": len(entries)},
        outline=tuple(outline),
        description="有完成时限的事项，按月按日；周期性事项，按频次",
    )
