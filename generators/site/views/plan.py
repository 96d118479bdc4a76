"""The pages of plans: the index, and each plan with its head, stages, reports, sets, forms and clause tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generators.site.links import attachment_path
from generators.site.marking import outline_title
from generators.site.pages import OutlineItem, Section, Sheaf, SitePage
from generators.site.views.counts import certainty_counts
from generators.site.views.duties import running_longest
from generators.site.views.forms import HeadCell, head_rows, leaves
from generators.site.views.kinship import Kin, kin_of
from generators.site.views.sheets import SHEET, sheet_paths, sheet_title
from generators.site.views.stages import stage_line
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause
from zerenku.model.plan import Attachment, Form, Plan, SetItem
from zerenku.model.register import Department, Place

OUTLINE_DEPTH = 3

Named = tuple[tuple[str, Department | None], ...]
"""Names as written, each with its register entry, if it has one."""


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
    """The body of a plan (no attachment) or an attachment; `index` counts attachments from 0, as `unconfirmed` does."""

    attachment: Attachment | None
    id: str
    clauses: tuple[LinkedClause, ...]
    index: int = 0

    @property
    def duties(self) -> int:
        """How many duties it holds."""
        return sum(len(clause.duties) for clause in self.clauses)


@dataclass(frozen=True, slots=True)
class PlanHead:
    """What the pages of a plan say that is not in it: registers and other plans know it."""

    plan: Plan
    place: Place | None
    issuers: Named
    addressees: Named
    cc: Named
    kin: Kin

    @classmethod
    def of(cls, catalogue: Catalogue, plan: Plan) -> PlanHead:
        """Names as the registers of the catalogue have them."""
        return cls(
            plan=plan,
            place=catalogue.registers.places.get(plan.place),
            issuers=_departments(catalogue, plan, plan.issuers),
            addressees=_departments(catalogue, plan, plan.addressees),
            cc=_departments(catalogue, plan, plan.cc),
            kin=kin_of(catalogue, plan),
        )


def plan_pages(catalogue: Catalogue) -> Iterator[SitePage | Sheaf]:
    """The table of plans, then a sheaf for each: its page, and one for each attachment that has clauses."""
    yield from _table_pages(catalogue)
    for plan in catalogue.plans:
        head = PlanHead.of(catalogue, plan)
        clauses, reporting = catalogue.clauses_of(plan.id), catalogue.reporting_of(plan.id)
        # By name, and so the plan goes whole into what is compared, and not only what rows show of it.
        made_of = ({"plan": plan}, head, clauses, reporting)
        yield Sheaf(f"plans/{plan.id}", Section.PLANS, made_of, partial(_of_plan, catalogue, head))


def _of_plan(catalogue: Catalogue, head: PlanHead) -> Iterator[SitePage]:
    plan = head.plan
    parts = tuple(_parts(plan, catalogue.clauses_of(plan.id)))
    yield _plan_page(catalogue, head, parts)
    attached = [(part, part.attachment) for part in parts if part.attachment and part.clauses]
    yield from _attachment_pages(head, attached)


def _table_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """All plans, what still runs first, on as many pages as it takes."""
    rows = [
        {"plan": plan, "place": catalogue.registers.places.get(plan.place), "duties": len(catalogue.duties_of(plan.id))}
        for plan in running_longest(catalogue)
    ]
    sheets = [rows[start : start + SHEET] for start in range(0, len(rows), SHEET)] or [[]]
    paths = sheet_paths("plans/index", len(sheets))
    for number, (path, sheet) in enumerate(zip(paths, sheets, strict=True)):
        data = {"rows": sheet, "paths": paths, "number": number}
        title, about = sheet_title("方案", number), "全部工作方案，还在实施的在前"
        yield SitePage(path, title, Section.PLANS, "plans.html.j2", data, description=about)


def _plan_page(catalogue: Catalogue, head: PlanHead, parts: tuple[Part, ...]) -> SitePage:
    plan = head.plan
    clauses = {str(clause.path): clause for clause in catalogue.clauses_of(plan.id)}
    data = {
        "plan": plan,
        "place": head.place,
        "issuers": head.issuers,
        "addressees": head.addressees,
        "cc": head.cc,
        "kin": head.kin,
        "line": stage_line(plan, clauses),
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


def _departments(catalogue: Catalogue, plan: Plan, names: Sequence[str]) -> Named:
    return tuple((name, catalogue.registers.department(name, place_id=plan.place)) for name in names)


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
        yield Part(attachment, f"attachment-{number}", own, number - 1)


def _attachment_pages(head: PlanHead, parts: Sequence[tuple[Part, Attachment]]) -> Iterator[SitePage]:
    plan = head.plan
    for number, (part, attachment) in enumerate(parts):
        before = [(other, f"上一个：{other.no}") for _, other in parts[max(0, number - 1) : number]]
        after = [(other, f"下一个：{other.no}") for _, other in parts[number + 1 : number + 2]]
        data = {
            "plan": plan,
            "place": head.place,
            "part": part,
            "neighbours": [*before, (None, "方案正文"), *after],
        }
        yield SitePage(
            path=attachment_path(plan, attachment),
            title=f"{attachment.no} {attachment.title}",
            section=Section.PLANS,
            template="attachment.html.j2",
            data=data,
            outline=_clause_outline(part.clauses, depth=0),
            description=f"《{plan.title}》{attachment.no}：{attachment.title}",
        )


def _outline(plan: Plan, parts: Sequence[Part], *, has_reports: bool) -> Iterator[OutlineItem]:
    yield OutlineItem("概况", "head")
    extras = [
        ("时间和阶段", "stages", bool(plan.stages or plan.period)),
        (wording.EDITORIAL, "notes", bool(plan.notes or plan.changes)),
        ("信息报送", "reporting", has_reports),
        ("成组事项", "sets", bool(plan.sets)),
        ("报表", "forms", bool(plan.forms)),
    ]
    yield from (OutlineItem(title, item_id) for title, item_id, shown in extras if shown)
    for part in parts:
        if part.attachment is None:
            yield from _clause_outline(part.clauses, depth=0)
        else:
            yield OutlineItem(f"{part.attachment.no} {part.attachment.title}", part.id)


def _clause_outline(clauses: Sequence[LinkedClause], *, depth: int) -> tuple[OutlineItem, ...]:
    """The flat run of clauses, which knows its depths, as a tree."""
    items: list[OutlineItem] = []
    starts = [index for index, clause in enumerate(clauses) if clause.depth == depth]
    for start, end in zip(starts, [*starts[1:], len(clauses)], strict=False):
        clause = clauses[start]
        below = _clause_outline(clauses[start + 1 : end], depth=depth + 1) if depth < OUTLINE_DEPTH else ()
        items.append(OutlineItem(outline_title(clause), clause.fragment, below))
    return tuple(items)
