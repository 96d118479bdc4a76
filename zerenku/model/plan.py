"""A campaign plan and what stands around its clauses. What an original lacks is null and no finding."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from zerenku.model.clause import Clause, Every
from zerenku.model.fields import Day, Month, record, says
from zerenku.model.place import NOWHERE, Span


class PlanKind(StrEnum):
    """What the paper calls itself."""

    NOTICE = "通知"
    PLAN = "方案"
    OPINION = "意见"


@record
class Change:
    """A correction of the source: when, and what in our words."""

    date: Day = field(metadata=says("改动日期"))
    what: str = field(metadata=says("改了什么"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Stage:
    """A named span of months (or days); `scope` names the part of the plan it belongs to, null for the whole."""

    scope: str | None = field(default=None, metadata=says("属于哪一部分，全文通用为空"))
    name: str = field(metadata=says("阶段名称，照原文"))
    first: Month = field(metadata=says("起始月份", alias="from"))
    last: Month = field(metadata=says("截止月份", alias="to"))
    clause: str | None = field(default=None, metadata=says("写明本阶段的条款路径，如 四/（一）"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Due:
    """When a report is due: a day of every period, or one date."""

    every: Every | None = field(default=None, metadata=says("周期"))
    day: int | None = field(default=None, metadata=says("周期内第几日前"))
    date: Day | None = field(default=None, metadata=says("一次性的到期日"))
    text: str = field(default="", metadata=says("原文中表示时限的那几个字"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Reporting:
    """Who reports what to whom; `limit_chars` is the length the text allows, in characters."""

    who: tuple[str, ...] = field(metadata=says("由谁报"))
    to: tuple[str, ...] = field(default=(), metadata=says("报给谁"))
    what: str = field(metadata=says("报什么，用自己的话"))
    due: Due | None = field(default=None, metadata=says("何时报：{every, day} 或 {date}"))
    limit_chars: int | None = field(default=None, metadata=says("字数限制"))
    clause: str | None = field(default=None, metadata=says("依据条款路径"))
    form: str | None = field(default=None, metadata=says("用哪张表（forms 的 id）"))
    unconfirmed: tuple[str, ...] = field(default=(), metadata=says("推定而未经确认的字段"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Column:
    """A head cell of a form; a group holds further columns, a leaf may have a unit."""

    name: str = field(metadata=says("列名"))
    unit: str | None = field(default=None, metadata=says("单位"))
    columns: tuple[Column, ...] = field(default=(), metadata=says("下级列"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Form:
    """The head of a table that must be filled, as a column tree; `row_key` names the first column."""

    id: str = field(metadata=says("表的 id"))
    title: str = field(metadata=says("表名，照原文"))
    row_key: str = field(metadata=says("首列名称，如 地区"))
    columns: tuple[Column, ...] = field(metadata=says("表头，一棵列树"))
    note: str | None = field(default=None, metadata=says("表注，用自己的话"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class SetItem:
    """One member of a named set, tied to the clause that spells it out."""

    name: str = field(metadata=says("这一项的名称，照原文"))
    clause: str = field(metadata=says("落到哪一条"))
    duty: str | None = field(default=None, metadata=says("落到该条哪一项责任"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class NamedSet:
    """A set with a name of its own, such as 八个一."""

    name: str = field(metadata=says("名称"))
    term: str | None = field(default=None, metadata=says("术语 id"))
    items: tuple[SetItem, ...] = field(metadata=says("各项"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Attachment:
    """A numbered annex; its clauses have paths that begin with `no`."""

    no: str = field(metadata=says("附件、附件1…"))
    title: str = field(metadata=says("附件题名，照原文"))
    form: str | None = field(default=None, metadata=says("附件就是某张表时，写表的 id"))
    text: str | None = field(default=None, metadata=says("附件第一条之前的原文逐字：附件号、题名、前言、表格"))
    clauses: tuple[Clause, ...] = field(default=(), metadata=says("附件的条款"))
    closing: str | None = field(default=None, metadata=says("附件最后一条之后的原文逐字，如版记、页脚"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class PartItems:
    """How many numbered items the original has in one part, counted by a person."""

    part: str = field(metadata=says("部分：正文、附件1…"))
    items: int = field(metadata=says("有序号的条目数"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Plan:
    """One plan as its source file holds it, before linking."""

    id: str = field(metadata=says("方案 id：地名拼音-年份"))
    place: str = field(metadata=says("地区 id"))
    title: str = field(metadata=says("方案名称，照原文"))
    notice_title: str | None = field(default=None, metadata=says("印发通知的标题"))
    number: str | None = field(default=None, metadata=says("发文字号，用六角括号〔〕"))
    kind: PlanKind = field(metadata=says("文种：通知、方案、意见"))
    issuers: tuple[str, ...] = field(metadata=says("发文机关"))
    addressees: tuple[str, ...] = field(default=(), metadata=says("主送机关"))
    cc: tuple[str, ...] = field(default=(), metadata=says("抄送机关"))
    issued: Day | None = field(default=None, metadata=says("成文日期"))
    printed: Day | None = field(default=None, metadata=says("印发日期"))
    printed_by: str | None = field(default=None, metadata=says("印发机关"))
    summary: str | None = field(default=None, metadata=says("全文摘要，用自己的话"))
    basis: tuple[str, ...] = field(default=(), metadata=says("依据的上级文件，写文件名录的 id"))
    replaces: tuple[str, ...] = field(default=(), metadata=says("替代了哪些方案"))
    replaced_by: str | None = field(default=None, metadata=says("被哪个方案替代"))
    changes: tuple[Change, ...] = field(default=(), metadata=says("本源文件的勘误记录"))
    period: tuple[Month, Month] | None = field(default=None, metadata=says("实施期限：起止月份"))
    scope: tuple[str, ...] = field(default=(), metadata=says("实施范围：企业类别、作业"))
    stages: tuple[Stage, ...] = field(default=(), metadata=says("阶段"))
    reporting: tuple[Reporting, ...] = field(default=(), metadata=says("信息报送"))
    forms: tuple[Form, ...] = field(default=(), metadata=says("报表"))
    sets: tuple[NamedSet, ...] = field(default=(), metadata=says("有名目的一组事项"))
    counted: tuple[PartItems, ...] = field(
        default=(), metadata=says("原文各部分有多少条，人工清点，用来核对有没有漏条")
    )
    notes: tuple[str, ...] = field(default=(), metadata=says("编者按，针对全文"))
    unconfirmed: tuple[str, ...] = field(default=(), metadata=says("推定而未经确认的字段"))
    opening: str | None = field(default=None, metadata=says("正文第一条之前的原文逐字：版头、标题、主送、前言"))
    clauses: tuple[Clause, ...] = field(metadata=says("正文条款"))
    closing: str | None = field(
        default=None, metadata=says("正文最后一条之后、附件之前的原文逐字：附件说明、署名、日期")
    )
    attachments: tuple[Attachment, ...] = field(default=(), metadata=says("附件"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)
