"""Clause, assignment, duty, and the facts of a duty. Names are as written in the original; linking resolves them."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Final

from zerenku.model.fields import Day, record, says
from zerenku.model.place import NOWHERE, Span

FACT_CHARS: Final = 23
"""The words of a fact are a phrase; from 24 characters on the project calls it copying."""


class Certainty(StrEnum):
    """How sure the owner is (product.md): only `lead` is ever shown as 牵头."""

    LEAD = "lead"
    JOINT = "joint"
    COLLECTIVE = "collective"
    NONE = "none"


class Every(StrEnum):
    """The period of a recurrence (interchange.md)."""

    DAY = "day"
    WEEK = "week"
    HALF_MONTH = "half-month"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


class Operator(StrEnum):
    """How a value compares with its target."""

    AT_LEAST = ">="
    AT_MOST = "<="
    MORE = ">"
    LESS = "<"
    EQUAL = "="


@record
class Deadline:
    """A due date; `text` is the words of the date alone."""

    date: Day = field(metadata=says("到期日，如 2026-06-30"))
    text: str = field(metadata=says("原文中表示日期的那几个字，不含整句"))
    what: str = field(default="", metadata=says("到期要完成什么，用自己的话"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Recurrence:
    """A repeat rule: `n` times per `every` (`op` says at least or exactly); `day` is a day of the month, if named."""

    every: Every = field(metadata=says("周期：day week half-month month quarter half-year year"))
    n: int = field(default=1, metadata=says("每个周期几次"))
    op: Operator = field(default=Operator.EQUAL, metadata=says("次数的比较：至少写 >=，恰好（默认）写 ="))
    day: int | None = field(default=None, metadata=says("每月几日前，原文写明时才填"))
    text: str = field(metadata=says("原文中表示频次的那几个字"))
    who: str = field(default="", metadata=says("由谁做"))
    what: str = field(default="", metadata=says("做什么，用自己的话"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Target:
    """A number someone can be held to: a share, a count of acts or firms, a limit."""

    op: Operator = field(metadata=says("比较：>= <= > < ="))
    value: float = field(metadata=says("数值，只写数"))
    unit: str = field(metadata=says("单位，如 %、家、次"))
    text: str = field(metadata=says("原文中表示指标的那几个字"))
    what: str = field(default="", metadata=says("指标说的是什么，用自己的话"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Assignment:
    """One office phrase with what it covers; an empty `covers` means every duty of the clause."""

    certainty: Certainty = field(
        metadata=says("责任确定度：lead 明确牵头，joint 按职责分工，collective 各相关部门，none 未写")
    )
    lead: tuple[str, ...] = field(default=(), metadata=says("牵头（或并列负责）的部门，照原文写法"))
    support: tuple[str, ...] = field(default=(), metadata=says("配合部门，照原文写法"))
    phrase: str = field(default="", metadata=says("责任短语原文，只写短语本身"))
    covers: tuple[str, ...] = field(default=(), metadata=says("管到本条哪几项责任（d1、d2…），不写为全部"))
    inherits: bool = field(default=False, metadata=says("短语写在一组条款之后、由各条共用时为 true"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Duty:
    """One party, one thing to do. Tasks and obligations everywhere in the product are duties."""

    id: str = field(default="", metadata=says("本条内编号 d1、d2…，不写则按次序"))
    obliged: tuple[str, ...] = field(default=(), metadata=says("谁来做：部门、镇村，或企业类别、作业、规模、身份"))
    subject: tuple[str, ...] | None = field(
        default=None, metadata=says("原句主语，与 obliged 不同时才写；既无主语、也没写督促谁去做的，写 []")
    )
    do: str = field(metadata=says("做什么：一句祈使句，用自己的话"))
    deadlines: tuple[Deadline, ...] = field(default=(), metadata=says("完成时限"))
    recurrence: tuple[Recurrence, ...] = field(default=(), metadata=says("频次"))
    targets: tuple[Target, ...] = field(default=(), metadata=says("指标"))
    evidence: str | None = field(default=None, metadata=says("佐证：原文写明的记录、档案、报表"))
    stage: str | None = field(default=None, metadata=says("所在阶段的名称，须与 stages 中一致"))
    applies_to: tuple[str, ...] = field(default=(), metadata=says("适用的企业类别、作业、规模、身份"))
    topics: tuple[str, ...] = field(default=(), metadata=says("主题 id，不写则随本条"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Clause:
    """The smallest marked piece of a plan, with its own-words summary and its facts."""

    mark: str = field(metadata=says("序号：一、（一）、1、（1）、①、第一条，无序号段落写 ¶1；同级重号写 5#2"))
    heading: str | None = field(default=None, metadata=says("标题，照原文"))
    starts: str = field(metadata=says("序号之后的前 12 个字，用来在原文中定位"))
    text: str | None = field(default=None, metadata=says("原文逐字，含序号和换行；由导入写入，导出原文时按序拼回"))
    summary: str | None = field(default=None, metadata=says("摘编：一到三句，用自己的话"))
    assignments: tuple[Assignment, ...] = field(default=(), metadata=says("责任分工"))
    duties: tuple[Duty, ...] = field(default=(), metadata=says("责任事项"))
    deadlines: tuple[Deadline, ...] = field(default=(), metadata=says("写在标题上、不属于某一项责任的时限"))
    recurrence: tuple[Recurrence, ...] = field(default=(), metadata=says("不属于某一项责任的频次"))
    targets: tuple[Target, ...] = field(default=(), metadata=says("不属于某一项责任的指标"))
    cites: tuple[str, ...] = field(default=(), metadata=says("引用的文件、标准，照原文写法"))
    applies_to: tuple[str, ...] = field(default=(), metadata=says("适用的企业类别、作业、规模、身份"))
    topics: tuple[str, ...] = field(default=(), metadata=says("主题 id"))
    inline: tuple[str, ...] = field(default=(), metadata=says("段内“一是、二是”各点的序词"))
    notes: tuple[str, ...] = field(default=(), metadata=says("编者按：原文的误植、矛盾，用自己的话"))
    unconfirmed: tuple[str, ...] = field(default=(), metadata=says("推定而未经确认的字段，如 duties/0/obliged"))
    clauses: tuple[Clause, ...] = field(default=(), metadata=says("下级条款"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)
