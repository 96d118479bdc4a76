"""The sample returns are what their README says: sound, with the gaps that it lists and no others."""

from datetime import date

import pytest

from generators.compose.length import length_of
from generators.compose.progress_report import compose_progress_report
from generators.compose.summary import compose_summary
from tests.content.lookup import HAIMEN, plan_of
from tests.repository import ROOT
from zerenku.catalogue.catalogue import Catalogue
from zerenku.returns.book import Counting, ReturnBook
from zerenku.returns.forms import form_of
from zerenku.returns.punctuality import blanks, late, missing, overdue
from zerenku.store.returns import load_progress

YEAR_END = date(2023, 12, 31)


@pytest.fixture(scope="module")
def book(catalogue: Catalogue) -> ReturnBook:
    plan = plan_of(catalogue, HAIMEN)
    read = load_progress(ROOT, plan, form_of(plan))
    assert read.findings == ()
    return read.book


def test_counts(book: ReturnBook) -> None:
    assert (len(book.returns), len(book.districts), book.counting, book.sample) == (109, 10, Counting.TO_DATE, True)
    assert sum(len(missing(book, month)) for month in book.months) == 11
    assert sum(len(late(book, month)) for month in book.months) == 10
    assert sum(len(blanks(book, month)) for month in book.months) == 3


def test_nothing_was_due_in_the_month_before_whose_end_the_plan_was_issued(book: ReturnBook) -> None:
    assert late(book, "2023-01") == ()
    assert {item.month for item in overdue(book, as_of=YEAR_END)} == {
        f"2023-{month:02}" for month in (3, 5, 6, 8, 9, 11, 12)
    }


def test_every_paper_keeps_its_limit(catalogue: Catalogue, book: ReturnBook) -> None:
    for month in book.months:
        for district in ("", *book.districts):
            report = compose_progress_report(catalogue, book, as_of=YEAR_END, month=month, district=district)
            assert length_of(report.blocks) <= 500, (month, district)
            assert report.banner.startswith("示例数据")
    for district in ("", *book.districts):
        assert length_of(compose_summary(catalogue, book, as_of=YEAR_END, district=district).blocks) <= 1000
