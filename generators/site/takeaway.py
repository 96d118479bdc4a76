"""What may be taken away of a plan or a department: files beside the pages, which link to those that are there."""

from __future__ import annotations

from generators.site.papers import paper_name
from zerenku.catalogue.takeaway import CalendarOf, calendar_name, data_name
from zerenku.model.plan import Plan
from zerenku.model.register import Department


def plan_files(plan: Plan) -> tuple[tuple[str, str], ...]:
    """(what it is, name from the root of the site) of a plan."""
    return (
        ("任务分解表（Word）", paper_name(plan.id, "tasks")),
        ("责任表（.xlsx）", data_name(plan.id, ".xlsx")),
        ("责任表（.csv）", data_name(plan.id, ".csv")),
        ("日历（.ics）", plan_calendar(plan)),
        ("数据（.json）", data_name(plan.id, ".json")),
    )


def plan_calendar(plan: Plan) -> str:
    """Where the calendar of a plan lies."""
    return calendar_name(CalendarOf.PLAN, plan.id)


def department_files(department: Department) -> tuple[tuple[str, str], ...]:
    """The same of a department."""
    return (("日历（.ics）", calendar_name(CalendarOf.DEPARTMENT, department.id)),)


def progress_files(plan: Plan) -> tuple[tuple[str, str], ...]:
    """The forms of a plan: empty to fill, filled with what came in, and the letter to those who owe it."""
    return tuple(
        (f"{label}（{program}）", paper_name(plan.id, kind, suffix))
        for kind, label in (("progress-form", "空白统计表"), ("progress-total", "汇总表"), ("reminder", "催报函"))
        for suffix, program in ((".xlsx", "Excel"), (".docx", "Word"))
    )
