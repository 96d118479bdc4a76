"""Clauses and duties of one plan: paths, owners, obliged parties, cites. Flaws are findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Final

from zerenku.catalogue.entries import LinkedAssignment, LinkedClause, LinkedDuty, Owners
from zerenku.catalogue.resolve import Resolver
from zerenku.model.clause import Assignment, Certainty, Clause, Duty
from zerenku.model.fields import filled
from zerenku.model.making import changer, maker
from zerenku.model.path import ClausePath, anchor_of, bookmark_of
from zerenku.model.plan import Attachment, Plan, Reporting
from zerenku.model.register import Enterprise, Place, Topic

STARTS_LENGTH: Final = 12
IDS: Final = tuple(f"d{index}" for index in range(1, 100))
"""The same objects for all clauses: each is packed once."""
NOBODY: Final = Owners.of(())
_linked_duty: Final = maker(LinkedDuty)
_with_id: Final = changer(Duty, "id")
_with_parts: Final = changer(Clause, "duties", "clauses")


@dataclass(frozen=True, slots=True)
class _Position:
    clause: Clause
    path: ClausePath
    depth: int
    attachment: Attachment | None


@dataclass(frozen=True, slots=True)
class _Site:
    """A clause as far as it is linked before its duties are."""

    place: Place
    clause: Clause
    path: ClausePath
    anchor: str
    enterprises: tuple[Enterprise, ...]
    topics: tuple[Topic, ...]


def link_clauses(resolver: Resolver, place: Place) -> Iterator[LinkedClause]:
    """Every clause in text order with its names resolved; a malformed or repeated path is dropped and noted."""
    plan = resolver.plan
    taken: dict[str, ClausePath] = {}
    for position in _positions(resolver):
        clause, path = position.clause, position.path
        anchor = f"{plan.id}/{path.anchor}"
        if anchor in taken:
            text = f"条款路径重复：{path}" if taken[anchor] == path else f"条款 {path} 与 {taken[anchor]} 的链接名相同"
            resolver.miss(clause.span, "duplicate-path", text, ("把后一处序号写成 5#2 的形式",), path=str(path))
            continue
        taken[anchor] = path
        _check_locator(resolver, clause, path, anchor)
        yield _link_clause(resolver, place, position, anchor)


def numbered(plan: Plan) -> Plan:
    """The plan with an id for every duty: d1, d2 … in its clause where the source gives none."""
    attachments = tuple(replace(item, clauses=tuple(map(_numbered, item.clauses))) for item in plan.attachments)
    return replace(plan, clauses=tuple(map(_numbered, plan.clauses)), attachments=attachments)


def _numbered(clause: Clause) -> Clause:
    ids = IDS if len(clause.duties) <= len(IDS) else [f"d{index}" for index in range(1, len(clause.duties) + 1)]
    duties = [duty if duty.id else _with_id(duty, number) for duty, number in zip(clause.duties, ids, strict=False)]
    return _with_parts(clause, tuple(duties), tuple(map(_numbered, clause.clauses)))


def _positions(resolver: Resolver) -> Iterator[_Position]:
    plan = resolver.plan
    for clause in plan.clauses:
        yield from _descend(resolver, clause, None, 0, None)
    for attachment in plan.attachments:
        if anchor_of(attachment.no) is None or not attachment.no.startswith("附件"):
            resolver.miss(attachment.span, "bad-mark", f"附件编号写法不对：{attachment.no}", ("附件", "附件1"))
            continue
        for clause in attachment.clauses:
            yield from _descend(resolver, clause, ClausePath((attachment.no,)), 0, attachment)


def _descend(
    resolver: Resolver, clause: Clause, parent: ClausePath | None, depth: int, attachment: Attachment | None
) -> Iterator[_Position]:
    if anchor_of(clause.mark) is None:
        resolver.miss(
            clause.span, "bad-mark", f"序号写法不对：{clause.mark}", ("一", "（一）", "1", "（1）", "①", "¶1")
        )
        return
    path = parent.child(clause.mark) if parent else ClausePath((clause.mark,))
    yield _Position(clause, path, depth, attachment)
    for child in clause.clauses:
        yield from _descend(resolver, child, path, depth + 1, attachment)


def _check_locator(resolver: Resolver, clause: Clause, path: ClausePath, anchor: str) -> None:
    if not clause.starts or len(clause.starts) > STARTS_LENGTH:
        text = f"starts 应为序号后的前 {STARTS_LENGTH} 个字"
        resolver.miss(clause.span, "bad-starts", text, ("截到 12 个字",), path=str(path))
    try:
        bookmark_of(anchor)
    except ValueError:
        text = f"链接名超过 Word 书签的 40 个字符：{anchor}"
        resolver.miss(clause.span, "long-anchor", text, ("缩短方案 id",), path=str(path))


def _link_clause(resolver: Resolver, place: Place, position: _Position, anchor: str) -> LinkedClause:
    clause, path = position.clause, position.path
    _check_duty_ids(resolver, clause.duties, path)
    assignments = tuple([_link_assignment(resolver, item, clause.duties, path) for item in clause.assignments])
    topics = resolver.topics(clause.topics, clause.span)
    check_unconfirmed(resolver, clause, path=str(path))
    references = resolver.references(clause.cites, clause.span)
    enterprises = resolver.enterprises(clause.applies_to, clause.span, field="适用对象")
    site = _Site(place, clause, path, anchor, enterprises, topics)
    owners = _owners(clause.duties, assignments)
    return LinkedClause(
        plan=resolver.plan,
        place=place,
        clause=clause,
        path=path,
        anchor=anchor,
        depth=position.depth,
        attachment=position.attachment,
        duties=tuple([_link_duty(resolver, site, owners, index) for index in range(len(clause.duties))]),
        references=references,
        enterprises=enterprises,
        assignments=assignments,
        topics=topics,
    )


def _owners(duties: tuple[Duty, ...], assignments: tuple[LinkedAssignment, ...]) -> dict[str, Owners]:
    """What the phrases over each duty of a clause say, by the duty's id; duties under the same phrases share it."""
    if not assignments:
        return dict.fromkeys((duty.id for duty in duties), NOBODY)
    if len(assignments) == 1:
        owners, covers = Owners.of(assignments), assignments[0].covers
        return {duty.id: owners if duty.id in covers else NOBODY for duty in duties}
    known: dict[tuple[int, ...], Owners] = {}
    found = {}
    for duty in duties:
        over = [item for item in assignments if duty.id in item.covers]
        phrases = tuple(map(id, over))
        if phrases not in known:
            known[phrases] = Owners.of(tuple(over))
        found[duty.id] = known[phrases]
    return found


def _check_duty_ids(resolver: Resolver, duties: tuple[Duty, ...], path: ClausePath) -> None:
    seen: set[str] = set()
    for duty in duties:
        if duty.id in seen:
            resolver.miss(
                duty.span, "duplicate-id", f"本条责任编号重复：{duty.id}", ("改用未用过的 d 编号",), path=str(path)
            )
        if not (duty.id.startswith("d") and duty.id[1:].isdecimal()):
            resolver.miss(duty.span, "bad-id", f"责任编号写法不对：{duty.id}", ("d1", "d2"), path=str(path))
        seen.add(duty.id)


def _link_assignment(
    resolver: Resolver, assignment: Assignment, duties: tuple[Duty, ...], path: ClausePath
) -> LinkedAssignment:
    known = {duty.id: None for duty in duties}
    for duty_id in assignment.covers:
        if duty_id not in known:
            text = f"covers 指向本条没有的责任：{duty_id}"
            resolver.miss(assignment.span, "unknown-duty", text, tuple(sorted(known)), path=str(path))
    lead = resolver.departments(assignment.lead, assignment.span, field="牵头单位")
    if assignment.certainty == Certainty.NONE and assignment.lead:
        text = "certainty 为 none 时不能写 lead"
        resolver.miss(assignment.span, "certainty", text, ("lead", "joint", "collective"), path=str(path))
    if assignment.certainty != Certainty.NONE and not assignment.lead:
        text = "没有写明责任单位（lead）"
        resolver.miss(assignment.span, "certainty", text, ("把 certainty 改为 none",), path=str(path))
    return LinkedAssignment(
        certainty=assignment.certainty,
        lead=lead,
        support=resolver.departments(assignment.support, assignment.span, field="配合单位"),
        phrase=assignment.phrase,
        covers=assignment.covers or tuple([duty.id for duty in duties]),
    )


def _link_duty(resolver: Resolver, site: _Site, owners: Mapping[str, Owners], index: int) -> LinkedDuty:
    duty = site.clause.duties[index]
    if not duty.obliged:
        text = f"责任 {duty.id} 没有写由谁来做（obliged）"
        resolver.miss(
            duty.span, "no-obliged", text, ("补上 obliged，拿不准的在 unconfirmed 里注明",), path=str(site.path)
        )
    if duty.stage is not None and duty.stage not in (stages := {stage.name for stage in resolver.plan.stages}):
        resolver.miss(duty.span, "unknown-stage", f"没有这个阶段：{duty.stage}", sorted(stages), path=str(site.path))
    obliged = resolver.parties(duty.obliged, duty.span, field="责任主体")
    own = [party.enterprise for party in obliged if party.enterprise]
    named = resolver.enterprises(duty.applies_to, duty.span, field="适用对象")
    narrowed = named or site.enterprises
    scope: tuple[Enterprise, ...] = ()
    if own and not narrowed and any(enterprise.generic for enterprise in own):
        scope = tuple(found for name in resolver.plan.scope if (found := resolver.registers.enterprise(name)))
    return _linked_duty(
        plan=resolver.plan,
        place=site.place,
        clause=site.clause,
        path=site.path,
        clause_anchor=site.anchor,
        id=duty.id,
        duty=duty,
        obliged=obliged,
        enterprises=resolver.registers.each_once(own, narrowed, scope),
        owners=owners[duty.id],
        topics=resolver.topics(duty.topics, duty.span) or site.topics,
        unconfirmed=_doubts_of(duty, site.clause.unconfirmed, index),
    )


def _doubts_of(duty: Duty, unconfirmed: tuple[str, ...], index: int) -> tuple[str, ...]:
    """The clause's doubts about one duty; `duties` and `duties/0` mean every field of it."""
    if not unconfirmed:
        return ()
    whole = f"duties/{index}"
    if {"duties", whole} & set(unconfirmed):
        return tuple(name for name in filled(duty) if name != "id")
    return tuple(item.removeprefix(f"{whole}/") for item in unconfirmed if item.startswith(f"{whole}/"))


def check_unconfirmed(resolver: Resolver, record: Plan | Clause | Reporting, *, path: str = "") -> None:
    """Each entry of `unconfirmed` leads to a field of the record that it stands in."""
    for item in record.unconfirmed:
        target: object = record
        for part in item.split("/"):
            inside = _inside(target)
            if part in inside:
                target = inside[part]
            else:
                text = f"unconfirmed 指向不存在的字段：{item}"
                resolver.miss(record.span, "bad-unconfirmed", text, ("写作 duties/0/obliged，从 0 数起",), path=path)
                break


def _inside(target: object) -> dict[str, object]:
    """What a list or record holds, by index or by key as sources write it."""
    if isinstance(target, tuple):
        return {str(index): item for index, item in enumerate(target)}
    if not is_dataclass(target):
        return {}
    return {str(item.metadata.get("alias", item.name)): getattr(target, item.name) for item in fields(target)}
