"""实施方案 alone: our outline of a plan with its attachments under their own numbers, without the covering notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from generators.blocks import AttachmentNote, AttachmentStart, Block, Document, Para, Signature, Title
from generators.compose.forms import form_blocks
from generators.compose.frame import BLANK_DATE, NO_FIELDS, Fields, papers_named, plan_of, sample, whole_words
from generators.compose.outline import outline
from generators.compose.title import LINE, SIDEWAYS_LINE, break_title
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.plan import Attachment, Form, Plan

FIELDS: Final = ("发文机关",)
NOT_HELD: Final = "（本附件的内容没有收录，请看原文。）"


def compose_plan(catalogue: Catalogue, plan_id: str, *, fields: Mapping[str, str] = NO_FIELDS) -> Document:
    """The 样稿 of a plan from our summaries. UnknownName when the catalogue has no such plan or field."""
    plan = plan_of(catalogue, plan_id)
    filled = Fields.of(fields, FIELDS)
    words = whole_words(catalogue, plan)
    blocks = (*_body(catalogue, plan, filled, words), *_attachments(catalogue, plan, words))
    return sample(plan.title, blocks, subject=plan.title, keywords=(plan.kind.value,))


def _body(catalogue: Catalogue, plan: Plan, fields: Fields, words: tuple[str, ...]) -> Iterator[Block]:
    yield Title(break_title(plan.title, whole=words))
    if opening := _opening(catalogue, plan):
        yield Para.of(opening)
    yield from outline(clause for clause in catalogue.clauses_of(plan.id) if clause.attachment is None)
    if titles := _titles(plan):
        yield AttachmentNote(titles)
    yield Signature(names=fields.names("发文机关", plan.issuers), date=BLANK_DATE)


def _opening(catalogue: Catalogue, plan: Plan) -> str:
    """On whose word and until when, before the first clause; empty where the plan names neither."""
    basis = catalogue.lineage(plan.id).basis
    ground = f"为落实{papers_named(basis)}，制定本{plan.kind.value}。" if basis else ""
    span = f"期限为{wording.period_text(plan)}。" if plan.period else ""
    return ground + span


def _titles(plan: Plan) -> tuple[str, ...]:
    """Titles of the attachments in their own order, then of the forms that none of them holds."""
    return (*(item.title for item in plan.attachments), *(form.title for form in _loose_forms(plan)))


def _loose_forms(plan: Plan) -> tuple[Form, ...]:
    held = {item.form for item in plan.attachments}
    return tuple(form for form in plan.forms if form.id not in held)


def _attachments(catalogue: Catalogue, plan: Plan, words: tuple[str, ...]) -> Iterator[Block]:
    """Every attachment keeps its place, also one that we hold nothing of: the text refers to them by number."""
    forms = {form.id: form for form in plan.forms}
    single = len(_titles(plan)) == 1
    number = 0
    for attachment in plan.attachments:
        number += 1
        form = forms.get(attachment.form) if attachment.form else None
        yield _start(attachment.title, 0 if single else number, words, sideways=form is not None)
        yield from form_blocks(form) if form else _clauses(catalogue, plan, attachment)
    for form in _loose_forms(plan):
        number += 1
        yield _start(form.title, 0 if single else number, words, sideways=True)
        yield from form_blocks(form)


def _clauses(catalogue: Catalogue, plan: Plan, attachment: Attachment) -> tuple[Block, ...]:
    held = (clause for clause in catalogue.clauses_of(plan.id) if clause.attachment == attachment)
    return tuple(outline(held)) or (Para.of(NOT_HELD),)


def _start(title: str, number: int, words: tuple[str, ...], *, sideways: bool) -> AttachmentStart:
    lines = break_title(title, whole=words, line=SIDEWAYS_LINE if sideways else LINE)
    return AttachmentStart(label=f"附件{number or ''}", title=Title(lines), sideways=sideways)
