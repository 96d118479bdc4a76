"""A drafted plan made fit for the catalogue: what linking needs and the text does not say is guessed and marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from zerenku.model.clause import Clause, Duty
from zerenku.model.plan import Plan, Reporting, Stage

NO_WORDS = "（无文字）"


def settle(plan: Plan, *, place_name: str) -> Plan:
    """The plan with an issuer, a bearer for every duty and every report, and stages told apart.

    A paper that nobody signed is taken to be the place's; who must report, to be whom the paper is addressed to, else
    who issued it.
    """
    bearers = plan.issuers or (place_name,)
    unsigned = () if plan.issuers else ("issuers",)
    return replace(
        plan,
        issuers=bearers,
        unconfirmed=tuple(dict.fromkeys((*plan.unconfirmed, *unsigned))),
        stages=_told_apart(plan.stages),
        reporting=tuple(_reporting(item, plan.addressees or bearers) for item in plan.reporting),
        clauses=_clauses(plan.clauses, bearers),
        attachments=tuple(replace(item, clauses=_clauses(item.clauses, bearers)) for item in plan.attachments),
    )


def _reporting(item: Reporting, bearers: tuple[str, ...]) -> Reporting:
    if item.who:
        return item
    return replace(item, who=bearers, unconfirmed=tuple(dict.fromkeys((*item.unconfirmed, "who"))))


def _told_apart(stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    """Stages of one name belong to different parts, told by the chapter they stand in; a plain repeat is dropped."""
    counted = Counter((stage.scope, stage.name) for stage in stages)
    found: dict[tuple[str | None, str], Stage] = {}
    for stage in stages:
        scope = stage.scope
        if counted[scope, stage.name] > 1 and stage.clause:
            scope = stage.clause.rpartition("/")[0] or stage.clause
        while (scope, stage.name) in found and (found[scope, stage.name].first, found[scope, stage.name].last) != (
            stage.first,
            stage.last,
        ):
            scope = f"{scope or ''}{stage.clause or '又'}"
        found.setdefault((scope, stage.name), replace(stage, scope=scope))
    return tuple(found.values())


def _clauses(clauses: Iterable[Clause], bearers: tuple[str, ...]) -> tuple[Clause, ...]:
    return tuple(_clause(clause, bearers) for clause in clauses)


def _clause(clause: Clause, bearers: tuple[str, ...]) -> Clause:
    bare = {f"duties/{index}/obliged" for index, duty in enumerate(clause.duties) if not duty.obliged}
    return replace(
        clause,
        starts=clause.starts or NO_WORDS,
        duties=tuple(_duty(duty, bearers) for duty in clause.duties),
        unconfirmed=tuple(dict.fromkeys((*clause.unconfirmed, *sorted(bare)))),
        clauses=_clauses(clause.clauses, bearers),
    )


def _duty(duty: Duty, bearers: tuple[str, ...]) -> Duty:
    return duty if duty.obliged else replace(duty, obliged=bearers)
