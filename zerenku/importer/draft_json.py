"""A draft in the shape of the interchange format: what the importer recognised (`zerenku import FILE --json`)."""

from __future__ import annotations

from typing import Any

from zerenku.catalogue.interchange import deadline_json, is_joint, recurrence_json, target_json
from zerenku.importer.draft_plan import starts_of
from zerenku.importer.duties import duty_of, is_enterprises, unique
from zerenku.model.clause import Assignment, Duty
from zerenku.model.outline import Draft, DraftClause
from zerenku.model.plan import Reporting

Json = dict[str, Any]


def draft_json(draft: Draft, *, plan_id: str) -> Json:
    """One draft as a JSON-ready object; dates are ISO strings, what the original lacks is null."""
    head = draft.outline.head
    title = head.plan_title or head.title
    return {
        "id": plan_id,
        "title": title.value if title else None,
        "notice_title": head.title.value if head.title and title is not head.title else None,
        "number": head.number.value if head.number else None,
        "issuer": list(unique(item.value for item in head.issuers)),
        "issued": str(head.issued.value) if head.issued else None,
        "printed": str(head.printed.value) if head.printed else None,
        "printed_by": head.printed_by.value if head.printed_by else None,
        "addressees": list(unique(item.value for item in head.addressees)),
        "cc": list(unique(item.value for item in head.cc)),
        "basis": list(unique(item.value for item in head.basis)),
        "period": list(draft.period) if draft.period else None,
        "attachments": [{"no": part.no, "title": part.title} for part in draft.outline.attachments],
        "noted_attachments": [item.value for item in head.noted_attachments],
        "clauses": [_clause(draft, clause) for clause in draft.clauses],
        "stages": [
            {
                "scope": item.value.scope,
                "name": item.value.name,
                "from": item.value.first,
                "to": item.value.last,
                "clause": item.value.clause,
            }
            for item in draft.stages
        ],
        "reporting": [_reporting(item.value) for item in draft.reporting],
        "forms": [],
        "sets": [],
        "notes": [],
        "claimed": round(draft.claimed, 4),
        "unread": [{"line": item.line, "text": item.text, "why": item.why} for item in draft.unread],
        "unconfirmed": list(draft.unconfirmed),
        "findings": [],
    }


def _clause(draft: Draft, clause: DraftClause) -> Json:
    text, piece = draft.outline.text, clause.piece
    owners = [item.value for item in clause.assignments]
    duty, guessed = duty_of(draft, clause)
    return {
        "path": list(piece.path.elements),
        "heading": piece.heading,
        "starts": starts_of(text, piece),
        "text": text[piece.start : piece.end],
        "lead": list(unique(name for item in owners for name in item.lead)),
        "support": list(unique(name for item in owners for name in item.support)),
        "joint": any(map(is_joint, owners)),
        "inherits": any(item.inherits for item in owners),
        "owner_text": "；".join(item.phrase for item in owners) or None,
        "deadlines": [deadline_json(item.value) for item in clause.deadlines],
        "recurrence": [recurrence_json(item.value) for item in clause.recurrence],
        "targets": [target_json(item.value) for item in clause.targets],
        "cites": list(unique(item.value for item in clause.cites)),
        "applies_to": list(unique(item.value for item in clause.applies_to)),
        "inline": [item.value for item in clause.inline],
        "obliged": ("enterprise" if is_enterprises(duty.obliged) else "department") if duty else None,
        "assignments": [_assignment(item, duty) for item in owners],
        "duties": [_duty(duty)] if duty else [],
        "unconfirmed": list(guessed),
    }


def _assignment(item: Assignment, duty: Duty | None) -> Json:
    return {
        "phrase": item.phrase,
        "lead": list(item.lead),
        "support": list(item.support),
        "certainty": item.certainty.value,
        "inherits": item.inherits,
        "covers": list(item.covers) or (["d1"] if duty else []),
    }


def _duty(duty: Duty) -> Json:
    return {
        "id": "d1",
        "obliged": list(duty.obliged),
        "subject": list(duty.obliged if duty.subject is None else duty.subject),
        "do": duty.do,
        "deadlines": [deadline_json(item) for item in duty.deadlines],
        "recurrence": [recurrence_json(item) for item in duty.recurrence],
        "targets": [target_json(item) for item in duty.targets],
        "evidence": duty.evidence,
        "stage": duty.stage,
        "applies_to": list(duty.applies_to),
    }


def _reporting(item: Reporting) -> Json:
    due: object = None
    if item.due:
        due = str(item.due.date) if item.due.date else {"every": item.due.every, "day": item.due.day}
    return {
        "who": "、".join(item.who) or None,
        "to": "、".join(item.to) or None,
        "what": item.what,
        "due": due,
        "due_text": item.due.text if item.due else None,
        "limit_chars": item.limit_chars,
        "clause": item.clause,
        "unconfirmed": list(item.unconfirmed),
    }
