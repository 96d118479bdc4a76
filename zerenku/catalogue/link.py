"""Plans and registers become the sealed catalogue; every dangling name is a finding, nothing raises.

A plan is linked by itself, so that a plan that did not change need not be linked again; what plans say of each other
is checked when they are gathered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.check_registers import SLUG, check_registers
from zerenku.catalogue.entries import LinkedClause, LinkedDuty, LinkedReporting
from zerenku.catalogue.lineage import lineages
from zerenku.catalogue.link_clauses import check_unconfirmed, link_clauses, numbered
from zerenku.catalogue.registers import Registers
from zerenku.catalogue.resolve import Resolver
from zerenku.model.finding import Finding
from zerenku.model.place import Span
from zerenku.model.plan import Plan
from zerenku.model.register import Place


@dataclass(frozen=True, slots=True)
class LinkedPlan:
    """A plan with every name resolved that the registers know, and what is wrong with it apart from other plans.

    It hangs on the plan and on the registers alone.
    """

    plan: Plan
    clauses: tuple[LinkedClause, ...]
    reporting: tuple[LinkedReporting, ...]
    findings: tuple[Finding, ...]

    @property
    def records(self) -> tuple[LinkedClause | LinkedDuty | LinkedReporting, ...]:
        """Everything that pages tell of it: clauses in order of the text, then duties, then reports."""
        return (*self.clauses, *(duty for clause in self.clauses for duty in clause.duties), *self.reporting)


def link(plans: Sequence[Plan], registers: Registers) -> tuple[Catalogue, list[Finding]]:
    """The catalogue and what is wrong with the content. With findings of severity error it must not be published."""
    return gather([link_plan(plan, registers) for plan in plans], registers)


def link_plan(plan: Plan, registers: Registers) -> LinkedPlan:
    """One plan. A plan of an unknown place has no clauses: every department would be unknown, too."""
    findings: list[Finding] = []
    plan = numbered(plan)
    resolver = Resolver(registers, plan, findings)
    place = registers.places.get(plan.place)
    if place is None:
        near = registers.places.near_ids(plan.place)
        resolver.miss(plan.span, "unknown-place", f"没有这个地区：{plan.place}", near)
        return LinkedPlan(plan, (), (), tuple(findings))
    clauses = tuple(link_clauses(resolver, place))
    anchors = {str(clause.path): clause for clause in clauses}
    reporting = tuple(_link_reporting(resolver, place, anchors))
    _check_plan(resolver, anchors)
    return LinkedPlan(plan, clauses, reporting, tuple(findings))


def gather(linked: Iterable[LinkedPlan], registers: Registers) -> tuple[Catalogue, list[Finding]]:
    """The catalogue of plans that were linked with these registers, and what is wrong with the content as a whole."""
    findings: list[Finding] = []
    check_registers(registers, findings)
    ordered = sorted(linked, key=lambda item: item.plan.id)
    plans = [item.plan for item in ordered]
    known = {plan.id: plan for plan in plans}
    for item in ordered:
        findings.extend(item.findings)
        _check_others(Resolver(registers, item.plan, findings), known)
    for document in registers.documents.entries:
        if document.plan is not None and document.plan not in known:
            text = f"“{document.id}”的方案没有收入：{document.plan}"
            findings.append(Finding(document.span, "unknown-plan", text, suggest=f"现有：{'、'.join(known)}"))
    catalogue = Catalogue(
        registers=registers,
        clauses=[clause for item in ordered for clause in item.clauses],
        reporting=[report for item in ordered for report in item.reporting],
        plans=plans,
        lineage=lineages(plans, registers),
    )
    return catalogue, findings


def _link_reporting(resolver: Resolver, place: Place, anchors: dict[str, LinkedClause]) -> Iterable[LinkedReporting]:
    forms = {form.id for form in resolver.plan.forms}
    for index, item in enumerate(resolver.plan.reporting, 1):
        if not item.who:
            resolver.miss(item.span, "no-obliged", "信息报送没有写由谁报（who）", ("补上 who",))
        if item.form is not None and item.form not in forms:
            resolver.miss(item.span, "unknown-form", f"没有这张表：{item.form}", sorted(forms))
        check_unconfirmed(resolver, item)
        clause = _clause_at(resolver, item.clause, item.span, anchors)
        yield LinkedReporting(
            plan=resolver.plan,
            place=place,
            reporting=item,
            who=resolver.parties(item.who, item.span, field="报送单位"),
            to=resolver.parties(item.to, item.span, field="受文单位"),
            anchor=f"{resolver.plan.id}/r{index}",
            clause_anchor=clause.anchor if clause else None,
        )


def _clause_at(
    resolver: Resolver, path: str | None, span: Span, anchors: dict[str, LinkedClause]
) -> LinkedClause | None:
    if path is None:
        return None
    if path not in anchors:
        resolver.miss(span, "unknown-clause", f"没有这一条：{path}", tuple(anchors)[:3])
    return anchors.get(path)


def _check_others(resolver: Resolver, known: Mapping[str, Plan]) -> None:
    """The other plans that a plan names exist."""
    plan = resolver.plan
    if resolver.registers.places.get(plan.place) is None:
        return
    for plan_id in (*plan.replaces, *([plan.replaced_by] if plan.replaced_by else [])):
        if plan_id not in known:
            resolver.miss(plan.span, "unknown-plan", f"没有这个方案：{plan_id}", sorted(known))


def _check_plan(resolver: Resolver, anchors: dict[str, LinkedClause]) -> None:
    """Everything a plan says outside its clauses points at something that exists."""
    plan, registers = resolver.plan, resolver.registers
    resolver.departments(plan.issuers, plan.span, field="发文机关")
    resolver.departments([plan.printed_by] if plan.printed_by else [], plan.span, field="印发机关")
    resolver.enterprises(plan.scope, plan.span, field="实施范围")
    _check_own_ids(resolver)
    for document_id in plan.basis:
        if registers.documents.get(document_id) is None:
            near = registers.documents.near_ids(document_id)
            resolver.miss(plan.span, "unknown-document", f"依据的文件未登记：{document_id}", near)
    for stage in plan.stages:
        _clause_at(resolver, stage.clause, stage.span, anchors)
    for attachment in plan.attachments:
        if attachment.form is not None and attachment.form not in {form.id for form in plan.forms}:
            resolver.miss(
                attachment.span, "unknown-form", f"没有这张表：{attachment.form}", [form.id for form in plan.forms]
            )
    check_unconfirmed(resolver, plan)
    _check_sets(resolver, anchors)


def _check_own_ids(resolver: Resolver) -> None:
    """The plan's id is plain; forms, attachments and stages of one scope are told apart by their names."""
    plan = resolver.plan
    if not SLUG.fullmatch(plan.id):
        resolver.miss(plan.span, "bad-id", f"方案 id 写法不对：{plan.id}", ("小写字母、数字，用 - 相连，不用 index",))
    named = [("报表编号", form.id, form.span) for form in plan.forms]
    named += [("清点的部分", item.part, item.span) for item in plan.counted]
    named += [("附件编号", item.no, item.span) for item in plan.attachments]
    named += [(f"阶段（{item.scope or '全文'}）", item.name, item.span) for item in plan.stages]
    seen: set[tuple[str, str]] = set()
    for kind, name, span in named:
        if (kind, name) in seen:
            resolver.miss(span, "duplicate-id", f"{kind}重复：{name}", ("改成不同的名称",))
        seen.add((kind, name))


def _check_sets(resolver: Resolver, anchors: dict[str, LinkedClause]) -> None:
    for named in resolver.plan.sets:
        if named.term is not None and resolver.registers.terms.get(named.term) is None:
            near = resolver.registers.terms.near_ids(named.term)
            resolver.miss(named.span, "unknown-term", f"没有这个术语：{named.term}", near)
        for item in named.items:
            clause = _clause_at(resolver, item.clause, item.span, anchors)
            duties = [duty.id for duty in clause.duties] if clause else []
            if item.duty is not None and clause is not None and item.duty not in duties:
                resolver.miss(item.span, "unknown-duty", f"{item.clause} 没有责任 {item.duty}", duties)
