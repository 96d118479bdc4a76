"""What the catalogue knows of a plan, in the shape of the interchange format (`zerenku export PLAN --json`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause, LinkedDuty
from zerenku.model.clause import Assignment, Certainty, Deadline, Recurrence, Target
from zerenku.model.plan import Column, Form, NamedSet, Plan, Reporting
from zerenku.model.register import Document

Json = dict[str, Any]


def plan_json(catalogue: Catalogue, plan: Plan) -> Json:
    """One plan as a JSON-ready object; dates are ISO strings, what the original lacks is null."""
    documents = [catalogue.registers.documents.get(item) for item in plan.basis]
    return {
        "id": plan.id,
        "title": plan.title,
        "notice_title": plan.notice_title,
        "number": plan.number,
        "kind": plan.kind.value,
        "place": plan.place,
        "issuer": list(plan.issuers),
        "issued": _day(plan.issued),
        "printed": _day(plan.printed),
        "printed_by": plan.printed_by,
        "addressees": list(plan.addressees),
        "cc": list(plan.cc),
        "summary": plan.summary,
        "basis": [_basis(document) for document in documents if document],
        "replaces": list(plan.replaces),
        "replaced_by": plan.replaced_by,
        "changes": [{"date": _day(change.date), "what": change.what} for change in plan.changes],
        "period": list(plan.period) if plan.period else None,
        "scope": list(plan.scope),
        "attachments": [{"no": item.no, "title": item.title, "form": item.form} for item in plan.attachments],
        "clauses": [clause_json(clause) for clause in catalogue.clauses_of(plan.id)],
        "stages": [
            {"scope": stage.scope, "name": stage.name, "from": stage.first, "to": stage.last, "clause": stage.clause}
            for stage in plan.stages
        ],
        "reporting": [_reporting(item) for item in plan.reporting],
        "forms": [_form(form) for form in plan.forms],
        "sets": [_set(named) for named in plan.sets],
        "counted": [{"part": item.part, "items": item.items} for item in plan.counted],
        "notes": list(plan.notes),
        "unconfirmed": list(plan.unconfirmed),
        "findings": [],
    }


def is_joint(owners: Assignment) -> bool:
    """Whether several answer together; one group alone (各镇人民政府负责) reads like one owner, unless by remit."""
    if owners.certainty is Certainty.COLLECTIVE:
        return len(owners.lead) > 1 or "分工" in owners.phrase
    return owners.certainty is Certainty.JOINT


def clause_json(linked: LinkedClause) -> Json:
    """One clause; `lead` and `support` are unions over its assignments, facts are unions over its duties."""
    clause = linked.clause
    owners = clause.assignments
    return {
        "path": list(linked.path.elements),
        "anchor": linked.anchor,
        "heading": clause.heading,
        "starts": clause.starts,
        "summary": clause.summary,
        "lead": _union(item.lead for item in owners),
        "support": _union(item.support for item in owners),
        "joint": any(map(is_joint, owners)),
        "inherits": any(item.inherits for item in owners),
        "owner_text": "；".join(item.phrase for item in owners) or None,
        "deadlines": [deadline_json(item) for item in linked.deadlines],
        "recurrence": [recurrence_json(item) for item in linked.recurrence],
        "targets": [target_json(item) for item in linked.targets],
        "cites": list(clause.cites),
        "applies_to": _union([clause.applies_to, *(duty.applies_to for duty in clause.duties)]),
        "inline": list(clause.inline),
        "obliged": _obliged(linked),
        "assignments": [_assignment(item, linked) for item in owners],
        "duties": [_duty(duty) for duty in linked.duties],
        "topics": list(clause.topics),
        "notes": list(clause.notes),
        "unconfirmed": list(clause.unconfirmed),
    }


def _duty(linked: LinkedDuty) -> Json:
    duty = linked.duty
    return {
        "id": duty.id,
        "obliged": list(duty.obliged),
        "subject": list(linked.subjects),
        "do": duty.do,
        "certainty": linked.certainty.value,
        "deadlines": [deadline_json(item) for item in duty.deadlines],
        "recurrence": [recurrence_json(item) for item in duty.recurrence],
        "targets": [target_json(item) for item in duty.targets],
        "evidence": duty.evidence,
        "stage": duty.stage,
        "applies_to": list(duty.applies_to),
        "topics": [topic.id for topic in linked.topics],
    }


def _assignment(item: Assignment, linked: LinkedClause) -> Json:
    return {
        "phrase": item.phrase,
        "lead": list(item.lead),
        "support": list(item.support),
        "certainty": item.certainty.value,
        "inherits": item.inherits,
        "covers": list(item.covers or (duty.id for duty in linked.duties)),
    }


def _obliged(linked: LinkedClause) -> str | None:
    """Who bears the duties in the end: `enterprise` also where departments must urge; null for bare headings."""
    if any(duty.for_enterprises for duty in linked.duties):
        return "enterprise"
    return "department" if linked.duties else None


def deadline_json(item: Deadline) -> Json:
    """A due date, with the words it was read from."""
    return {"date": _day(item.date), "text": item.text, "what": item.what}


def recurrence_json(item: Recurrence) -> Json:
    """A repeat rule; `day` only where the text names one."""
    shown = {
        "every": item.every.value,
        "n": item.n,
        "op": item.op.value,
        "text": item.text,
        "who": item.who,
        "what": item.what,
    }
    return shown | ({"day": item.day} if item.day else {})


def target_json(item: Target) -> Json:
    """A number to reach; whole values without a decimal point."""
    value = int(item.value) if item.value.is_integer() else item.value
    return {"op": item.op.value, "value": value, "unit": item.unit, "text": item.text, "what": item.what}


def _reporting(item: Reporting) -> Json:
    due: object = None
    if item.due:
        rule = {key: value for key, value in (("every", item.due.every), ("day", item.due.day)) if value}
        due = _day(item.due.date) or rule or None
    return {
        "who": "、".join(item.who),
        "to": "、".join(item.to) or None,
        "what": item.what,
        "due": due,
        "due_text": item.due.text if item.due else None,
        "limit_chars": item.limit_chars,
        "clause": item.clause,
        "form": item.form,
        "unconfirmed": list(item.unconfirmed),
    }


def _form(form: Form) -> Json:
    columns = [_column(column) for column in form.columns]
    return {"id": form.id, "title": form.title, "row_key": form.row_key, "columns": columns, "note": form.note}


def _column(column: Column) -> Json:
    shown: Json = {"name": column.name, "unit": column.unit}
    return shown | ({"columns": [_column(item) for item in column.columns]} if column.columns else {})


def _set(named: NamedSet) -> Json:
    items = [{"name": item.name, "clause": item.clause, "duty": item.duty} for item in named.items]
    return {"name": named.name, "term": named.term, "items": items}


def _basis(document: Document) -> str:
    return f"《{document.title}》" + (f"（{document.number}）" if document.number else "")


def _union(groups: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(name for group in groups for name in group))


def _day(day: object) -> str | None:
    return None if day is None else str(day)
