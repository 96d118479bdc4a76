"""Papers that `zerenku draft` makes from what districts returned: the form, the reports, the reminder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from generators.blocks import Chart, Document
from generators.compose import progress_form, progress_report, reminder, summary
from zerenku.cli.draft_kinds import BLANK_FORM, DOCX, SAMPLE, XLSX, Paper, Wish
from zerenku.cli.draft_layout import write_docx
from zerenku.model.finding import Finding
from zerenku.returns.forms import form_of
from zerenku.returns.reading import wanted_month
from zerenku.store.returns import Progress, load_progress

RETURNS: Final = "数据取自报来的表，请核对后使用"
SAMPLE_DATA: Final = "用的是虚构的示例数据，只供试用"
BLANK_SHEET_ROWS: Final = 20
FIELDS_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "progress-form": progress_form.FIELDS,
    "progress-report": progress_report.FIELDS,
    "summary": summary.FIELDS,
    "reminder": reminder.FIELDS,
}


def _progress(wish: Wish) -> Progress:
    """The returns of the plan's form."""
    return load_progress(wish.root, wish.of, form_of(wish.of), wish.data)


def _paper(document: Document, *, called: str = "样稿", say: str = SAMPLE, findings: tuple[Finding, ...]) -> Paper:
    return Paper(document.title, write_docx(document), called=called, say=say, findings=findings)


def make_progress_form(wish: Wish) -> Iterator[Paper]:
    """进度统计表: merged, of one district, or blank; in Word or Excel."""
    progress = _progress(wish)
    month = _month(wish)
    if not (month or wish.district or wish.blank) and progress.book.months:
        month = progress.book.months[-1]
    rows = {"rows": BLANK_SHEET_ROWS} if wish.xlsx else {}
    form = progress_form.fill_progress_form(
        progress.book, month=month, district=wish.district, fields=wish.fields, **rows
    )
    if wish.xlsx:
        from generators.xlsx.progress_form import write_form  # noqa: PLC0415 - 0.1 s that only this form needs

        data, suffix = write_form(form), XLSX
    else:
        data, suffix = write_docx(progress_form.compose_progress_form(wish.catalogue, form)), DOCX
    filled = bool(month or wish.district) and not wish.blank
    yield Paper(
        form.title,
        data,
        suffix=suffix,
        called="进度统计表",
        say=_of_returns(progress) if filled else BLANK_FORM,
        findings=() if wish.blank else progress.findings,
    )


def make_progress_report(wish: Wish) -> Iterator[Paper]:
    """月度阶段性工作情况."""
    yield _told(wish, progress_report.compose_progress_report, called="小结")


def make_summary(wish: Wish) -> Iterator[Paper]:
    """工作总结."""
    yield _told(wish, summary.compose_summary, called="总结")


def _told(wish: Wish, compose: Callable[..., Document], *, called: str) -> Paper:
    """A paper that tells of the returns, of all districts or of one."""
    progress = _progress(wish)
    made = compose(
        wish.catalogue,
        progress.book,
        as_of=wish.as_of,
        month=_month(wish),
        district=wish.district,
        fields=wish.fields,
        chart=wish.chart,
    )
    undrawn = wish.chart and not any(isinstance(block, Chart) for block in made.blocks)
    remarks = ("没有可以比较的数，没有画图",) if undrawn else ()
    paper = _paper(made, called=called, say=_of_returns(progress), findings=progress.findings)
    return replace(paper, remarks=remarks)


def make_reminder(wish: Wish) -> Iterator[Paper]:
    """催报函."""
    progress = _progress(wish)
    made = reminder.compose_reminder(
        wish.catalogue, progress.book, as_of=wish.as_of, month=_month(wish), fields=wish.fields
    )
    yield _paper(made, findings=progress.findings)


def _month(wish: Wish) -> str:
    return wanted_month(wish.month, wish.of) if wish.month and not wish.blank else ""


def _of_returns(progress: Progress) -> str:
    if not progress.book.returns:
        return "没有报来的表，数字留空"
    return SAMPLE_DATA if progress.book.sample else RETURNS
