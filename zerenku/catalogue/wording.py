"""How facts are said in Chinese, once for site, Word, search and command line alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from zerenku.catalogue.entries import LinkedDuty
from zerenku.model.clause import Certainty, Every, Operator, Recurrence, Target
from zerenku.model.plan import Due, Plan
from zerenku.model.register import Department

SAMPLE_MARK = "样稿，文字系摘编，以原文为准"
EXCERPT = "（摘编）"
"""Behind the title of a plan or attachment in a 样稿."""
SUMMARY_CAUTION = "文字系摘编，以原文为准"
UNCONFIRMED = "待确认"
UNCHECKED = "待核"
EDITORIAL = "编者按"
NOT_WRITTEN = "原文未写责任单位"
NO_CLEAR_LEAD = "未明确牵头"

CERTAINTY_LABELS = {
    Certainty.LEAD: "明确牵头",
    Certainty.JOINT: NO_CLEAR_LEAD,
    Certainty.COLLECTIVE: NO_CLEAR_LEAD,
    Certainty.NONE: NOT_WRITTEN,
}
EVERY_LABELS = {
    Every.DAY: "每日",
    Every.WEEK: "每周",
    Every.HALF_MONTH: "每半月",
    Every.MONTH: "每月",
    Every.QUARTER: "每季度",
    Every.HALF_YEAR: "每半年",
    Every.YEAR: "每年",
}
OPERATOR_LABELS = {
    Operator.AT_LEAST: "不少于",
    Operator.AT_MOST: "不超过",
    Operator.MORE: "多于",
    Operator.LESS: "少于",
    Operator.EQUAL: "",
}


def certainty_label(certainty: Certainty) -> str:
    """明确牵头, 未明确牵头 or 原文未写责任单位."""
    return CERTAINTY_LABELS[certainty]


def names(departments: Iterable[Department]) -> str:
    """Registered names joined by 、."""
    return "、".join([department.name for department in departments])


def owner_line(duty: LinkedDuty, named: Callable[[Iterable[Department]], str] = names) -> str:
    """Who owns a duty, in one phrase, departments as `named`; only a clear lead is ever called 牵头 (product.md)."""
    support = f"；{support_label(duty)}：{named(duty.support)}" if duty.support else ""
    match duty.certainty:
        case Certainty.LEAD:
            return f"牵头：{named(duty.lead)}{support}"
        case Certainty.JOINT:
            return f"{NO_CLEAR_LEAD}（按职责分工：{named(duty.lead)}）{support}"
        case Certainty.COLLECTIVE:
            return f"{NO_CLEAR_LEAD}（{named(duty.lead)}）{support}"
        case Certainty.NONE:
            return f"{NOT_WRITTEN}（{subject_text(duty)}）{support}"


def support_label(duty: LinkedDuty) -> str:
    """配合 beside an owner; where the text names no owner, those it draws in take part: 参与."""
    return "参与" if duty.certainty is Certainty.NONE else "配合"


def subject_text(duty: LinkedDuty) -> str:
    """文中主体：X, or that the sentence names none."""
    return f"文中主体：{'、'.join(duty.subjects)}" if duty.subjects else "原句未写主语"


def obliged_text(duty: LinkedDuty) -> str:
    """The bearers as written, with 待确认 when they were inferred."""
    doubt = f"（{UNCONFIRMED}）" if "obliged" in duty.unconfirmed else ""
    return "、".join([party.written for party in duty.obliged]) + doubt


def date_text(day: date) -> str:
    """2026年3月5日, no zero padding (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def month_text(month: str) -> str:
    """`2026-03` → 2026年3月, `2026-03-05` → 2026年3月5日."""
    year, number, *rest = (int(part) for part in month.split("-"))
    return f"{year}年{number}月" + (f"{rest[0]}日" if rest else "")


def period_text(plan: Plan) -> str:
    """2023年1月至2023年12月; empty when the original names none."""
    return f"{month_text(plan.period[0])}至{month_text(plan.period[1])}" if plan.period else ""


def recurrence_text(rule: Recurrence) -> str:
    """每季度至少1次, 每月15日前."""
    label = EVERY_LABELS[rule.every]
    least = "至少" if rule.op == Operator.AT_LEAST else ""
    return f"{label}{rule.day}日前" if rule.day else f"{label}{least}{rule.n}次"


def number_text(value: float) -> str:
    """10.0 → 10, 0.5 → 0.5; no digit is rounded away."""
    return str(int(value)) if value.is_integer() else str(value)


def target_text(target: Target) -> str:
    """抽查比例：不少于10%."""
    figure = f"{OPERATOR_LABELS[target.op]}{number_text(target.value)}{target.unit}"
    return f"{target.what}：{figure}" if target.what else figure


def due_text(due: Due) -> str:
    """每月15日前, 2023年12月20日前, or the words of the text where they say more than the period (每年6月15日前)."""
    if due.date:
        return f"{date_text(due.date)}前"
    if due.every and due.day:
        return f"{EVERY_LABELS[due.every]}{due.day}日前"
    return due.text or (EVERY_LABELS[due.every] if due.every else "")
