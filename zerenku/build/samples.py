"""Sample papers: one of every kind for each plan, as far as the plan gives cause for it.

Sampled without a clock: what they say of time hangs on the plan and its returns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from generators.blocks import Document
from generators.compose.checklist import compose_checklist
from generators.compose.duties import compose_duties
from generators.compose.fitting import LimitTooSmall
from generators.compose.ledger import compose_ledger
from generators.compose.notice import compose_notice
from generators.compose.plan import compose_plan
from generators.compose.progress_form import compose_progress_form, fill_progress_form
from generators.compose.progress_report import compose_progress_report
from generators.compose.reminder import NothingOverdue, compose_reminder
from generators.compose.summary import compose_summary
from generators.compose.tasks import compose_tasks
from generators.compose.upward import compose_upward
from generators.site.papers import Mark, Paper
from generators.word.layouts import Layouts
from generators.xlsx.progress_form import write_form
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.rhythm import month_end
from zerenku.model.clause import Certainty
from zerenku.model.plan import Plan
from zerenku.returns.book import ReturnBook
from zerenku.returns.forms import form_of
from zerenku.store.profiles import read_profiles
from zerenku.store.returns import load_progress


@dataclass(frozen=True, slots=True)
class Material:
    """What the papers of one plan are made from. `as_of` is the day on which they tell what is overdue."""

    catalogue: Catalogue
    plan: Plan
    book: ReturnBook
    as_of: date | None

    @property
    def month(self) -> str:
        """The last month returned, empty without returns."""
        return self.book.months[-1] if self.book.months else ""


@dataclass(frozen=True, slots=True)
class Sample:
    """A paper as Word sets it, and as a workbook where there is one; the rest as in `Paper`."""

    document: Document
    about: str = ""
    marks: tuple[Mark, ...] = ()
    workbook: bytes | None = None


def sample_papers(catalogue: Catalogue, root: Path) -> Iterator[Paper]:
    """A paper of every kind for each plan, as far as the plan gives cause for it.

    Returns and layout profiles are those of the workspace. SourceUnreadable for a return that is no readable table.
    """
    return (
        paper
        for plan in catalogue.plans
        for paper in papers_of(catalogue, load_progress(root, plan, form_of(plan)).book, root=root)
    )


def papers_of(catalogue: Catalogue, book: ReturnBook, *, root: Path) -> Iterator[Paper]:
    """The papers of the plan to which these returns belong, in the layout of whoever issues them."""
    plan = book.plan
    profiles, _ = read_profiles(root)  # a workspace with broken ones has no catalogue
    layouts = Layouts(profiles).for_plan(plan, catalogue.registers)
    material = Material(catalogue, plan, book, _as_of(plan, book))
    for kind, make in SAMPLES.items():
        if sample := make(material):
            yield from _files(plan, kind, sample, layouts)


def _files(plan: Plan, kind: str, sample: Sample, layouts: Layouts) -> Iterator[Paper]:
    said = sample.document.banner
    marks = (*(mark for mark in (Mark.EXCERPT, Mark.INVENTED) if mark in said), *sample.marks)
    word, _ = layouts.laid_out(sample.document)
    yield Paper(plan=plan.id, kind=kind, data=word, about=sample.about, marks=marks)
    if sample.workbook is not None:
        yield Paper(plan=plan.id, kind=kind, data=sample.workbook, suffix=".xlsx", about=sample.about, marks=marks)


def _as_of(plan: Plan, book: ReturnBook) -> date | None:
    """The end of the last month returned, else of the plan's period, else its day of issue."""
    month = book.months[-1] if book.months else plan.period[1] if plan.period else ""
    if not month:
        return plan.issued
    year, number = (int(part) for part in month.split("-")[:2])
    return month_end(year, number)


def _notice(given: Material) -> Sample:
    return Sample(compose_notice(given.catalogue, given.plan.id))


def _plan(given: Material) -> Sample:
    return Sample(compose_plan(given.catalogue, given.plan.id))


def _tasks(given: Material) -> Sample:
    return Sample(compose_tasks(given.catalogue, given.plan.id))


def _duties(given: Material) -> Sample | None:
    """For the department that leads most in the plan, or has most to do; one is enough to see what they look like.

    Whoever issues the plan writes to itself only when nobody else has anything to do.
    """
    registers = given.catalogue.registers
    issuers = {registers.department(name, place_id=given.plan.place) for name in given.plan.issuers}
    leads: Counter[str] = Counter()
    shares: Counter[str] = Counter()
    for duty in given.catalogue.duties_of(given.plan.id):
        shares.update(item.id for item in duty.departments)
        if duty.certainty is Certainty.LEAD:
            leads.update(item.id for item in duty.lead)
    busy = [item for item in given.catalogue.active_departments() if shares[item.id]]
    if not busy:
        return None
    chosen = max(busy, key=lambda item: (item not in issuers, leads[item.id], shares[item.id]))
    return Sample(compose_duties(given.catalogue, chosen.id, plan_id=given.plan.id), about=chosen.name)


def _form(given: Material) -> Sample:
    form = fill_progress_form(given.book)
    return Sample(compose_progress_form(given.catalogue, form), marks=(Mark.BLANK,), workbook=write_form(form))


def _total(given: Material) -> Sample | None:
    if not given.month:
        return None
    form = fill_progress_form(given.book, month=given.month)
    return Sample(
        compose_progress_form(given.catalogue, form),
        about=wording.month_text(given.month),
        workbook=write_form(form),
    )


def _report(given: Material) -> Sample | None:
    return _told(given, compose_progress_report, about=wording.month_text(given.month) if given.month else "")


def _summary(given: Material) -> Sample | None:
    return _told(given, compose_summary)


def _told(given: Material, compose: Callable[..., Document], *, about: str = "") -> Sample | None:
    """A text from returns; None where no day is known to tell it on, or the plan's limit leaves no room for it."""
    if given.as_of is None:
        return None
    try:
        paper = compose(given.catalogue, given.book, as_of=given.as_of)
    except LimitTooSmall:
        return None
    return Sample(paper, about=about, marks=() if given.month else (Mark.UNFILLED,))


def _reminder(given: Material) -> Sample | None:
    """None where nobody is to be reminded."""
    if given.as_of is None:
        return None
    try:
        return Sample(compose_reminder(given.catalogue, given.book, as_of=given.as_of))
    except NothingOverdue:
        return None


def _checklist(given: Material) -> Sample | None:
    """For the enterprises that the plan is about, else for all words of which it demands something."""
    catalogue, plan = given.catalogue, given.plan
    named = (catalogue.registers.enterprise(word) for word in plan.scope)
    words = [item.id for item in named if item] or [
        item.id
        for item in catalogue.active_enterprises()
        if any(duty.plan.id == plan.id for duty in catalogue.obligations(item.id))
    ]
    return Sample(compose_checklist(catalogue, words, plan_id=plan.id)) if words else None


def _ledger(given: Material) -> Sample:
    return Sample(compose_ledger(given.catalogue, plan_id=given.plan.id), marks=(Mark.BLANK,))


def _upward(given: Material) -> Sample:
    return Sample(compose_upward(given.catalogue, given.plan.id))


SAMPLES: Final[Mapping[str, Callable[[Material], Sample | None]]] = {
    "notice": _notice,
    "plan": _plan,
    "tasks": _tasks,
    "duties": _duties,
    "progress-form": _form,
    "progress-total": _total,
    "progress-report": _report,
    "summary": _summary,
    "reminder": _reminder,
    "checklist": _checklist,
    "ledger": _ledger,
    "upward": _upward,
}
"""How each kind of paper is made, in the order in which they are listed; None: the plan gives no cause for it."""
