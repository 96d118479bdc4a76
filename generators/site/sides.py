"""The sides of a comparison as markup: facts against each other, and clauses beside each other; see `rows`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from generators.site import marking
from generators.site.links import Links
from generators.site.rows import DOUBT, Rows, doubt, escaped
from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedDuty

if TYPE_CHECKING:
    from generators.site.views.compare import Fact, Side, Treatment


class Sides:
    """Sets the sides of a comparison; `to` is always the page on which they will stand."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def facts(self, sides: Iterable[Side], to: Links) -> Markup:
        """Rows of a table: each plan with its quotas, dates and rhythms."""
        rows = [
            f'<tr>\n<td class="zk-cell-main"><a class="zk-do" href="#plan-{escaped(side.plan.id)}" '
            f'title="{escaped(side.plan.title)}">{_name(side)}</a> {marking.status(side.plan)}</td>\n'
            f'<td data-label="指标">{_listed(side.targets, to)}</td>\n'
            f'<td data-label="时限">{_listed(side.deadlines, to)}</td>\n'
            f'<td data-label="频次">{_listed(side.recurrence, to)}</td>\n</tr>\n'
            for side in sides
        ]
        return Markup("".join(rows))  # noqa: S704 - each part is escaped

    def clauses(self, sides: Iterable[Side], to: Links) -> Markup:
        """A column for each plan with its clauses."""
        return Markup("".join([self._side(side, to) for side in sides]))  # noqa: S704 - each part is escaped

    def _side(self, side: Side, to: Links) -> str:
        plan = side.plan
        number = f'<span class="zk-line zk-number">{escaped(plan.number)}</span>' if plan.number else ""
        clauses = "".join([self._clause(item, to) for item in side.treatments])
        return (
            f'<section class="zk-side" id="plan-{escaped(plan.id)}">\n<h3>{_name(side)} {marking.status(plan)}</h3>\n'
            f'<p class="zk-side__title"><a href="{to.plan(plan)}">{escaped(plan.title)}</a>{number}'
            f'<span class="zk-line zk-what">{len(side.treatments)} 条，{side.count} 项责任</span></p>\n'
            f"{clauses}</section>\n"
        )

    def _clause(self, item: Treatment, to: Links) -> str:
        clause = item.clause
        heading = f" {escaped(clause.clause.heading)}" if clause.clause.heading else ""
        kinds = (("指标", item.targets), ("时限", item.deadlines), ("频次", item.recurrence))
        facts = "".join(f"<dt>{label}</dt><dd>{_lines(found)}</dd>\n" for label, found in kinds if found)
        owners = f"<dt>责任单位</dt><dd>{self._owners(item, to)}</dd>\n" if item.duties else ""
        return (
            f'<article class="zk-side__clause">\n<p class="zk-side__head"><a href="{to.clause(clause)}" '
            f'title="{escaped(marking.full_citation(clause))}">{clause.path.citation}</a>{heading}</p>\n'
            f'{_said(item, to)}<dl class="zk-facts">\n{facts}{owners}</dl>\n</article>\n'
        )

    def _owners(self, item: Treatment, to: Links) -> str:
        lines = [f'<span class="zk-line">{self._rows.owner(duty, to)}\n</span>' for duty in item.owned]
        if item.unsaid:
            subjects = dict.fromkeys(name for duty in item.unsaid for name in duty.subjects)
            whom = f"文中主体：{escaped('、'.join(subjects))}" if subjects else "原句未写主语"
            said = f'<span class="zk-owner zk-owner--none">{wording.NOT_WRITTEN}（{whom}）</span>'
            lines.append(f'<span class="zk-line">{said}</span>')
        return "".join(lines)


def _said(item: Treatment, to: Links) -> str:
    """What the clause demands: our summary where all of it is on the topic, else the duties that are."""
    record, told = item.clause.clause, ""
    if item.whole and record.summary:
        guess = doubt(record.unconfirmed, "summary")
        return f'<p class="zk-side__says">{escaped(record.summary)}{guess}</p>\n'
    if item.whole and not item.duties:
        told = f'<p class="zk-side__says zk-none">{escaped(marking.clause_title(item.clause))}</p>\n'
    return told + _duties(item.duties, to)


def _duties(duties: Sequence[LinkedDuty], to: Links) -> str:
    items = "".join(f'<li><a href="{to.duty(duty)}">{escaped(duty.duty.do)}</a></li>' for duty in duties)
    return f'<ul class="zk-side__duties">{items}</ul>\n' if items else ""


def _name(side: Side) -> str:
    return escaped(marking.short_plan(side.plan, side.place))


def _fact(fact: Fact) -> str:
    what = f'<span class="zk-what">{escaped(fact.what)}</span>' if fact.what else ""
    return f"<b>{escaped(fact.says)}</b>{what}{f' {DOUBT}' if fact.doubted else ''}"


def _lines(facts: Iterable[Fact]) -> str:
    return "".join(f'<span class="zk-line">{_fact(fact)}</span>' for fact in facts)


def _listed(facts: Iterable[Fact], to: Links) -> str:
    lines = [
        f'<span class="zk-line">{_fact(fact)} <a class="zk-source" href="{to.anchor(fact.anchor)}" '
        f'title="{escaped(marking.full_citation(fact.clause))}">{fact.clause.path.citation}</a></span>'
        for fact in facts
    ]
    return "".join(lines) or '<span class="zk-none">没有写</span>'
