"""催报函: one letter to all districts whose returns are overdue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Final

from generators.blocks import Addressees, Block, Document, LetterHead, Para, Signature, Title
from generators.compose.frame import (
    BLANK_BODY,
    BLANK_DATE,
    BLANK_DAY,
    BLANK_MONTH,
    BLANK_NUMBER,
    NO_FIELDS,
    Fields,
    cited,
    registered,
    sample,
    whole_words,
)
from generators.compose.progress_words import SAMPLE_DATA, column_name, month_of, quoted
from generators.compose.title import break_title
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.errors import ZerenkuError
from zerenku.returns.book import ReturnBook
from zerenku.returns.punctuality import Blank, Tardy, blanks, due_day, due_months, missing, overdue, rule_of

FIELDS: Final = ("主送机关", "发文机关", "联系人", "电话", "反馈期限")


class NothingOverdue(ZerenkuError):
    """There is nobody to remind."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"不用催报：{reason}")


def compose_reminder(
    catalogue: Catalogue,
    book: ReturnBook,
    *,
    as_of: date,
    month: str = "",
    fields: Mapping[str, str] = NO_FIELDS,
) -> Document:
    """The 样稿 of the letter for one month, or for every month that is overdue on `as_of`.

    Nothing was due before the plan was issued. When no district is known at all, the letter has blanks for them.
    NothingOverdue when all have returned or nothing is due yet; UnknownName for an unknown field.
    """
    filled = Fields.of(fields, FIELDS)
    found = _overdue(book, as_of, month) if book.districts else ()
    plan, form = book.plan, book.form
    letter = _Letter(catalogue, book, found, _blank(book, found, as_of, month), filled)
    title = f"关于催报{form.title}的函"
    words = (*whole_words(catalogue, plan), "进度统计表", "专项行动")
    blocks = (
        LetterHead(issuer=letter.issuers[0], number=BLANK_NUMBER),
        Title(break_title(title, whole=words)),
        Addressees(filled.text("主送机关", "、".join(letter.names) or BLANK_BODY)),
        *_text(letter, as_of),
        Signature(names=letter.issuers, date=BLANK_DATE),
        Para.of(f"（{filled.contact}）"),
    )
    paper = sample(title, blocks, subject=plan.title, keywords=("函", "催报"))
    return replace(paper, banner=f"{paper.banner}；{SAMPLE_DATA}") if book.sample else paper


def _overdue(book: ReturnBook, as_of: date, month: str) -> tuple[Tardy, ...]:
    """What to remind of. Raises NothingOverdue."""
    rule = rule_of(book.plan, book.form)
    if month and (rule is None or rule.due is None):
        found = tuple(Tardy(month, name, as_of) for name in missing(book, month))  # no due day: none is named
    else:
        found = overdue(book, as_of=as_of, months=(month,) if month else None)
    if found:
        return found
    if not month:
        raise NothingOverdue(f"到{wording.date_text(as_of)}没有逾期未报的{book.form.row_key}")
    text = wording.month_text(month)
    due = due_day(book.plan, book.form, month)
    if due is None and book.plan.issued:
        raise NothingOverdue(f"{text}没有应报的报表（方案{wording.date_text(book.plan.issued)}印发）")
    if due is not None and due >= as_of:
        raise NothingOverdue(f"{text}的报表还没到期，应于{wording.date_text(due)}前报")
    raise NothingOverdue(f"{text}的报表都已报送")


def _text(letter: _Letter, as_of: date) -> Iterator[Block]:
    book, fields = letter.book, letter.fields
    asked = f"按照{cited(book.plan)}，{letter.asked}《{book.form.title}》。截至{wording.date_text(as_of)}，尚未收到"
    lines = tuple(letter.lines()) or (f"{BLANK_BODY}{BLANK_MONTH}",)
    if len(lines) == 1:
        yield Para.of(f"{asked}{lines[0]}的报表。")
    else:
        yield Para.of(f"{asked}以下{book.form.row_key}的报表：")
        yield from (Para.of(f"{line}{'。' if line is lines[-1] else '；'}") for line in lines)
    if gaps := letter.gaps():
        yield Para.of(f"已报的报表中，下列栏目没有填写：{'；'.join(gaps)}。")
    also = "，漏填的栏目一并补齐" if gaps else ""
    until = fields.text("反馈期限", BLANK_DAY)
    yield Para.of(f"请于{until}前补报{also}；已经报送的，请与我单位联系核实。")
    yield Para.of("特此函告。")


@dataclass(frozen=True, slots=True)
class _Letter:
    """What one letter tells: the returns that are overdue, and the cells left blank in those that came."""

    catalogue: Catalogue
    book: ReturnBook
    found: Sequence[Tardy]
    blank: Sequence[Blank]
    fields: Fields

    @property
    def issuers(self) -> tuple[str, ...]:
        """Who writes it: of a plan of several issuers the first follows it up, unless they are named here."""
        return self.fields.names("发文机关", self.book.plan.issuers[:1] or (BLANK_BODY,))

    @property
    def names(self) -> tuple[str, ...]:
        """Whom it goes to, in the order of the districts."""
        meant = {item.district for item in self.found} | {item.district for item in self.blank}
        return tuple(name for name in self.book.districts if name in meant)

    @property
    def asked(self) -> str:
        """By when and to whom the form goes; whoever writes the letter is not named to the reader as another."""
        rule = rule_of(self.book.plan, self.book.form)
        if rule is None:
            return "请报送"
        due = f"于{wording.due_text(rule.due)}" if rule.due else ""
        to = f"向{'、'.join(rule.to)}" if rule.to and not self._is_writer(rule.to) else ""
        return f"应{due}{to}报送"

    def _is_writer(self, names: Sequence[str]) -> bool:
        plan = self.book.plan
        if set(names) <= set(self.issuers):
            return True
        own = {item.id for item in registered(self.catalogue, self.issuers, plan)}
        found = registered(self.catalogue, names, plan)
        return len(found) == len(names) and all(item.id in own for item in found)

    def lines(self) -> Iterator[str]:
        """Each district with its months."""
        for name in self.names:
            if months := [item.month for item in self.found if item.district == name]:
                yield f"{name}（{_months(months)}）"

    def gaps(self) -> tuple[str, ...]:
        """Each district with the columns that it left blank, month by month."""
        texts = []
        for name in self.names:
            own = [item for item in self.blank if item.district == name]
            parts = [
                f"{wording.month_text(month)}的{quoted([column_name(item.leaf, self.book.leaves) for item in cells])}"
                for month, cells in groupby(own, key=lambda item: item.month)
            ]
            texts += [f"{name}{'、'.join(parts)}"] if parts else []
        return tuple(texts)


def _months(months: Sequence[str]) -> str:
    """2030年3月、5月和2031年1月: a year is said once."""
    texts = [
        wording.month_text(month) if index == 0 or months[index - 1][:4] != month[:4] else month_of(month)
        for index, month in enumerate(months)
    ]
    return "、".join(texts)


def _blank(book: ReturnBook, found: Sequence[Tardy], as_of: date, month: str) -> tuple[Blank, ...]:
    """Cells left blank in the returns that were due, of the month asked for or of all."""
    months = (month,) if month else tuple(due_months(book, as_of=as_of))
    return tuple(item for each in months for item in blanks(book, each)) if found else ()
