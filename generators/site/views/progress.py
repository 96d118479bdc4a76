"""The pages of progress: who has returned a plan's form month by month, what the figures add up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from generators.site.pages import OutlineItem, Section, SitePage
from generators.site.views.charts import Chart, chart, plain
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.returns.book import ReturnBook, to_date
from zerenku.returns.columns import Leaf
from zerenku.returns.punctuality import blanks, due_day, late
from zerenku.returns.record import Return
from zerenku.returns.totals import cure_rate, pairs_of, totals

ON_TIME: Final = "按时"
RETURNED: Final = "已报"
MISSING: Final = "缺报"


@dataclass(frozen=True, slots=True)
class Status:
    """How one district returned for one month: `key` is on-time, late, returned or missing; `hint` says when."""

    key: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """A district month by month; `returned` of `asked` came, `late` of them late."""

    name: str
    months: tuple[Status, ...]
    returned: int
    asked: int
    late: int


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A column of the form: to date, new in the last month; figures as text, empty when nobody gave one."""

    group: str
    name: str
    unit: str
    to_date: str
    new: str


@dataclass(frozen=True, slots=True)
class Figures:
    """A chart with its table: `rows` are a label and the text of each series' figure."""

    id: str
    chart: Chart
    head: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    note: str = ""


def progress_path(plan_id: str) -> str:
    """`progress/liutang-2030`."""
    return f"progress/{plan_id}"


def progress_pages(catalogue: Catalogue, books: Mapping[str, ReturnBook]) -> Iterator[SitePage]:
    """The index and a page for each plan with returns, `books` by plan id; nothing when nobody returned anything."""
    told = [(plan, books[plan.id]) for plan in catalogue.plans if plan.id in books and books[plan.id].returns]
    if not told:
        return
    rows = [(plan, wording.month_text(book.months[-1]), len(book.districts), book.sample) for plan, book in told]
    yield SitePage(
        path="progress/index",
        title="进度",
        section=Section.PLANS,
        template="progress-index.html.j2",
        data={"rows": rows},
        description="各方案的进度统计表：谁报了，谁没报，合计多少",
    )
    for _, book in told:
        yield _progress_page(book)


def _progress_page(book: ReturnBook) -> SitePage:
    month = book.months[-1]
    figures = (_returned(book), *_cured(book), *_by_district(book, month))
    outline = (
        OutlineItem("报送情况", "returns"),
        OutlineItem("合计", "totals"),
        *(OutlineItem(item.chart.title, item.id) for item in figures),
    )
    return SitePage(
        path=progress_path(book.plan.id),
        title=f"{book.plan.title}：进度",
        section=Section.PLANS,
        template="progress.html.j2",
        data={
            "plan": book.plan,
            "sample": book.sample,
            "row_key": book.form.row_key,
            "form": book.form.title,
            "month": wording.month_text(month),
            "months": _labels(book),
            "counting": book.counting.value,
            "districts": _rows(book),
            "totals": tuple(
                TotalRow(item.leaf.group, item.leaf.name, item.leaf.unit, _text(item.to_date), _text(item.new))
                for item in totals(book, month)
            ),
            "blanks": tuple(
                (wording.month_text(item.month), item.district, item.leaf.name)
                for each in book.months
                for item in blanks(book, each)
            ),
            "figures": figures,
        },
        outline=outline,
        description=f"{book.plan.title}的报送情况、合计和各月走势",
    )


def _rows(book: ReturnBook) -> tuple[DistrictRow, ...]:
    months = [(month, due_day(book.plan, book.form, month), _tardy(book, month)) for month in book.months]
    rows = []
    for district in book.districts:
        found = tuple(_status(book.of(month, district), due, tardy.get(district)) for month, due, tardy in months)
        keys = [item.key for item in found]
        rows.append(DistrictRow(district, found, len(keys) - keys.count("missing"), len(keys), keys.count("late")))
    return tuple(rows)


def _tardy(book: ReturnBook, month: str) -> dict[str, int]:
    """Days late of the districts that were."""
    return {item.district: item.days for item in late(book, month)}


def _status(own: Return | None, due: date | None, days_late: int | None) -> Status:
    when = f"应于{wording.date_text(due)}前报" if due else "没有规定报送日"
    if own is None:
        return Status("missing", MISSING, f"{when}，没有收到")
    if own.handed_in is None:
        return Status("returned", RETURNED, f"{when}，表上没有报送日期")
    said = f"{when}，{wording.date_text(own.handed_in)}报"
    if days_late:
        return Status("late", f"迟{days_late}天", said)
    return Status("on-time", ON_TIME, said) if due else Status("returned", RETURNED, said)


def _returned(book: ReturnBook) -> Figures:
    """How many returned, month by month."""
    asked = len(book.districts)
    counts = [len(book.of_month(month)) for month in book.months]
    tardy = [len(late(book, month)) for month in book.months]
    values = [("报了的", [Decimal(count) for count in counts]), ("其中迟报", [Decimal(count) for count in tardy])]
    rows = tuple(
        (wording.month_text(month), (f"{count}（应报 {asked}）", str(slow)))
        for month, count, slow in zip(book.months, counts, tardy, strict=True)
    )
    return Figures("by-month", chart(f"各月报送的{book.form.row_key}", "个", _labels(book), values), "月份", rows)


def _cured(book: ReturnBook) -> Iterator[Figures]:
    """Hazards found and cured to date, month by month, for every pair of such columns."""
    for number, (found, cured) in enumerate(pairs_of(book), 1):
        values = [(leaf.name, [_sum(book, month, leaf) for month in book.months]) for leaf in (found, cured)]
        rows = tuple(
            (wording.month_text(month), (_text(first), _text(second)))
            for month, first, second in zip(book.months, values[0][1], values[1][1], strict=True)
        )
        title = f"{found.group}：发现和整改" if found.group else "发现和整改"
        note = "累计到当月，只加当月报了的；有缺报的月份会偏低。"
        yield Figures(f"cured-{number}", chart(title, found.unit, _labels(book), values), "月份", rows, note)


def _by_district(book: ReturnBook, month: str) -> Iterator[Figures]:
    """What every district has cured of what it found, to date."""
    for number, pair in enumerate(pairs_of(book), 1):
        rates = [(name, cure_rate(book, month, [name], pair)) for name in book.districts]
        every = cure_rate(book, month, book.districts, pair)
        listed = [*rates, ("合计", every)]
        rows = tuple((name, (f"{plain(rate)}%" if rate is not None else MISSING,)) for name, rate in listed)
        title = f"各{book.form.row_key}整改率（到{wording.month_text(month)}）"
        values = [("整改率", [rate for _, rate in rates])]
        drawn = chart(title, "%", [name for name, _ in rates], values)
        yield Figures(f"rate-{number}", drawn, book.form.row_key, rows)


def _labels(book: ReturnBook) -> list[str]:
    return [f"{int(month[5:])}月" for month in book.months]


def _sum(book: ReturnBook, month: str, leaf: Leaf) -> Decimal | None:
    found = [value for name in book.districts if (value := to_date(book, month, name, leaf)) is not None]
    return sum(found, Decimal(0)) if found else None


def _text(value: Decimal | None) -> str:
    return "" if value is None else plain(value)
