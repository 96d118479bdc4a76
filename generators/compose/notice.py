"""印发通知: the red-headed covering notice of a plan with the plan's outline and forms behind it, as a 样稿.

The text is our own summary, so the paper must never pass for the original: its number and its dates stay blank and
every page says what it is. There is no way to switch that off; a paper that may be issued needs the issuer's own text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generators.blocks import (
    Addressees,
    AttachmentNote,
    AttachmentStart,
    Block,
    Document,
    Imprint,
    Masthead,
    Para,
    Signature,
    Title,
)
from generators.compose.forms import form_blocks
from generators.compose.outline import outline
from generators.compose.title import LINE, SIDEWAYS_LINE, break_title
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.errors import UnknownName
from zerenku.model.plan import Form, Plan

# Full-width blanks as wide as what goes there: two digits each.
BLANK_NUMBER: Final = "××〔　　〕　号"
BLANK_DATE: Final = "　　年　月　日"
EXCERPT: Final = "（摘编）"


@dataclass(frozen=True, slots=True)
class Annex:
    """An attachment of the notice: clauses of the plan, or a form laid sideways."""

    title: str
    blocks: tuple[Block, ...]
    sideways: bool = False


def compose_notice(catalogue: Catalogue, plan_id: str) -> Document:
    """The 样稿 of the notice that issues a plan. UnknownName when the catalogue has no such plan."""
    plan = catalogue.plan(plan_id)
    if plan is None:
        raise UnknownName("方案", plan_id)
    annexes = tuple(_annexes(catalogue, plan))
    words = _names(catalogue, plan)
    blocks = (*_cover(catalogue, plan, annexes, words), *_attached(annexes, words), _imprint(plan))
    title = f"{_title(plan)}（样稿）"
    return Document(title=title, blocks=blocks, banner=wording.SAMPLE_MARK, author="责任库")


def _title(plan: Plan) -> str:
    return plan.notice_title or f"关于印发《{plan.title}》的通知"


def _cover(catalogue: Catalogue, plan: Plan, annexes: tuple[Annex, ...], words: tuple[str, ...]) -> Iterator[Block]:
    yield Masthead(issuers=plan.issuers, number=BLANK_NUMBER)
    yield Title(break_title(_title(plan), whole=words))
    if plan.addressees:
        yield Addressees("，".join(plan.addressees))
    yield Para.of(_purpose(catalogue, plan))
    yield Para.of(_demand(catalogue, plan, annexes))
    yield AttachmentNote(tuple(annex.title for annex in annexes))
    yield Signature(names=plan.issuers, date=BLANK_DATE)


def _purpose(catalogue: Catalogue, plan: Plan) -> str:
    """What is issued and on whose word; of several superior papers the first is named."""
    basis = catalogue.lineage(plan.id).basis
    ground = ""
    if basis:
        number = f"（{basis[0].number}）" if basis[0].number else ""
        ground = f"根据《{basis[0].title}》{number}{'等文件' if len(basis) > 1 else ''}的部署，"
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


def _imprint(plan: Plan) -> Imprint:
    """An issuer without an office of its own for papers prints them itself."""
    return Imprint(cc=plan.cc, printed_by=plan.printed_by or plan.issuers[0], printed=f"{BLANK_DATE}印发")


def _names(catalogue: Catalogue, plan: Plan) -> tuple[str, ...]:
    """Words of the registers that a title line should not cut."""
    registers = catalogue.registers
    places = [name for place in registers.place_chain(plan.place) for name in (place.name, place.short)]
    named = (registers.departments, registers.topics, registers.terms, registers.enterprises)
    return (*places, *plan.issuers, *(name for register in named for name in register.names()))
