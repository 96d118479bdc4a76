"""How one duty reads in the cells of a table: what to do, who owns it, by when, and where the original says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedDuty
from zerenku.model.clause import Certainty, Deadline, Recurrence
from zerenku.model.path import bookmark_of
from zerenku.model.plan import Plan, Stage
from zerenku.model.register import Department, Place

NOT_SAID: Final = "原文未写"
NONE: Final = "—"
DOUBT: Final = f"（{wording.UNCONFIRMED}）"
EVERY_FIRM: Final = re.compile(r"(?:各类|各|所有|有关|相关)*(?:企业|生产经营单位)")
SHOWN_BEARERS: Final = 4
LAST_DAY: Final = date.max


def requirement(duty: LinkedDuty) -> str:
    """What to do. Whoever must do it stands before it unless the owner's cell says so anyway."""
    return lead_in(duty) + sentence(duty)


def firm_requirement(duty: LinkedDuty) -> str:
    """What to do, read by a firm: bearers are named unless every firm is meant."""
    plain = all(EVERY_FIRM.fullmatch(party.written) for party in duty.obliged)
    return ("" if plain else f"{_bearers(duty)}：") + sentence(duty)


def lead_in(duty: LinkedDuty) -> str:
    """Whoever must do it, with a colon; needless where the owner's cell names them, as owners or as 文中主体."""
    if duty.certainty is Certainty.NONE and duty.duty.subject is None:
        return ""
    owners = {department.id for department in duty.lead}
    if duty.certainty is not Certainty.NONE and all(party.id in owners for party in duty.obliged):
        return ""
    return f"{_bearers(duty)}："


def sentence(duty: LinkedDuty) -> str:
    """What to do, and whether that was guessed."""
    return duty.duty.do + (DOUBT if "do" in duty.unconfirmed else "")


def lead_cell(duty: LinkedDuty) -> str:
    """Only a clear lead stands alone; otherwise the cell says that none is named, and whom the text does name."""
    if duty.certainty is Certainty.LEAD:
        text = called(duty.lead, duty.place)
    elif duty.certainty is Certainty.NONE:
        text = f"{wording.NOT_WRITTEN}（{wording.subject_text(duty)}）"
    else:
        text = f"{wording.NO_CLEAR_LEAD}（按职责分工：{called(duty.lead, duty.place)}）"
    guessed = duty.certainty is Certainty.NONE and duty.duty.subject is None and "obliged" in duty.unconfirmed
    return text + (DOUBT if guessed or _doubted("assignments", duty.clause.unconfirmed) else "")


def support_cell(duty: LinkedDuty) -> str:
    """Who assists, or a dash."""
    return called(duty.support, duty.place) or NONE


def called(departments: Iterable[Department], place: Place) -> str:
    """Departments of the plan's own place by their short names, as its own papers call them, others in full."""
    return "、".join(item.short if item.short and item.place == place.id else item.name for item in departments)


def time_cell(duty: LinkedDuty) -> str:
    """Due dates and rhythms in words; else those of the clause's heading, else the stage; else that none is written."""
    own = [*_dates(duty.duty.deadlines, duty.unconfirmed), *_rhythms(duty.duty.recurrence, duty.unconfirmed)]
    if own:
        return "；".join(own)
    clause = duty.clause
    above = [*_dates(clause.deadlines, clause.unconfirmed), *_rhythms(clause.recurrence, clause.unconfirmed)]
    if above:
        return "；".join(above)
    stage = stage_of(duty)
    return f"{stage.name}（{span_text(stage.first, stage.last)}）" if stage else NOT_SAID


def source_cell(duty: LinkedDuty, *, tag: str = "") -> str:
    """附件4 二（一）2, after the name of the plan where several are cited."""
    return f"{tag} {duty.path.citation}" if tag else duty.path.citation


def row_anchor(duty: LinkedDuty) -> str:
    """What a row of one duty is known by when an edited copy comes back; that of its clause where Word's limit forces.

    A table in the order of dates has the duties of one clause here and there: the clause alone would not tell them.
    """
    try:
        bookmark_of(duty.anchor)
    except ValueError:
        return duty.clause_anchor
    return duty.anchor


def first_due(duty: LinkedDuty) -> date:
    """The earliest due date; the last of all days where there is none."""
    return duty.deadlines[0].date if duty.deadlines else LAST_DAY


def by_due(duties: Iterable[LinkedDuty]) -> list[LinkedDuty]:
    """Dated duties in order of date, then those that repeat, then the rest, each in the order of the text."""
    return sorted(duties, key=lambda duty: (first_due(duty), not duty.duty.recurrence))


def stage_of(duty: LinkedDuty) -> Stage | None:
    """The stage a duty belongs to; where several parts of a plan use one name, that of its own part."""
    named = [stage for stage in duty.plan.stages if stage.name == duty.duty.stage]
    path = str(duty.path)
    near = [stage for stage in named if _within(path, stage.clause) or _within(path, stage.scope)]
    if near:
        return max(near, key=lambda stage: len(stage.clause or ""))
    return named[0] if len(named) == 1 else None


def span_text(first: str, last: str) -> str:
    """2030年1月至3月; a single month stands alone, the year is not said twice."""
    if first == last:
        return wording.month_text(first)
    end = wording.month_text(last)
    return f"{wording.month_text(first)}至{end.partition('年')[2] if first[:4] == last[:4] else end}"


def plan_tags(plans: Sequence[Plan], places: Iterable[Place]) -> dict[str, str]:
    """A short name of each plan by its id (柳塘镇2030年方案); the title where two would be called alike."""
    names = {place.id: place.name for place in places}
    tags = {plan.id: f"{names.get(plan.place, '')}{_year(plan)}{plan.kind.value}" for plan in plans}
    return {
        plan.id: f"《{plan.title}》" if list(tags.values()).count(tags[plan.id]) > 1 else tags[plan.id]
        for plan in plans
    }


def _year(plan: Plan) -> str:
    year = plan.period[0][:4] if plan.period else str(plan.issued.year) if plan.issued else ""
    return f"{year}年" if year else ""


def _within(path: str, part: str | None) -> bool:
    return part is not None and (path == part or path.startswith(f"{part}/"))


def _bearers(duty: LinkedDuty) -> str:
    names = [party.written for party in duty.obliged]
    shown = "、".join(names[:SHOWN_BEARERS]) + (f"等{len(names)}家" if len(names) > SHOWN_BEARERS else "")
    return shown + (DOUBT if "obliged" in duty.unconfirmed else "")


def _dates(deadlines: Iterable[Deadline], unconfirmed: Sequence[str]) -> list[str]:
    """One date stands alone, several each with what they are for."""
    found = sorted(enumerate(deadlines), key=lambda item: item[1].date)
    texts = {
        index: f"{wording.date_text(item.date)}前" + (DOUBT if _doubted("deadlines", unconfirmed, index) else "")
        for index, item in found
    }
    if len(set(texts.values())) == 1:
        return [next(iter(texts.values()))]
    return list(dict.fromkeys(texts[index] + item.what for index, item in found))


def _rhythms(rules: Iterable[Recurrence], unconfirmed: Sequence[str]) -> list[str]:
    found = list(enumerate(rules))
    return list(
        dict.fromkeys(
            wording.recurrence_text(rule)
            + (rule.what if len(found) > 1 else "")
            + (DOUBT if _doubted("recurrence", unconfirmed, index) else "")
            for index, rule in found
        )
    )


def _doubted(field: str, unconfirmed: Iterable[str], index: int | None = None) -> bool:
    """Whether the field was guessed: its entry at `index`, or any entry without one."""
    guessed = f"{field}/" if index is None else f"{field}/{index}/"
    return any(f"{item}/".startswith(guessed) or item == field for item in unconfirmed)
