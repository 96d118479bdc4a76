"""What a record claims of its original word for word, and the dates and numbers in its own prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zerenku.catalogue.catalogue import Catalogue
from zerenku.coverage.said import Said, with_digits
from zerenku.model.clause import Clause, Deadline, Duty, Recurrence, Target
from zerenku.model.place import Span
from zerenku.model.plan import Plan
from zerenku.text.mentions import Mention, MentionKind, read_mentions, squeeze

WORDING: Final = "原文用语"
NAME: Final = "名称"


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that must stand in the original, or one of the `others`, or a mention that must be made there."""

    kind: str
    text: str
    span: Span
    mention: Mention | None = None
    others: tuple[str, ...] = ()

    def stands_in(self, original: str) -> bool:
        """Whether the original's words hold it."""
        words = with_digits(squeeze(original))
        if self.kind == NAME:
            return _letters(self.text) in _letters(words)
        if self.mention is None:
            return any(squeeze(text) in words for text in (self.text, *self.others))
        if any(key in words for key in self.mention.keys):
            return True
        if self.mention.kind is MentionKind.NUMBER:
            return any(item.value.value == self.mention.value for item in read_mentions(words))
        return Said(words, frozenset(), frozenset()).holds(self.mention)


def claims_of(catalogue: Catalogue, plan: Plan, clause: Clause) -> Iterator[Claim]:
    """Every claim of a clause: heading, opening words, phrases of owners and facts, names, citations, prose."""
    yield Claim(WORDING, clause.starts, clause.span)
    if clause.heading:
        yield Claim("标题", clause.heading, clause.span)
    for item in clause.assignments:
        yield Claim("责任短语", item.phrase, item.span)
        for name in (*item.lead, *item.support):
            yield Claim("部门", name, item.span)
    facts: list[Deadline | Recurrence | Target] = [*clause.deadlines, *clause.recurrence, *clause.targets]
    for duty in clause.duties:
        facts += [*duty.deadlines, *duty.recurrence, *duty.targets]
        yield from _parties(catalogue, plan, clause, duty)
    for fact in facts:
        yield Claim(WORDING, fact.text, fact.span)
    for cite in clause.cites:
        yield Claim("引用", cite, clause.span)
    yield from _prose(clause)


def claims_of_plan(plan: Plan, *, signed: bool) -> Iterator[Claim]:
    """What a record claims of the paper as a whole: titles, number, bodies, stages, reports, attachments.

    Of a paper that nobody signed (`signed` false) the issuer is inferred, and not claimed to be written.
    """
    for kind, text in ((NAME, plan.title), (NAME, plan.notice_title), ("文号", plan.number)):
        if text:
            yield Claim(kind, text, plan.span)
    issuers = plan.issuers if signed else ()
    for name in (*issuers, *plan.addressees, *plan.cc, *((plan.printed_by,) if plan.printed_by else ())):
        yield Claim("机关", name, plan.span)
    for stage in plan.stages:
        yield Claim("阶段", stage.name, stage.span)
    for report in plan.reporting:
        if report.due and report.due.text:
            yield Claim(WORDING, report.due.text, report.span)
    for part in plan.attachments:
        yield Claim("附件", part.title, part.span)


def _parties(catalogue: Catalogue, plan: Plan, clause: Clause, duty: Duty) -> Iterator[Claim]:
    """Departments named as bearers, under any of their names.

    Where the record gives the sentence's subject, that is what must be written (`[]`: nothing); who issued the plan,
    or owns the clause by its phrase, needs no further word.
    """
    known = {*plan.issuers, *(name for item in clause.assignments for name in (*item.lead, *item.support))}
    known |= {item for name in plan.issuers for item in _answers(catalogue, plan, name)}
    for name in dict.fromkeys(duty.obliged if duty.subject is None else duty.subject):
        answers = _answers(catalogue, plan, name)
        if name not in known and answers:
            yield Claim("部门", name, duty.span, others=answers)


def _answers(catalogue: Catalogue, plan: Plan, name: str) -> tuple[str, ...]:
    found = catalogue.registers.department(name, place_id=plan.place)
    return tuple(item for item in (found.name, found.short, *found.aliases) if item) if found else ()


def _prose(clause: Clause) -> Iterator[Claim]:
    """Dates and numbers in our own sentences: none that the original does not give."""
    facts = [*clause.deadlines, *(item for duty in clause.duties for item in duty.deadlines)]
    for text, span in ((clause.summary or "", clause.span), *((duty.do, duty.span) for duty in clause.duties)):
        for found in read_mentions(text):
            mention = found.value
            if mention.kind is MentionKind.CITE or any(mention.is_on(item.date) for item in facts):
                continue
            yield Claim(mention.kind.value, text[found.start : found.end], span, mention)


def _letters(text: str) -> str:
    """A title without its marks: printers double or drop a bracket, and an edition mends that."""
    return "".join(char for char in text if char.isalnum())
