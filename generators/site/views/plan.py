"""The pages of plans: the index, and each plan with its head, stages, reports, sets, forms and clause tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generators.site.marking import outline_title
from generators.site.pages import OutlineItem, Section, SitePage
from generators.site.views.counts import certainty_counts
from generators.site.views.forms import HeadCell, head_rows, leaves
from generators.site.views.kinship import kin_of
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause
from zerenku.model.plan import Attachment, Form, Plan, SetItem, Stage

OUTLINE_DEPTH = 3


@dataclass(frozen=True, slots=True)
class FormHead:
    """A form with its head laid out; `fields` counts the columns to fill."""

    form: Form
    rows: tuple[tuple[HeadCell, ...], ...]
    fields: int


@dataclass(frozen=True, slots=True)
class SetRow:
    """A member of a named set and the full anchor of the clause or duty that spells it out."""

    name: str
    clause: LinkedClause
    anchor: str


@dataclass(frozen=True, slots=True)
class Part:
    """The body of a plan (no attachment) or one attachment."""

    attachment: Attachment | None
    id: str
    clauses: tuple[LinkedClause, ...]


def plan_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """The index of plans, then a page for each."""
    rows = [
        {"plan": plan, "place": catalogue.registers.places.get(plan.place), "duties": catalogue.duties_of(plan.id)}
        for plan in catalogue.plans
    ]
    yield SitePage(
        "plans/index", "方案", Section.PLANS, "plans.html.j2", {"rows": rows}, description="全部工作方案，按地区和年份"
    )
    for plan in catalogue.plans:
        yield _plan_page(catalogue, plan)


def _plan_page(catalogue: Catalogue, plan: Plan) -> SitePage:
    clauses = {str(clause.path): clause for clause in catalogue.clauses_of(plan.id)}
    parts = tuple(_parts(plan, catalogue.clauses_of(plan.id)))
    data = {
        "plan": plan,
        "place": catalogue.registers.places.get(plan.place),
        "issuers": _departments(catalogue, plan, plan.issuers),
        "addressees": _departments(catalogue, plan, plan.addressees),
        "cc": _departments(catalogue, plan, plan.cc),
        "kin": kin_of(catalogue, plan),
        "stages": _stages(plan, clauses),
        "reporting": catalogue.reporting_of(plan.id),
        "clauses": clauses,
        "clause_of": {clause.anchor: clause for clause in clauses.values()},
        "sets": [(named, _set_rows(named.items, clauses)) for named in plan.sets],
        "forms": [FormHead(form, head_rows(form), len(leaves(form.columns))) for form in plan.forms],
        "parts_of_plan": parts,
        "counts": certainty_counts(catalogue.duties_of(plan.id)),
        "total": len(catalogue.duties_of(plan.id)),
    }
    return SitePage(
        path=f"plans/{plan.id}",
        title=plan.title,
        section=Section.PLANS,
        template="plan.html.j2",
        data=data,
        outline=tuple(_outline(plan, parts, has_reports=bool(data["reporting"]))),
        description=plan.summary or plan.title,
    )


def _departments(catalogue: Catalogue, plan: Plan, names: Sequence[str]) -> list[tuple[str, object]]:
    """Names as written, each with its register entry or None."""
    return [(name, catalogue.registers.department(name, place_id=plan.place)) for name in names]


def _stages(plan: Plan, clauses: dict[str, LinkedClause]) -> list[tuple[str, list[dict[str, object]]]]:
    """Stages grouped by scope in source order; the number of a stage names its field in `unconfirmed`."""
    numbered = list(enumerate(plan.stages))

    def scope(item: tuple[int, Stage]) -> str:
        return item[1].scope or ""

    return [
        (
            name,
            [
                {"number": number, "stage": stage, "clause": clauses.get(stage.clause) if stage.clause else None}
                for number, stage in members
            ],
        )
        for name, members in groupby(numbered, key=scope)
    ]


def _set_rows(items: Iterable[SetItem], clauses: dict[str, LinkedClause]) -> list[SetRow]:
    rows = []
    for item in items:
        clause = clauses[item.clause]
        rows.append(SetRow(item.name, clause, f"{clause.anchor}-{item.duty}" if item.duty else clause.anchor))
    return rows


def _parts(plan: Plan, clauses: Sequence[LinkedClause]) -> Iterator[Part]:
    yield Part(None, "clauses", tuple(clause for clause in clauses if clause.attachment is None))
    for number, attachment in enumerate(plan.attachments, 1):
        own = tuple(clause for clause in clauses if clause.attachment == attachment)
        yield Part(attachment, f"attachment-{number}", own)


def _outline(plan: Plan, parts: Sequence[Part], *, has_reports: bool) -> Iterator[OutlineItem]:
    yield OutlineItem("概况", "head")
    extras = [
        ("阶段", "stages", bool(plan.stages)),
        ("信息报送", "reporting", has_reports),
        ("成组事项", "sets", bool(plan.sets)),
        ("报表", "forms", bool(plan.forms)),
    ]
    yield from (OutlineItem(title, item_id) for title, item_id, shown in extras if shown)
    for part in parts:
        tree = _clause_outline(part.clauses, depth=0)
        if part.attachment is None:
            yield from tree
        else:
            yield OutlineItem(f"{part.attachment.no} {part.attachment.title}", part.id, tree)


def _clause_outline(clauses: Sequence[LinkedClause], *, depth: int) -> tuple[OutlineItem, ...]:
    """The flat run of clauses, which knows its depths, as a tree."""
    items: list[OutlineItem] = []
    starts = [index for index, clause in enumerate(clauses) if clause.depth == depth]
    for start, end in zip(starts, [*starts[1:], len(clauses)], strict=False):
        clause = clauses[start]
        below = _clause_outline(clauses[start + 1 : end], depth=depth + 1) if depth < OUTLINE_DEPTH else ()
        items.append(OutlineItem(outline_title(clause), clause.fragment, below))
    return tuple(items)
