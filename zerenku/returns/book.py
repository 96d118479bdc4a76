"""All returns of a plan's form, and what can be asked of them figure by figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import Final

from zerenku.errors import UnknownName
from zerenku.model.finding import Finding, Severity
from zerenku.model.plan import Form, Plan
from zerenku.returns.columns import Leaf, leaves_of
from zerenku.returns.record import Return

RARE: Final = 20  # of so many cumulative figures at most one falls: a correction

LONG_ENOUGH: Final = 3  # months after which a name that came once is doubted


class Counting(StrEnum):
    """What the figures of a month count."""

    TO_DATE = "累计数"
    MONTHLY = "当月数"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnBook:
    """The returns of one form. `expected` are districts that should return even if none of theirs is there yet.

    `sample` says that places and figures are invented.
    """

    plan: Plan
    form: Form
    returns: tuple[Return, ...] = ()
    counting: Counting = Counting.TO_DATE
    expected: tuple[str, ...] = ()
    sample: bool = False

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The form's columns to fill."""
        return leaves_of(self.form)

    @property
    def months(self) -> tuple[str, ...]:
        """Months with at least one return, in order."""
        return tuple(sorted({item.month for item in self.returns}))

    @property
    def districts(self) -> tuple[str, ...]:
        """Who should return: those expected, then as the fullest month lists them, then the rest."""
        counts = {month: len(self.of_month(month)) for month in self.months}
        fullest = self.of_month(max(counts, key=lambda month: counts[month])) if counts else ()
        named = (*self.expected, *(item.district for item in fullest), *(item.district for item in self.returns))
        return tuple(dict.fromkeys(named))

    def of_month(self, month: str) -> tuple[Return, ...]:
        """The returns of one month."""
        return tuple(item for item in self.returns if item.month == month)

    def of(self, month: str, district: str) -> Return | None:
        """One district's return for one month."""
        return next((item for item in self.returns if item.month == month and item.district == district), None)

    def only(self, district: str) -> ReturnBook:
        """The same book with one district's returns only. UnknownName where others return and this one never did."""
        if self.returns and district not in self.districts:
            near = get_close_matches(district, self.districts, n=3, cutoff=0.4)
            raise UnknownName(self.form.row_key, district, tuple(near))
        own = tuple(item for item in self.returns if item.district == district)
        return ReturnBook(
            plan=self.plan,
            form=self.form,
            returns=own,
            counting=self.counting,
            expected=(district,),
            sample=self.sample,
        )


@dataclass(frozen=True, slots=True)
class Growth:
    """What came in one month; `since` is the month of the return that it was measured from, None for the start."""

    amount: Decimal
    since: str | None


def to_date(book: ReturnBook, month: str, district: str, leaf: Leaf) -> Decimal | None:
    """A district's figure since the start; None when it did not return that month or left the cell blank."""
    own = book.of(month, district)
    if own is None or leaf.path not in own.values:
        return None
    if book.counting is Counting.TO_DATE or not leaf.summable:
        return own.values[leaf.path]
    return sum((value for _, value in _series(book, month, district, leaf)), Decimal(0))


def growth(book: ReturnBook, month: str, district: str, leaf: Leaf) -> Growth | None:
    """What one district added in a month: for cumulative figures the difference from its last return before."""
    series = _series(book, month, district, leaf)
    if not series or series[-1][0] != month:
        return None
    if book.counting is Counting.MONTHLY:
        return Growth(series[-1][1], previous_month(month))
    since, before = series[-2] if len(series) > 1 else (None, Decimal(0))
    return Growth(series[-1][1] - before, since)


def previous_month(month: str) -> str:
    """`2029-12` before `2030-01`."""
    year, number = (int(part) for part in month.split("-"))
    return f"{year - 1}-12" if number == 1 else f"{year}-{number - 1:02}"


def counting_of(form: Form, returns: Iterable[Return], *, option: Counting | None = None) -> Counting:
    """How the form counts: as the caller says, else as the form's words say, else as the figures behave.

    Cumulative figures do not fall from month to month; when there is nothing to compare they are taken as cumulative,
    for that is what a 进度 table of a campaign asks for.
    """
    if option is not None:
        return option
    words = form.title + (form.note or "") + "".join(leaf.path for leaf in leaves_of(form))
    if "累计" in words:
        return Counting.TO_DATE
    if any(word in words for word in ("当月", "本月", "当期")):
        return Counting.MONTHLY
    steps = list(_steps(returns, leaves_of(form)))
    falls = sum(after < before for before, after, _, _ in steps)
    return Counting.TO_DATE if falls * RARE <= len(steps) else Counting.MONTHLY


def falling(book: ReturnBook) -> Iterator[Finding]:
    """Cumulative figures that fall from one return to the next."""
    if book.counting is not Counting.TO_DATE:
        return
    for before, after, item, leaf in _steps(book.returns, book.leaves):
        if after < before:
            text = f"第{item.span.line}行“{leaf.path}”{after}，少于上次报的 {before}，而这张表是累计数"
            yield Finding(item.span, "return-falls", text, Severity.WARNING, "请核对；如系更正，请在说明里写明")


def strangers(book: ReturnBook) -> Iterator[Finding]:
    """Districts of one single month where several others return month after month: most often a misspelt name."""
    if len(book.months) < LONG_ENOUGH:
        return
    regular = [name for name in book.districts if sum(item.district == name for item in book.returns) > 1]
    for item in book.returns:
        if item.district in regular or not regular:
            continue
        near = get_close_matches(item.district, regular, n=1, cutoff=0.4)
        text = f"第{item.span.line}行“{item.district}”只报了 {item.month} 一个月，别的月份没有这个{book.form.row_key}"
        advice = f"请核对名称，是不是“{near[0]}”" if near else "请核对名称"
        yield Finding(item.span, "return-district-unknown", text, Severity.WARNING, advice)


def _steps(returns: Iterable[Return], leaves: tuple[Leaf, ...]) -> Iterator[tuple[Decimal, Decimal, Return, Leaf]]:
    """Each figure with the one that the same district returned before."""
    last: dict[tuple[str, str], Decimal] = {}
    for item in sorted(returns, key=lambda item: item.month):
        for leaf in leaves:
            if not leaf.summable or leaf.path not in item.values:
                continue
            value = item.values[leaf.path]
            if (before := last.get((item.district, leaf.path))) is not None:
                yield before, value, item, leaf
            last[item.district, leaf.path] = value


def _series(book: ReturnBook, month: str, district: str, leaf: Leaf) -> list[tuple[str, Decimal]]:
    """(month, figure) of one district up to a month, blanks left out."""
    return [
        (item.month, item.values[leaf.path])
        for item in sorted(book.returns, key=lambda item: item.month)
        if item.district == district and item.month <= month and leaf.path in item.values
    ]
