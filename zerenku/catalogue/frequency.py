"""How often a duty comes round, as an enterprise reads it: every shift, day, week … year, by a date, or lastingly."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from zerenku.catalogue.entries import LinkedDuty
from zerenku.catalogue.wording import EVERY_LABELS
from zerenku.model.clause import Every

SHIFT: Final = "每班"


class Frequency(StrEnum):
    """The groups of a list of obligations, in order; the periods have the values of `Every`."""

    SHIFT = "shift"
    DAY = "day"
    WEEK = "week"
    HALF_MONTH = "half-month"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    DATED = "dated"
    LASTING = "once"

    @property
    def label(self) -> str:
        """每班, 每季度, 有完成时限."""
        return LABELS[self]


PERIODS: Final = tuple(Every)
OF_PERIOD: Final = {every: Frequency(every.value) for every in Every}
LABELS: Final = {
    Frequency.SHIFT: SHIFT,
    **{Frequency(every.value): label for every, label in EVERY_LABELS.items()},
    Frequency.DATED: "有完成时限",
    Frequency.LASTING: "一次性或长期",
}


def frequency_of(duty: LinkedDuty) -> Frequency:
    """The shortest period of a repeating duty; a date, if it has one, is the next best."""
    rules = duty.duty.recurrence
    if not rules:
        return Frequency.DATED if duty.duty.deadlines else Frequency.LASTING
    if any(SHIFT in rule.text for rule in rules):
        return Frequency.SHIFT
    return OF_PERIOD[min([rule.every for rule in rules], key=PERIODS.index)]


def by_frequency(duties: Iterable[LinkedDuty]) -> list[tuple[Frequency, list[LinkedDuty]]]:
    """Each duty once, in its group: repeating ones, then dated ones by date, then the rest; no empty group."""
    groups: dict[Frequency, list[LinkedDuty]] = {frequency: [] for frequency in Frequency}
    for duty in duties:
        groups[frequency_of(duty)].append(duty)
    groups[Frequency.DATED].sort(key=lambda duty: duty.deadlines[0].date)
    return [(frequency, members) for frequency, members in groups.items() if members]
