"""Clauses with their duties as markup, for the pages of plans and attachments; see `rows` for why not Jinja."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from markupsafe import Markup

from generators.site import marking
from generators.site.escaping import escaped
from generators.site.links import Links
from generators.site.rows import Rows, doubt, fact_rows
from generators.site.terms import TermMarks
from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedClause, LinkedDuty, Reference
from zerenku.model.register import Topic

DEEPEST: Final = 5
"""Headings go no deeper than h5."""


class Clauses:
    """Sets clauses; `catalogue` is the noted one, and `terms_in` marks terms in running text."""

    def __init__(self, rows: Rows, catalogue: Any, terms_in: TermMarks) -> None:
        self._rows, self._catalogue, self._terms_in = rows, catalogue, terms_in

    def blocks(self, clauses: Iterable[LinkedClause], to: Links) -> str:
        """Clauses one after the other."""
        return "".join([self.block(clause, to) for clause in clauses])

    def block(self, clause: LinkedClause, to: Links) -> str:
        """A clause: heading and tools, summary, own facts, duties, then what it rests on; then text and notes."""
        record = clause.clause
        seen: list[str] = []
        said = ""
        if record.summary:
            guess = doubt(record.unconfirmed, "summary")
            said = f'<p class="zk-summary">{self._terms_in(record.summary, to, seen)}{guess}</p>\n'
        facts = fact_rows(record.unconfirmed, record.deadlines, record.recurrence, record.targets)
        if facts:
            said += f'<dl class="zk-facts zk-facts--clause">{facts}</dl>\n'
        here = clause.fragment
        duties = "".join([self._duty(duty, f"{here}-{duty.id}", to, seen) for duty in clause.duties])
        return (
            f"{_head(clause, here)}{said}{duties}{self._foot(clause, to)}"
            f"{_text(record.text)}{_notes(record.notes)}</section>\n"
        )

    def _duty(self, duty: LinkedDuty, here: str, to: Links, seen: list[str]) -> str:
        """A card at `here`."""
        record, unsure = duty.duty, duty.unconfirmed
        told = fact_rows(unsure, duty.deadlines, record.recurrence, record.targets)
        if record.evidence:
            told += f"<dt>佐证</dt><dd>{escaped(record.evidence)}{doubt(unsure, 'evidence')}</dd>\n"
        if record.stage:
            told += f"<dt>阶段</dt><dd>{escaped(record.stage)}{doubt(unsure, 'stage')}</dd>\n"
        if record.applies_to:
            told += f"<dt>适用</dt><dd>{self.applies(record.applies_to, to)}</dd>\n"
        return (
            f'<article class="zk-duty" id="{escaped(here)}">\n'
            f'<p class="zk-duty__do">{self._terms_in(record.do, to, seen)}{doubt(unsure, "do")}</p>\n'
            f'<dl class="zk-facts">\n<dt>由谁做</dt><dd>{self._rows.obliged(duty, to)}</dd>\n'
            f"<dt>责任单位</dt><dd>{self._rows.owner(duty, to)}\n</dd>\n{told}</dl>\n</article>\n"
        )

    def applies(self, names: Sequence[str], to: Links) -> Markup:
        """Kinds of enterprises, each linked to its page."""
        links = []
        for name in names:
            found = self._catalogue.registers.enterprise(name)
            links.append(marking.link(to.enterprise(found) if found else "", name))
        return Markup("、").join(links)

    def _foot(self, clause: LinkedClause, to: Links) -> str:
        """What the clause rests on: phrases on owners, kinds of enterprises, cites, topics; empty without any."""
        record, unsure = clause.clause, clause.clause.unconfirmed
        told = ""
        if phrases := dict.fromkeys([item.phrase for item in clause.assignments if item.phrase]):
            lines = "".join(f'<span class="zk-line"><q>{escaped(text)}</q></span>' for text in phrases)
            told += f"<dt>责任短语</dt><dd>{lines}{doubt(unsure, 'assignments')}</dd>\n"
        if record.applies_to:
            told += f"<dt>适用</dt><dd>{self.applies(record.applies_to, to)}{doubt(unsure, 'applies_to')}</dd>\n"
        if clause.references:
            lines = "".join(f'<span class="zk-line">{_reference(item, to)}</span>' for item in clause.references)
            told += f"<dt>引用</dt><dd>{lines}{doubt(unsure, 'cites')}</dd>\n"
        if clause.topics:
            chips = "".join(_chip(topic, to) for topic in clause.topics)
            told += f'<dt>主题</dt><dd><span class="zk-chips">{chips}</span></dd>\n'
        return f'<dl class="zk-facts zk-facts--foot">\n{told}</dl>\n' if told else ""


def _head(clause: LinkedClause, here: str) -> str:
    record, level = clause.clause, min(clause.depth + 2, DEEPEST)
    here, cite = escaped(here), escaped(clause.citation)
    return (
        f'<section class="zk-clause zk-clause--{level}" id="{here}">\n<div class="zk-clause__head">\n'
        f'<h{level}><a class="zk-mark" href="#{here}">{escaped(marking.mark_text(clause))}</a>'
        f"{escaped(record.heading or '')}{doubt(record.unconfirmed, 'heading')}</h{level}>\n"
        f'<span class="zk-tools">\n<button type="button" data-copy-link="{here}" title="复制这一条的链接">'
        f"复制链接</button>\n"
        f'<button type="button" data-copy="{cite}" title="{cite}">复制引用</button>\n</span>\n</div>\n'
    )


def _reference(item: Reference, to: Links) -> str:
    if item.standard:
        return f'<a href="{to.standard(item.standard)}">{escaped(item.written)}</a>'
    if item.document:
        return f'<a href="{to.document(item.document)}">{escaped(item.written)}</a>'
    return escaped(item.written)


def _chip(topic: Topic, to: Links) -> str:
    href = to.topic(topic)
    if href:
        return f'<a class="zk-chip" href="{href}">{escaped(topic.name)}</a>'
    return f'<span class="zk-chip">{escaped(topic.name)}</span>'


def _text(text: str | None) -> str:
    """The original's words, folded away."""
    if not text:
        return ""
    lines = "".join(f"<p>{escaped(line)}</p>" for line in text.strip().split("\n"))
    return f'<details class="zk-original"><summary>原文</summary>{lines}</details>\n'


def _notes(notes: Sequence[str]) -> str:
    if not notes:
        return ""
    told = "".join(f'<aside class="zk-note"><b>{wording.EDITORIAL}</b>{escaped(note)}</aside>' for note in notes)
    return f"{told}\n"
