"""The duty of a clause as far as an importer can tell it: who, what, by when; what is guessed is marked so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from zerenku.model.clause import Certainty, Duty
from zerenku.model.outline import Draft, DraftClause
from zerenku.text.names import names_apart
from zerenku.text.times import is_coarse

LONGEST: Final = 80
ENTERPRISE: Final = re.compile(
    r"企业|生产经营单位|出租方|承租方|经营者|业主|物业|工厂|厂家|商户|从业人员|实际控制人|法定代表人"
)


def duty_of(draft: Draft, clause: DraftClause) -> tuple[Duty | None, tuple[str, ...]]:
    """The duty of a clause that names an owner, a date, a repeat rule, a target or a party; and its guessed fields.

    A bare heading or plain prose has none. `do` is the heading or the first sentence, verbatim.
    """
    facts = clause.deadlines or clause.recurrence or clause.targets
    if not (facts or clause.assignments or clause.subjects):
        return None, ()
    subjects = unique(name for item in clause.subjects for name in names_apart(item.value))
    leads = unique(
        name for item in clause.assignments for name in item.value.lead if item.value.certainty is not Certainty.NONE
    )
    obliged = leads or subjects
    guessed = ["duties/0/do"]
    if not obliged:
        obliged = unique(item.value for item in draft.outline.head.issuers)
        guessed.append("duties/0/obliged")
    elif not leads:
        guessed.append("duties/0/obliged")
    guessed += [f"duties/0/recurrence/{index}" for index, item in enumerate(clause.recurrence) if is_coarse(item.value)]
    duty = Duty(
        obliged=obliged,
        subject=subjects if subjects != obliged else None,
        do=_do(draft.outline.text, clause),
        deadlines=tuple(item.value for item in clause.deadlines),
        recurrence=tuple(item.value for item in clause.recurrence),
        targets=tuple(item.value for item in clause.targets),
        stage=_stage(draft, clause),
        applies_to=unique(item.value for item in clause.applies_to),
    )
    return duty, tuple(guessed)


def is_enterprises(names: tuple[str, ...]) -> bool:
    """Whether a duty falls on enterprises or those who run them."""
    return any(ENTERPRISE.search(name) for name in names)


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Names in order, each once."""
    return tuple(dict.fromkeys(names))


def _do(text: str, clause: DraftClause) -> str:
    piece = clause.piece
    said = text[piece.body : piece.end].strip()
    first = re.split(r"[。；\n]", said, maxsplit=1)[0].strip()
    return (piece.heading or first or said)[:LONGEST] or "（待补）"


def _stage(draft: Draft, clause: DraftClause) -> str | None:
    """The name of the innermost stage whose clause is this one or stands above it."""
    path = str(clause.piece.path)
    name = None
    for stage in draft.stages:
        under = stage.value.clause
        if under is not None and (path == under or path.startswith(f"{under}/")):
            name = stage.value.name
    return name
