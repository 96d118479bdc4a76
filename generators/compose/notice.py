"""印发通知: the red-headed covering notice of a plan with the plan's outline and forms behind it, as a 样稿."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generators.blocks import (
    Addressees,
    AttachmentNote,
    AttachmentStart,
    Block,
    Document,
    Masthead,
    Para,
    Signature,
    Title,
)
from generators.compose.forms import form_blocks
from generators.compose.frame import (
    BLANK_DATE,
    BLANK_NUMBER,
    EXCERPT,
    NO_FIELDS,
    Fields,
    cited,
    imprint,
    plan_of,
    sample,
    whole_words,
)
from generators.compose.outline import outline
from generators.compose.title import LINE, SIDEWAYS_LINE, break_title
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.plan import Form, Plan

FIELDS: Final = ("主送机关", "发文机关", "抄送机关", "印发机关")


@dataclass(frozen=True, slots=True)
class Annex:
    """An attachment of the notice: clauses of the plan, or a form laid sideways."""

    title: str
    blocks: tuple[Block, ...]
    sideways: bool = False


def compose_notice(catalogue: Catalogue, plan_id: str, *, fields: Mapping[str, str] = NO_FIELDS) -> Document:
    """The 样稿 of the notice that issues a plan. UnknownName when the catalogue has no such plan or field."""
    plan = plan_of(catalogue, plan_id)
    filled = Fields.of(fields, FIELDS)
    annexes = tuple(_annexes(catalogue, plan))
    words = whole_words(catalogue, plan)
    cover = _cover(catalogue, plan, filled, annexes, words)
    blocks = (*cover, *_attached(annexes, words), imprint(plan, filled, cc=plan.cc))
    return sample(_title(plan), blocks, subject=plan.title, keywords=("通知",))


def _title(plan: Plan) -> str:
    return plan.notice_title or f"关于印发《{plan.title}》的通知"


def _cover(
    catalogue: Catalogue, plan: Plan, fields: Fields, annexes: tuple[Annex, ...], words: tuple[str, ...]
) -> Iterator[Block]:
    issuers = fields.names("发文机关", plan.issuers)
    yield Masthead(issuers=issuers, number=BLANK_NUMBER)
    yield Title(break_title(_title(plan), whole=words))
    if addressees := fields.text("主送机关", "，".join(plan.addressees)):
        yield Addressees(addressees)
    yield Para.of(_purpose(catalogue, plan))
    yield Para.of(_demand(catalogue, plan, annexes))
    yield AttachmentNote(tuple(annex.title for annex in annexes))
    yield Signature(names=issuers, date=BLANK_DATE)


def _purpose(catalogue: Catalogue, plan: Plan) -> str:
    """What is issued and on whose word; of several superior papers the first is named."""
    basis = catalogue.lineage(plan.id).basis
    ground = ""
    if basis:
        ground = f"根据{cited(basis[0])}{'等文件' if len(basis) > 1 else ''}的部署，"
    return f"{ground}现印发《{plan.title}》，请对照各自任务抓好落实。"


def _demand(catalogue: Catalogue, plan: Plan, annexes: tuple[Annex, ...]) -> str:
    """When it runs and what comes back."""
    place = "附件" if len(annexes) == 1 else "附件1"
    span = f"行动期限为{wording.period_text(plan)}，" if plan.period else ""
    report = "；需要报送的材料，请按其中写明的时间和对象报送" if catalogue.reporting_of(plan.id) else ""
    return f"{span}任务、时限和责任单位见{place}{report}。"


def _annexes(catalogue: Catalogue, plan: Plan) -> Iterator[Annex]:
    """The plan itself, then its own attachments in order, then forms that no attachment holds."""
    clauses = catalogue.clauses_of(plan.id)
    body = tuple(outline(clause for clause in clauses if clause.attachment is None))
    yield Annex(plan.title + EXCERPT, body)
    forms = {form.id: form for form in plan.forms}
    for attachment in plan.attachments:
        form = forms.pop(attachment.form, None) if attachment.form else None
        if form:
            yield _form_annex(form, attachment.title)
            continue
        mine = tuple(outline(clause for clause in clauses if clause.attachment == attachment))
        if mine:
            yield Annex(attachment.title + EXCERPT, mine)
    for form in forms.values():
        yield _form_annex(form, form.title)


def _form_annex(form: Form, title: str) -> Annex:
    return Annex(title, tuple(form_blocks(form)), sideways=True)


def _attached(annexes: tuple[Annex, ...], words: tuple[str, ...]) -> Iterator[Block]:
    for index, annex in enumerate(annexes, start=1):
        label = "附件" if len(annexes) == 1 else f"附件{index}"
        lines = break_title(annex.title, whole=words, line=SIDEWAYS_LINE if annex.sideways else LINE)
        yield AttachmentStart(label=label, title=Title(lines), sideways=annex.sideways)
        yield from annex.blocks
