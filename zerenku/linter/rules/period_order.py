"""实施期限和阶段的起始不得晚于截止，成文不得晚于印发。

通过：from: 2030-01，to: 2030-06　不通过：from: 2030-07，to: 2030-06
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.finding import Finding, Severity

ID: Final = "period-order"
SEVERITY: Final = Severity.ERROR


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Periods, stages and the two dates of a paper run forward."""
    for plan in catalogue.plans:
        if plan.period and _backwards(*plan.period):
            yield Finding(plan.span, ID, f"实施期限起止颠倒：{plan.period[0]} 至 {plan.period[1]}", SEVERITY, "请对换")
        if plan.issued and plan.printed and plan.issued > plan.printed:
            yield Finding(plan.span, ID, f"成文日期 {plan.issued} 晚于印发日期 {plan.printed}", SEVERITY, "请核对")
        for stage in plan.stages:
            if _backwards(stage.first, stage.last):
                text = f"阶段“{stage.name}”起止颠倒：{stage.first} 至 {stage.last}"
                yield Finding(stage.span, ID, text, SEVERITY, "请对换")


def _backwards(first: str, last: str) -> bool:
    """True when `first` comes after `last`; a month beside a day is compared by months."""
    length = min(len(first), len(last))
    return first[:length] > last[:length]
