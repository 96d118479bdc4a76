"""报告 to a superior on how a plan is carried out: the plan's own facts, and blanks for what nobody has told us."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generators.blocks import Addressees, Block, Document, Heading, Masthead, Para, Signature, Title
from generators.compose import cells
from generators.compose.frame import (
    BLANK_BODY,
    BLANK_DATE,
    BLANK_DAY,
    BLANK_LINE,
    BLANK_NAME,
    BLANK_NUMBER,
    BLANK_WORD,
    NO_FIELDS,
    Fields,
    campaign,
    cited,
    clause_of,
    contact_line,
    imprint,
    papers_named,
    plan_of,
    registered,
    sample,
    whole_words,
)
from generators.compose.title import break_title
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause, LinkedDuty, LinkedReporting
from zerenku.errors import UnknownName
from zerenku.model.clause import Certainty
from zerenku.model.numerals import int_to_chinese
from zerenku.model.plan import Attachment, Plan, Stage
from zerenku.model.register import Department

FIELDS: Final = ("主送机关", "发文机关", "签发人", "抄送机关", "印发机关", "联系人", "电话")
MOST_STAGES: Final = 6
MOST_DAYS: Final = 3
MOST_NAMED: Final = 3
PROGRESS: Final = f"进展情况：{BLANK_LINE}。"
"""A paragraph of its own: what is to be filled in is never cut by the end of a line."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the paragraphs of one report need.

    `rule` is the reporting rule that it answers, if one does; `part` the attachment that it is about, if not the whole.
    """

    catalogue: Catalogue
    plan: Plan
    fields: Fields
    issuers: tuple[str, ...]
    rule: LinkedReporting | None
    part: Attachment | None

    @property
    def addressee(self) -> str:
        """As filled in; else whom the rule names; else who issued what the plan carries out; else a blank."""
        if self.rule and self.rule.to:
            found = "，".join(party.name for party in self.rule.to)
        else:
            above = [item.issuer for item in self.catalogue.lineage(self.plan.id).basis if item.issuer]
            found = above[-1] if above and self.rule is None and "、" not in above[-1] else BLANK_BODY
        return self.fields.text("主送机关", found)

    @property
    def clauses(self) -> tuple[LinkedClause, ...]:
        """The clauses reported on: those of the attachment, or all."""
        found = self.catalogue.clauses_of(self.plan.id)
        return tuple(item for item in found if item.attachment == self.part) if self.part else found

    @property
    def duties(self) -> tuple[LinkedDuty, ...]:
        """The duties of those clauses."""
        return tuple(duty for clause in self.clauses for duty in clause.duties)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages of the whole plan, or of the attachment."""
        scope = self.part.no if self.part else None
        return tuple(stage for stage in self.plan.stages if stage.scope == scope)


def compose_upward(
    catalogue: Catalogue, plan_id: str, *, report: str | None = None, fields: Mapping[str, str] = NO_FIELDS
) -> Document:
    """The 样稿 of a report on a plan. `report` is the anchor of the reporting rule to answer (`qinghe-2030/r1`).

    A rule that stands in an attachment asks about that attachment. Without `report` the paper is about the whole plan
    and goes where the issuers (or 发文机关, if filled in) report by the first rule that names them.
    UnknownName for an unknown plan, rule or field.
    """
    plan = plan_of(catalogue, plan_id)
    filled = Fields.of(fields, FIELDS)
    issuers = filled.names("发文机关", plan.issuers)
    rule = _rule(catalogue, plan, issuers, report)
    part = _part(catalogue, rule) if rule and report else None
    paper = Report(catalogue, plan, filled, issuers, rule, part)
    title = f"关于{campaign(plan, part.title if part else '')}开展情况的报告"
    blocks = (
        Masthead(
            issuers=issuers, number=BLANK_NUMBER, signers=filled.names("签发人", tuple(BLANK_NAME for _ in issuers))
        ),
        Title(break_title(title, whole=whole_words(catalogue, plan))),
        Addressees(paper.addressee),
        Para.of(_opening(paper)),
        *_asked(paper),
        *_done(paper),
        *_next(paper),
        Para.of("特此报告。"),
        Signature(names=issuers, date=BLANK_DATE),
        *contact_line(filled),
        imprint(plan, filled),
    )
    return sample(title, blocks, subject=plan.title, keywords=("报告",))


def _rule(catalogue: Catalogue, plan: Plan, issuers: tuple[str, ...], anchor: str | None) -> LinkedReporting | None:
    rules = catalogue.reporting_of(plan.id)
    if anchor is not None:
        found = next((item for item in rules if item.anchor == anchor), None)
        if found is None:
            raise UnknownName("报送要求", anchor, tuple(item.anchor for item in rules))
        return found
    own = {item.id for item in registered(catalogue, issuers, plan)}
    for rule in rules:
        reporters = [party.department for party in rule.who if party.department]
        written = [party.written for party in rule.who]
        if rule.to and (any(own & _bodies(item) for item in reporters) or set(issuers) & set(written)):
            return rule
    return None


def _part(catalogue: Catalogue, rule: LinkedReporting) -> Attachment | None:
    clause = clause_of(catalogue, rule)
    return clause.attachment if clause else None


def _bodies(department: Department) -> set[str]:
    return {department.id, *department.members}


def _opening(paper: Report) -> str:
    """On whose word. A rule about an attachment asks for no report on the whole plan, so it is not cited there."""
    plan, rule = paper.plan, paper.rule
    if rule is None or not _answers(paper):
        basis = paper.catalogue.lineage(plan.id).basis
        asked = f"按照{papers_named(basis[-1:])}的部署，" if basis else ""
        return f"{asked}现将{cited(plan)}落实情况报告如下："
    clause = clause_of(paper.catalogue, rule)
    source = f"{cited(plan)}{clause.path.citation if clause else ''}"
    return f"按照{source}关于报送{rule.reporting.what.rstrip('。')}的要求，现将有关情况报告如下："


def _answers(paper: Report) -> bool:
    return paper.rule is not None and _part(paper.catalogue, paper.rule) == paper.part


def _asked(paper: Report) -> Iterator[Block]:
    """What the plan is and what it asks, counted; the opening has named it."""
    plan, called = paper.plan, f"该{paper.plan.kind.value}"
    yield Heading(level=1, text="一、基本情况")
    basis = paper.catalogue.lineage(plan.id).basis if _answers(paper) else ()
    ground = f"为落实《{basis[-1].title}》{'等文件' if len(basis) > 1 else ''}，" if basis else ""
    span = f"，实施期限为{_period(plan)}" if plan.period else ""
    stages = f"，分{_counted_stages(paper.stages)}推进" if len(paper.stages) > 1 else ""
    yield Para.of(f"{ground}{called}由{'、'.join(plan.issuers)}印发{span}{stages}。")
    parts = [item for item in plan.attachments if item.clauses and paper.part is None]
    added = f"（含所附{len(parts)}个专题、专项安排）" if parts else ""
    where = f"《{paper.part.title}》" if paper.part else called
    yield Para.of(f"经梳理，{where}{added}{_counts(paper.duties)}。")


def _period(plan: Plan) -> str:
    return cells.span_text(*plan.period) if plan.period else ""


def _counted_stages(stages: Sequence[Stage]) -> str:
    """动员（1月）和整治（2月至5月）两个阶段."""
    count = "两" if len(stages) == 2 else int_to_chinese(len(stages))
    names = [stage.name for stage in stages]
    return f"{'、'.join(names[:-1])}和{names[-1]}{count}个阶段"


def _counts(duties: Sequence[LinkedDuty]) -> str:
    lead = sum(1 for duty in duties if duty.certainty is Certainty.LEAD)
    dated = sum(1 for duty in duties if duty.deadlines)
    repeated = sum(1 for duty in duties if duty.duty.recurrence)
    parts = [
        f"{text}{count}项"
        for text, count in (("写明牵头单位的", lead), ("写明完成日期的", dated), ("定期开展的", repeated))
        if count
    ]
    more = f"，其中{'、'.join(parts)}" if parts else ""
    return f"共有任务和要求{len(duties)}项{more}"


def _done(paper: Report) -> Iterator[Block]:
    """A paragraph for each stage, else for each chapter, with what was due and room for what was achieved."""
    yield Heading(level=1, text="二、工作开展情况")
    yield Para.of(
        f"截至{BLANK_DAY}，各项任务已完成{BLANK_WORD}项，正在推进{BLANK_WORD}项，尚未启动{BLANK_WORD}项；"
        f"共检查单位{BLANK_WORD}家次，发现问题隐患{BLANK_WORD}处，已整改{BLANK_WORD}处。"
    )
    groups = list(_stages(paper)) or list(_chapters(paper))
    for mark, (heading, duties) in enumerate(groups, start=1):
        yield Heading(level=2, text=f"（{int_to_chinese(mark)}）{heading}")
        if duties:
            yield Para.of(_told(duties))
        yield Para.of(PROGRESS)
    told = {duty.anchor for _, duties in groups for duty in duties}
    rest = [duty for duty in paper.duties if duty.anchor not in told]
    if rest:
        name = "其他任务" if groups else "各项任务"
        yield Heading(level=2, text=f"（{int_to_chinese(len(groups) + 1)}）{name}")
        yield Para.of(_rest(rest))
        yield Para.of(PROGRESS)


def _stages(paper: Report) -> Iterator[tuple[str, list[LinkedDuty]]]:
    for stage in paper.stages[:MOST_STAGES]:
        duties = [duty for duty in paper.duties if cells.stage_of(duty) == stage]
        yield f"{stage.name}（{cells.span_text(stage.first, stage.last)}）", duties


def _chapters(paper: Report) -> Iterator[tuple[str, list[LinkedDuty]]]:
    """The chapters with their duties; where one holds most of them, what stands under it instead."""
    clauses = [item for item in paper.clauses if item.attachment == paper.part]
    under: dict[tuple[str, ...], list[LinkedDuty]] = {}
    for clause in clauses:
        path = clause.path.elements
        for end in range(1, len(path) + 1):
            under.setdefault(path[:end], []).extend(clause.duties)
    chapters = [clause for clause in clauses if clause.depth == 0]
    largest = max(chapters, key=lambda clause: len(under[clause.path.elements]), default=None)
    if largest and len(under[largest.path.elements]) * 2 > sum(len(clause.duties) for clause in clauses):
        top = largest.path.elements
        below = [clause for clause in clauses if clause.depth == 1 and clause.path.elements[: len(top)] == top]
        chapters = below or chapters
    for clause in chapters:
        if clause.clause.heading and (duties := under[clause.path.elements]):
            yield clause.clause.heading.rstrip("。"), duties


def _told(duties: Sequence[LinkedDuty]) -> str:
    """How many there are and which of them fall due when."""
    due: dict[date, dict[str, None]] = {}
    for duty in duties:
        for item in duty.deadlines:
            due.setdefault(item.date, {}).setdefault(item.what or duty.duty.do.rstrip("。"))
    count = f"安排任务{len(duties)}项"
    if not due:
        return f"{count}。"
    days = [f"{wording.date_text(day)}前到期的有：{_named(list(whats))}" for day, whats in sorted(due.items())]
    more = f"；其余{len(days) - MOST_DAYS}个日期到期的见任务分解表" if len(days) > MOST_DAYS else ""
    return f"{count}，{'；'.join(days[:MOST_DAYS])}{more}。"


def _named(whats: Sequence[str]) -> str:
    """The first few; what only says again who does another of them is left out."""
    plain = [what for what in whats if not any(what != other and what.endswith(other) for other in whats)]
    more = f"等{len(plain)}项" if len(plain) > MOST_NAMED else ""
    return "、".join(plain[:MOST_NAMED]) + more


def _rest(duties: Sequence[LinkedDuty]) -> str:
    """Duties outside the stages or chapters told, counted; their dates from the first to the last."""
    days = sorted({item.date for duty in duties for item in duty.deadlines})
    span = f"，到期日期自{wording.date_text(days[0])}起，至{wording.date_text(days[-1])}止" if len(days) > 1 else ""
    return f"除上述外，还有任务和要求{len(duties)}项{span}，逐项进展见任务分解表。"


def _next(paper: Report) -> Iterator[Block]:
    yield Heading(level=1, text="三、存在的问题")
    yield Para.of(f"一是{BLANK_LINE}；二是{BLANK_LINE}。")
    yield Heading(level=1, text="四、下一步工作")
    steps = ["对照任务分解表逐项核对进度，未完成的逐项明确责任人员和完成时间"]
    if any(duty.certainty is not Certainty.LEAD and not duty.for_enterprises for duty in paper.duties):
        steps.append("没有写明牵头单位的任务，逐项与有关单位商定责任单位")
    if repeated := [duty for duty in paper.duties if duty.duty.recurrence]:
        steps.append(f"坚持做好定期开展的{len(repeated)}项工作，按期检查、留存记录")
    steps.append("针对存在的问题，逐项研究解决办法，明确时限，整改到位")
    yield Para.of("；".join(f"{int_to_chinese(index)}是{step}" for index, step in enumerate(steps, start=1)) + "。")
