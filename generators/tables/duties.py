"""Duties as rows of texts under Chinese heads, one row a duty, in the order of the plans and their text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedDuty
from zerenku.model.clause import Recurrence, Target

JOIN: Final = "；"
HEADS: Final = (
    "地区",
    "方案",
    "文号",
    "条款",
    "做什么（摘编，以原文为准）",
    "由谁做",
    "责任确定度",
    "责任单位",
    "配合单位",
    "完成时限",
    "频次",
    "指标",
    "佐证",
    "适用对象",
    "主题",
    "编号",
)
"""Column heads; 责任单位 are leaders only where 责任确定度 says 明确牵头."""
WIDTHS: Final = (10, 24, 16, 14, 44, 18, 14, 24, 24, 16, 18, 20, 18, 18, 14, 24)
"""Widths of the columns in digits, as Excel measures."""


def duty_row(duty: LinkedDuty) -> tuple[str, ...]:
    """The cells of a duty, in the order of HEADS; days are ISO dates, so that they sort."""
    return (
        duty.place.name,
        duty.plan.title,
        duty.plan.number or "",
        duty.path.citation,
        duty.duty.do,
        wording.obliged_text(duty),
        wording.certainty_label(duty.certainty),
        wording.names(duty.lead),
        wording.names(duty.support),
        JOIN.join(f"{deadline.date}" for deadline in duty.deadlines),
        rules_text(duty.duty.recurrence),
        targets_text(duty.duty.targets),
        duty.duty.evidence or "",
        JOIN.join(entry.name for entry in duty.enterprises),
        JOIN.join(topic.name for topic in duty.topics),
        duty.anchor,
    )


def duty_rows(duties: Iterable[LinkedDuty]) -> tuple[tuple[str, ...], ...]:
    """A row for each duty."""
    return tuple(map(duty_row, duties))


def rules_text(rules: Iterable[Recurrence]) -> str:
    """每月15日前；每季度至少1次."""
    return JOIN.join(map(wording.recurrence_text, rules))


def targets_text(targets: Iterable[Target]) -> str:
    """抽查比例：不少于10%."""
    return JOIN.join(map(wording.target_text, targets))
