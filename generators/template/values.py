"""What the names of a template stand for: plain text, lists and dicts, taken from the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from generators.compose import cells
from generators.compose.duty_lists import DutyGroup, ReportGroup, lists_of
from generators.compose.frame import (
    BLANK_DATE,
    BLANK_LINE,
    BLANK_NUMBER,
    FIELD_WORDS,
    NO_FIELDS,
    campaign,
    cited,
    department_of,
    papers_named,
    plan_of,
)
from generators.compose.tasks import Task, part_of, tasks_of
from generators.template.names import KNOWN, SAMPLE
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedDuty, LinkedReporting
from zerenku.errors import UnknownName
from zerenku.model.plan import Plan
from zerenku.model.register import Department

Value = str | int | list["Value"] | dict[str, "Value"]
Row = dict[str, Value]
GROUPS: Final = {"牵头": "牵头", "未明确牵头的": "分担", "配合": "配合", "自行落实": "自办"}
"""The short names of the lists of a department, and what a template calls them."""


def own_values(fields: Mapping[str, str] = NO_FIELDS) -> Row:
    """What a paper has without a plan: blanks, and what a person filled in, under names of their own if they like.

    UnknownName for a name that a person may not fill, or that is none.
    """
    kept = {item.name for item in KNOWN} - set(FIELD_WORDS)
    for name in fields:
        if name in kept or not name.isidentifier() or name.startswith("_"):
            raise UnknownName("填写项", name, tuple(FIELD_WORDS))
    blanks: Row = {SAMPLE: "", "文号": BLANK_NUMBER, "成文日期": BLANK_DATE}
    return blanks | dict.fromkeys(FIELD_WORDS, BLANK_LINE) | {name: text for name, text in fields.items() if text}


def values_of(
    catalogue: Catalogue, plan_id: str, *, department_id: str | None = None, fields: Mapping[str, str] = NO_FIELDS
) -> Row:
    """Everything that a template may ask of a plan; with a department 责任 and 时限 hold only what concerns it.

    UnknownName when the catalogue has no such plan or department, or a person may not fill such a field.
    """
    plan = plan_of(catalogue, plan_id)
    department = department_of(catalogue, department_id) if department_id else None
    tasks = tuple(tasks_of(catalogue, plan))
    duties, dated = _duties(tasks_of(catalogue, plan, department) if department else tasks)
    return own_values(fields) | {
        SAMPLE: wording.SAMPLE_MARK,
        "方案": _plan(catalogue, plan),
        "责任": list(duties.values()),
        "条款": list(_clauses(catalogue, plan)),
        "部门": list(_departments(catalogue, plan, tasks, department)),
        "时限": dated,
        "阶段": [{"名称": stage.name, "期限": cells.span_text(stage.first, stage.last)} for stage in plan.stages],
        "报送": _reports(catalogue.reporting_of(plan.id)),
        "本部门": department.name if department else "",
    }


def _plan(catalogue: Catalogue, plan: Plan) -> Row:
    """The number and the day of issue only of a plan that holds its own text: else they would dress up our summary."""
    held = plan.opening is not None
    place = catalogue.registers.places.get(plan.place)
    return {
        "名称": plan.title,
        "引用": cited(plan),
        "事由": campaign(plan),
        "文号": plan.number or "" if held else BLANK_NUMBER,
        "文种": plan.kind.value,
        "发文机关": "、".join(plan.issuers),
        "主送机关": "、".join(plan.addressees),
        "抄送机关": "、".join(plan.cc),
        "成文日期": (wording.date_text(plan.issued) if plan.issued else "") if held else BLANK_DATE,
        "期限": wording.period_text(plan),
        "地区": place.name if place else "",
        "摘要": plan.summary or "",
        "上级文件": papers_named(catalogue.lineage(plan.id).basis),
    }


def _duties(tasks: Iterable[Task]) -> tuple[dict[str, Row], list[Value]]:
    """The rows of 责任 by anchor, and those of 时限."""
    rows: dict[str, Row] = {}
    dated = []
    for task in tasks:
        for duty in task.duties:
            rows[duty.anchor] = _duty(duty, len(rows) + 1, part=task.part, heading=task.heading)
            dated += [(item.date, item.what or duty.duty.do, duty) for item in duty.deadlines]
    dated.sort(key=lambda item: item[0])
    return rows, [
        {
            "日期": wording.date_text(day),
            "事项": what,
            "责任单位": cells.lead_cell(duty),
            "依据": cells.source_cell(duty),
        }
        for day, what, duty in dated
    ]


def _duty(duty: LinkedDuty, number: int, *, part: str = "", heading: str = "") -> Row:
    return {
        "序号": number,
        "部分": part,
        "任务": heading,
        "要求": cells.requirement(duty),
        "牵头单位": cells.lead_cell(duty),
        "配合单位": cells.support_cell(duty),
        "完成时限": cells.time_cell(duty),
        "指标": "；".join(wording.target_text(target) for target in duty.duty.targets),
        "佐证": duty.duty.evidence or "",
        "责任确定度": wording.certainty_label(duty.certainty),
        "依据": cells.source_cell(duty),
    }


def _clauses(catalogue: Catalogue, plan: Plan) -> Iterator[Row]:
    for clause in catalogue.clauses_of(plan.id):
        yield {
            "位置": clause.path.citation,
            "序号": clause.clause.mark,
            "标题": (clause.clause.heading or "").rstrip("。"),
            "摘要": clause.clause.summary or "",
            "部分": part_of(clause),
        }


def _departments(catalogue: Catalogue, plan: Plan, tasks: Iterable[Task], only: Department | None) -> Iterator[Row]:
    """The departments with something to do in the plan, each duty in the first list that it fits."""
    told = {duty.anchor: (task.part, task.heading) for task in tasks for duty in task.duties}
    for department in (only,) if only else catalogue.active_departments():
        lists = lists_of(catalogue, department, plan)
        if not lists.count and only is None:
            continue
        row: Row = {"名称": department.name, "简称": department.short or department.name}
        for group in lists.groups:
            match group:
                case DutyGroup(short=short, duties=duties):
                    row[GROUPS[short]] = [
                        _duty(duty, number, part=told[duty.anchor][0], heading=told[duty.anchor][1])
                        for number, duty in enumerate(duties, start=1)
                    ]
                case ReportGroup(reports=reports):
                    row["报送"] = _reports(reports)
        yield row


def _reports(reports: Iterable[LinkedReporting]) -> list[Value]:
    return [
        {
            "序号": number,
            "由谁报": "、".join(party.written for party in item.who),
            "报给谁": "、".join(party.written for party in item.to),
            "内容": item.reporting.what,
            "时限": wording.due_text(item.reporting.due) if item.reporting.due else "",
            "字数": str(item.reporting.limit_chars or ""),
            "依据": item.reporting.clause or "",
        }
        for number, item in enumerate(reports, start=1)
    ]
