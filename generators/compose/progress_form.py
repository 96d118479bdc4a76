"""进度统计表 from the plan's column tree: blank, ready for one district, or merged from all returns with its 合计."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from generators.blocks import Column, Document, Para, ParaKind, Sheet, Table, Title
from generators.compose.frame import AUTHOR, BLANK_DATE, BLANK_LINE, BLANK_WORD, NO_FIELDS, Fields, whole_words
from generators.compose.progress_words import SAMPLE_DATA, counting_words, listed, number, quoted
from generators.compose.title import SIDEWAYS_LINE, break_title
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.model import plan as model
from zerenku.returns.book import ReturnBook
from zerenku.returns.columns import Leaf
from zerenku.returns.punctuality import blanks, missing

FIELDS: Final = ("填报单位", "填报人", "电话")
BLANK_ROWS: Final = 5  # with a tall head they leave one page room for the notes
BLANK_MONTH: Final = "　　年　　月"
SUM_NAME: Final = "合计"


@dataclass(frozen=True, slots=True)
class Row:
    """One district's line; figures by leaf, None for a blank."""

    district: str
    figures: tuple[Decimal | None, ...]
    handed_in: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressForm:
    """A form with what is known filled in, not yet laid out. `summed` asks for a 合计 row under the rows."""

    book: ReturnBook
    title: str
    unit: str
    period: str
    rows: tuple[Row, ...]
    summed: bool
    notes: tuple[str, ...]
    signing: str
    banner: str

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The columns to fill."""
        return self.book.leaves

    @property
    def sums(self) -> tuple[Decimal | None, ...]:
        """The 合计 of every column that may be summed, None where there is nothing to sum."""
        columns = zip(*(row.figures for row in self.rows), strict=True) if self.rows else [()] * len(self.leaves)
        return tuple(_sum(values) if leaf.summable else None for leaf, values in zip(self.leaves, columns, strict=True))


def fill_progress_form(
    book: ReturnBook,
    *,
    month: str = "",
    district: str = "",
    rows: int = BLANK_ROWS,
    fields: Mapping[str, str] = NO_FIELDS,
) -> ProgressForm:
    """With `district` its line alone, with its figures if it has returned for `month`; with `month` alone the returns
    of all districts, merged; with neither a blank form of that many rows. UnknownName for an unknown field.
    """
    filled = Fields.of(fields, FIELDS)
    merged = bool(month) and not district
    names = (district,) if district else book.districts if month else ()
    lines = tuple(_row(book, month, name) for name in names) or (_row(book, "", ""),) * max(1, rows)
    return ProgressForm(
        book=book,
        title=book.form.title,
        unit=filled.text("填报单位", district or BLANK_LINE * 2),
        period=wording.month_text(month) if month else BLANK_MONTH,
        rows=lines,
        summed=merged,
        notes=_notes(book, month, merged=merged),
        signing=(
            f"填报人：{filled.text('填报人', BLANK_WORD)}　　审核人：{BLANK_WORD}　　"
            f"联系电话：{filled.text('电话', BLANK_LINE)}　　报送日期：{BLANK_DATE}"
        ),
        banner=SAMPLE_DATA if book.sample and names else "",
    )


def compose_progress_form(catalogue: Catalogue, form: ProgressForm) -> Document:
    """The form on a turned sheet."""
    plan = form.book.plan
    words = (*whole_words(catalogue, plan), "进度统计表")
    head = (Column(name=form.book.form.row_key, centred=True), *(_column(item) for item in form.book.form.columns))
    rows = [(row.district, *(_text(value) for value in row.figures)) for row in form.rows]
    if form.summed:
        rows.append((SUM_NAME, *(_text(value) for value in form.sums)))
    return Document(
        title=form.title,
        blocks=(
            Sheet(
                title=Title(break_title(form.title, whole=words, line=SIDEWAYS_LINE)),
                lead=(f"填报单位：{form.unit}　　　　统计月份：{form.period}", form.signing),
                sideways=True,
            ),
            Table(columns=head, rows=tuple(rows)),
            *(Para.of(text, kind=ParaKind.NOTE) for text in form.notes),
        ),
        banner=form.banner,
        author=AUTHOR,
        subject=plan.title,
        keywords=("进度统计表",),
    )


def _row(book: ReturnBook, month: str, district: str) -> Row:
    found = book.of(month, district)
    values = found.values if found else {}
    return Row(district, tuple(values.get(leaf.path) for leaf in book.leaves), found.handed_in if found else None)


def _notes(book: ReturnBook, month: str, *, merged: bool) -> tuple[str, ...]:
    """The form's own note, then what the figures count and what the 合计 leaves out."""
    own = f"注：{book.form.note}" if book.form.note else ""
    if not merged:
        return (own,) if own else ()
    told = [f"各数为{counting_words(book)}。"]
    if absent := missing(book, month):
        told.append(f"{listed(absent, key=book.form.row_key)}未报，合计未含。")
    told += [f"{item.district}{quoted([item.leaf.name])}未填，合计未含。" for item in blanks(book, month)]
    return tuple(text for text in (own, "汇总说明：" + "".join(told)) if text)


def _column(column: model.Column) -> Column:
    below = tuple(_column(child) for child in column.columns)
    return Column(name=column.name, unit=column.unit or "", centred=True, columns=below)


def _text(value: Decimal | None) -> str:
    return "" if value is None else number(value)


def _sum(values: tuple[Decimal | None, ...]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None
