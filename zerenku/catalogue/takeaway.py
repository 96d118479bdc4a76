"""Names of the files to take away, from the root of the site: the one rule that pages and writers share."""

from __future__ import annotations

from enum import StrEnum


class CalendarOf(StrEnum):
    """Whose days a calendar holds."""

    PLAN = "plan"
    DEPARTMENT = "department"
    ENTERPRISE = "enterprise"


def calendar_name(whose: CalendarOf, entry_id: str) -> str:
    """`calendars/department-qinghe-yingji.ics` of the department `qinghe/yingji`."""
    return f"calendars/{whose}-{entry_id.replace('/', '-')}.ics"


def data_name(plan_id: str, suffix: str) -> str:
    """`data/qinghe-2030.json`, `data/qinghe-2030.csv`."""
    return f"data/{plan_id}{suffix}"
