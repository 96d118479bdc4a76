"""Blank ledgers: 问题隐患清单 and 制度措施清单 (the 两个清单), and 整改台账 with the 五落实 columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final

from generators.blocks import Block, Column, Document, Para, ParaKind, Sheet, Table, Title
from generators.compose.frame import (
    AUTHOR,
    BLANK_DATE,
    BLANK_LINE,
    NO_FIELDS,
    Fields,
    campaign,
    clause_of,
    department_of,
    plan_of,
    whole_words,
)
from generators.compose.title import SIDEWAYS_LINE, break_title
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.plan import Plan

FIELDS: Final = ("填报单位", "填报人", "电话")
BLANK_ROWS: Final = 8


class Ledger(StrEnum):
    """The blank forms there are."""

    ISSUES = "问题隐患清单"
    MEASURES = "制度措施清单"
    RECTIFICATION = "整改台账"


NUMBER: Final = Column(name="序号", weight=3, centred=True)
COLUMNS: Final[Mapping[Ledger, tuple[Column, ...]]] = {
    Ledger.ISSUES: (
        NUMBER,
        Column(name="所在单位（场所）", weight=8),
        Column(name="问题隐患", weight=14),
        Column(name="隐患等级", weight=4.5, centred=True),
        Column(name="发现日期", weight=5, centred=True),
        Column(name="发现方式", weight=5),
        Column(name="整改措施", weight=9),
        Column(name="整改责任单位", weight=7),
        Column(name="责任人", weight=4.5, centred=True),
        Column(name="整改时限", weight=5, centred=True),
        Column(name="整改情况", weight=6),
    ),
    Ledger.MEASURES: (
        NUMBER,
        Column(name="针对的问题", weight=12),
        Column(name="制度措施名称", weight=11),
        Column(name="主要内容", weight=14),
        Column(name="牵头单位", weight=7),
        Column(name="配合单位", weight=7),
        Column(name="责任人", weight=4.5, centred=True),
        Column(name="完成时限", weight=5, centred=True),
        Column(name="进展情况", weight=7),
    ),
    Ledger.RECTIFICATION: (
        NUMBER,
        Column(name="问题隐患", weight=12),
        Column(name="所在单位（场所）", weight=7),
        Column(
            name="五落实",
            columns=(
                Column(name="责任", weight=7),
                Column(name="措施", weight=10),
                Column(name="资金", unit="万元", weight=4.5, centred=True),
                Column(name="时限", weight=5, centred=True),
                Column(name="预案", weight=8),
            ),
        ),
        Column(name="完成日期", weight=5, centred=True),
        Column(name="验收人", weight=4.5, centred=True),
        Column(name="是否销号", weight=4.5, centred=True),
    ),
}
NOTES: Final[Mapping[Ledger, str]] = {
    Ledger.ISSUES: "注：“隐患等级”填一般或重大；“发现方式”填自查、检查、督导、举报等；一项隐患填一行。",
    Ledger.MEASURES: "注：一项制度措施填一行；“针对的问题”与问题隐患清单的序号对应。",
    Ledger.RECTIFICATION: (
        "注：“责任”填责任单位和责任人；“预案”填整改期间的防范措施和应急预案；资金不需投入的填0；验收合格后方可销号。"
    ),
}


def compose_ledger(
    catalogue: Catalogue,
    *,
    ledgers: Sequence[Ledger] = tuple(Ledger),
    plan_id: str | None = None,
    department_id: str | None = None,
    rows: int = BLANK_ROWS,
    fields: Mapping[str, str] = NO_FIELDS,
) -> Document:
    """The blank forms, each on a sheet of its own, headed by the plan and the department if given.

    They hold nothing of ours, so they carry no mark. UnknownName for an unknown plan, department or field.
    """
    plan = plan_of(catalogue, plan_id) if plan_id else None
    department = department_of(catalogue, department_id) if department_id else None
    filled = Fields.of(fields, FIELDS)
    unit = filled.text("填报单位", department.name if department else BLANK_LINE * 2)
    words = (*whole_words(catalogue, plan), *Ledger)
    blocks = tuple(
        block for ledger in ledgers for block in _form(catalogue, ledger, plan, unit, filled, words, max(1, rows))
    )
    names = "、".join(ledgers)
    title = f"{campaign(plan)}{names}" if plan else names
    keywords = (*(ledger.value for ledger in ledgers), *((department.name,) if department else ()))
    return Document(title=title, blocks=blocks, author=AUTHOR, subject=plan.title if plan else names, keywords=keywords)


def _form(
    catalogue: Catalogue,
    ledger: Ledger,
    plan: Plan | None,
    unit: str,
    fields: Fields,
    words: tuple[str, ...],
    rows: int,
) -> Iterator[Block]:
    title = f"{campaign(plan)}{ledger}" if plan else f"安全生产{ledger}"
    person = f"填报人：{fields.text('填报人', BLANK_LINE)}　　联系电话：{fields.text('电话', BLANK_LINE)}"
    yield Sheet(
        title=Title(break_title(title, whole=words, line=SIDEWAYS_LINE)),
        lead=(f"填报单位：{unit}　　填报日期：{BLANK_DATE}", person),
        sideways=True,
    )
    columns = COLUMNS[ledger]
    leaves = sum(len(column.leaves) for column in columns)
    yield Table(columns=columns, rows=tuple((str(number), *[""] * (leaves - 1)) for number in range(1, rows + 1)))
    yield Para.of(NOTES[ledger], kind=ParaKind.NOTE)
    if plan is not None:
        yield from (Para.of(text, kind=ParaKind.NOTE) for text in _due(catalogue, plan, ledger))


def _due(catalogue: Catalogue, plan: Plan, ledger: Ledger) -> Iterator[str]:
    """When the plan wants this list and to whom it goes."""
    for item in catalogue.reporting_of(plan.id):
        report = item.reporting
        if ledger not in report.what:
            continue
        clause = clause_of(catalogue, item)
        to = f"报{'、'.join(report.to)}" if report.to else "报送"
        when = wording.due_text(report.due) if report.due else ""
        source = clause.citation if clause else f"《{plan.title}》"
        yield f"报送要求：{'、'.join(report.who)}{when}{to}（{source}，以原文为准）。"
