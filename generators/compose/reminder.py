"""催报函: one letter to all districts whose returns are overdue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Final

from generators.blocks import Addressees, Block, Document, LetterHead, Para, Signature, Title
from generators.compose.frame import (
    BLANK_BODY,
    BLANK_DATE,
    BLANK_NUMBER,
    BLANK_WORD,
    NO_FIELDS,
    Fields,
    cited,
    sample,
    whole_words,
)
from generators.compose.progress_words import SAMPLE_DATA
from generators.compose.title import break_title
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.errors import ZerenkuError
from zerenku.returns.book import ReturnBook
from zerenku.returns.punctuality import Tardy, due_day, missing, overdue, rule_of

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
    names = tuple(dict.fromkeys(item.district for item in found))
    plan, form = book.plan, book.form
    title = f"关于催报{form.title}的函"
    issuers = filled.names("发文机关", plan.issuers)
    words = (*whole_words(catalogue, plan), "进度统计表", "专项行动")
    blocks = (
        LetterHead(issuer=issuers[0], number=BLANK_NUMBER),
        Title(break_title(title, whole=words)),
        Addressees(filled.text("主送机关", "、".join(names) or BLANK_BODY)),
        *_text(book, found, as_of, filled),
        Signature(names=issuers[:1], date=BLANK_DATE),
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


def _text(book: ReturnBook, found: Sequence[Tardy], as_of: date, fields: Fields) -> Iterator[Block]:
    rule = rule_of(book.plan, book.form)
    due = wording.due_text(rule.due) if rule and rule.due else ""
    to = f"向{'、'.join(rule.to)}" if rule and rule.to else ""
    asked = f"按照{cited(book.plan)}，" + (f"应{due and f'于{due}'}{to}报送" if rule else "请报送")
    lines = tuple(_lines(book, found)) or (f"{BLANK_BODY}（{BLANK_WORD}月）",)
    until = f"{asked}《{book.form.title}》。截至{wording.date_text(as_of)}，尚未收到"
    if len(lines) == 1:
        yield Para.of(f"{until}{lines[0]}的报表。")
    else:
        yield Para.of(f"{until}以下{book.form.row_key}的报表：")
        yield from (Para.of(f"{line}{'。' if line is lines[-1] else '；'}") for line in lines)
    until = fields.text("反馈期限", BLANK_DATE)
    yield Para.of(f"请核对后于{until}前补报，漏填的栏目一并补齐；已经报送的，请与我单位联系核实。")
    yield Para.of("特此函告。")


def _lines(book: ReturnBook, found: Sequence[Tardy]) -> Iterator[str]:
    """Each month with who has not returned and by when it was due."""
    for month, members in groupby(found, key=lambda item: item.month):
        names = "、".join(item.district for item in members)
        due = due_day(book.plan, book.form, month)
        by = f"，应于{due.month}月{due.day}日前报" if due else ""
        yield f"{names}（{wording.month_text(month)}{by}）"
