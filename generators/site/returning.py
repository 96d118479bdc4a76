"""What returns tell of the calendar: which day's return is in, from all who should return or from some."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generators.site.entries import Returned
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.occurrences import Timed
from zerenku.model.clause import Every
from zerenku.returns.book import ReturnBook
from zerenku.returns.punctuality import due_day, missing

SAMPLE = "示例数据"


def returned_of(catalogue: Catalogue, books: Mapping[str, ReturnBook]) -> dict[str, Returned]:
    """What is known, by the id of an occurrence; days of which no return is there are left out."""
    return {key: found for book in books.values() for key, found in _of_book(catalogue, book)}


def _of_book(catalogue: Catalogue, book: ReturnBook) -> Iterator[tuple[str, Returned]]:
    rules = tuple(_rules(catalogue, book))
    for month in book.months:
        day = due_day(book.plan, book.form, month)
        for timed in rules:
            if day in timed.days:
                yield timed.id_of(day), _said(book, month)


def _rules(catalogue: Catalogue, book: ReturnBook) -> Iterator[Timed]:
    """The rules of the plan that ask for the form every month."""
    asking = {report.anchor for report in catalogue.reporting_of(book.plan.id) if report.reporting.form == book.form.id}
    for timed in catalogue.schedule.by_plan.get(book.plan.id, ()):
        if timed.anchor in asking and timed.every is Every.MONTH:
            yield timed


def _said(book: ReturnBook, month: str) -> Returned:
    total, lacking = len(book.districts), len(missing(book, month))
    words = f"{total - lacking} 家已报，还差 {lacking} 家" if lacking else f"{total} 家已报齐"
    return Returned(not lacking, f"{words}（{SAMPLE}）" if book.sample else words)
