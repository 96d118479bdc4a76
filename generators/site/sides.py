"""The sides of a comparison as markup: facts against each other, and clauses beside each other; see `rows`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup

from generators.site import marking
from generators.site.escaping import escaped
from generators.site.facts import DAY, KINDS, facts_of, lines
from generators.site.heads import Heads, document_link
from generators.site.links import Links
from generators.site.rows import Rows, doubt
from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedClause, LinkedDuty
from zerenku.model.clause import Certainty
from zerenku.model.plan import Plan
from zerenku.model.register import Place, Topic

if TYPE_CHECKING:
    from generators.site.views.field import Cell
    from generators.site.views.kinship import Tie


Told = tuple[list[tuple[date, str]], ...]
"""The facts of a side as lines of the table, by kind, each with its day."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What stands on a page: a list that leads to each side, the rows of the table of facts, a column for each side."""

    tally: Markup
    facts: Markup
    columns: Markup


Treated = tuple[Plan, Place, Sequence[LinkedClause]]
"""A plan with its clauses on a topic."""


def duties_on(clause: LinkedClause, topic: Topic) -> Sequence[LinkedDuty]:
    """The duties of a clause on a topic."""
    whole = _names(clause.topics, topic)
    # Nearly all duties have the topics of their clause.
    if all(duty.topics is clause.topics for duty in clause.duties):
        return clause.duties if whole else ()
    return [duty for duty in clause.duties if _names(duty.topics, topic)]


def _names(topics: Iterable[Topic], topic: Topic) -> bool:
    return topic.id in [item.id for item in topics]


class Sides:
    """Sets the sides of a comparison; `to` is always the page on which they will stand."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._heads = Heads()

    def __call__(self, topic: Topic, treated: Iterable[Treated], to: Links) -> Comparison:
        """Each plan that treats a topic with its quotas, dates and rhythms, and with its clauses."""
        tally, facts, columns = [], [], []
        for plan, place, clauses in treated:
            head, here = self._heads(plan, place, to), f"plan-{escaped(plan.id)}"
            number = f'<span class="zk-line zk-number">{escaped(plan.number)}</span>' if plan.number else ""
            told: Told = ([], [], [])
            count, said = self._clauses(topic, clauses, told, to)
            columns.append(
                f'<section class="zk-side" id="{here}">\n<h3>{head.name} {head.status}</h3>\n'
                f'<p class="zk-side__title"><a href="{head.href}">{head.title}</a>{number}'
                f'<span class="zk-line zk-what">{len(clauses)} 条，{count} 项责任</span></p>\n{said}</section>\n'
            )
            tally.append(f'<li><a href="#{here}">{head.name}<b>{len(clauses)}</b> 条</a></li>')
            cells = [f'<td data-label="{kind}">{_listed(own)}</td>\n' for kind, own in zip(KINDS, told, strict=True)]
            facts.append(
                f'<tr>\n<td class="zk-cell-main"><a class="zk-do" href="#{here}" title="{head.title}">{head.name}</a> '
                f"{head.status}</td>\n{''.join(cells)}</tr>\n"
            )
        # Each part is escaped.
        return Comparison(Markup("".join(tally)), Markup("".join(facts)), Markup("".join(columns)))  # noqa: S704

    def ties(self, ties: Iterable[Tie], plans: Iterable[tuple[Plan, Place, *tuple[object, ...]]], to: Links) -> Markup:
        """How `plans`, each with its place, hang together; empty where nothing is to be said."""
        names = {plan.id: self._heads(plan, place, to).link for plan, place, *_ in plans}
        lines = []
        for tie in ties:
            own = [names[plan.id] for plan in tie.plans]
            papers = [
                f'<span class="zk-line">{document_link(item, to.document(item))}</span>' for item in tie.documents
            ]
            lines.append(f"<li><b>{tie.label}</b>{_tied(tie.label, own)}{''.join(papers)}</li>\n")
        return Markup(f'<ul class="zk-ties">\n{"".join(lines)}</ul>\n' if lines else "")  # noqa: S704 - as above

    def cells(
        self, topic: Topic, cells: Iterable[Cell | None], plans: Iterable[tuple[Plan, Place]], to: Links
    ) -> Markup:
        """A topic's row of the table of topics against `plans`."""
        name, beside, lines = escaped(topic.name), to.topic(topic), []
        for cell, (plan, place) in zip(cells, plans, strict=True):
            head = self._heads(plan, place, to)
            if cell is None:
                lines.append(
                    f'<td class="zk-num zk-zero" data-label="{head.name}"><span class="zk-none">–</span></td>\n'
                )
                continue
            page = to.page(f"{cell.path}.html") if cell.path else beside
            href = f"{page}#plan-{escaped(plan.id)}" if page else to.clause(cell.first)
            title = f"{head.title}：{name}" if page else escaped(marking.full_citation(cell.first))
            link = f'<a href="{href}" title="{title}">{cell.count or "有条款"}</a>'
            lines.append(f'<td class="zk-num" data-label="{head.name}">{link}</td>\n')
        return Markup("".join(lines))  # noqa: S704 - each part is escaped

    def _clauses(self, topic: Topic, clauses: Iterable[LinkedClause], told: Told, to: Links) -> tuple[int, str]:
        """How many duties on the topic, and the clauses; their facts are `told` besides."""
        count, said = 0, []
        for clause in clauses:
            duties = duties_on(clause, topic)
            count += len(duties)
            said.append(self._clause(clause, duties, told, to, whole=_names(clause.topics, topic)))
        return count, "".join(said)

    def _clause(self, clause: LinkedClause, duties: Sequence[LinkedDuty], told: Told, to: Links, *, whole: bool) -> str:
        """A clause that is on the topic as a `whole`, or only with these duties, and then only their facts count."""
        citation, title = clause.path.citation, escaped(marking.full_citation(clause))
        heading = f" {escaped(clause.clause.heading)}" if clause.clause.heading else ""
        facts = ""
        for kind, found, rows in zip(KINDS, facts_of(clause, duties, to, whole=whole), told, strict=True):
            if found:
                facts += f"<dt>{kind}</dt><dd>{lines([said for _, said, _ in found])}</dd>\n"
                end = f'" title="{title}">{citation}</a>'
                rows += [(day, f'{said} <a class="zk-source" href="{href}{end}') for day, said, href in found]
        owners = f"<dt>责任单位</dt><dd>{self._owners(duties, to)}</dd>\n" if duties else ""
        return (
            f'<article class="zk-side__clause">\n<p class="zk-side__head"><a href="{to.clause(clause)}" '
            f'title="{title}">{citation}</a>{heading}</p>\n'
            f'{_said(clause, duties, to, whole=whole)}<dl class="zk-facts">\n{facts}{owners}</dl>\n</article>\n'
        )

    def _owners(self, duties: Sequence[LinkedDuty], to: Links) -> str:
        """Each way of naming owners once, at the first duty that has it; then of whom the text names no owner."""
        # Duties under the same phrases share their owners, and most clauses have but one phrase.
        if len({id(duty.owners) for duty in duties}) == 1 and duties[0].certainty is not Certainty.NONE:
            return f'<span class="zk-line">{self._rows.owner(duties[0], to)}\n</span>'
        named = [duty for duty in duties if duty.certainty is not Certainty.NONE or duty.support]
        owned = {wording.owner_line(duty): duty for duty in reversed(named)}
        said = [f"{self._rows.owner(duty, to)}\n" for duty in reversed(owned.values())]
        if unsaid := [duty for duty in duties if duty.certainty is Certainty.NONE and not duty.support]:
            subjects = dict.fromkeys([name for duty in unsaid for name in duty.subjects])
            whom = f"文中主体：{escaped('、'.join(subjects))}" if subjects else "原句未写主语"
            said.append(f'<span class="zk-owner zk-owner--none">{wording.NOT_WRITTEN}（{whom}）</span>')
        return lines(said)


def _said(clause: LinkedClause, duties: Sequence[LinkedDuty], to: Links, *, whole: bool) -> str:
    """What the clause demands: our summary where all of it is on the topic, else the duties that are."""
    record, told = clause.clause, ""
    if whole and record.summary:
        return f'<p class="zk-side__says">{escaped(record.summary)}{doubt(record.unconfirmed, "summary")}</p>\n'
    if whole and not duties:
        told = f'<p class="zk-side__says zk-none">{escaped(marking.clause_title(clause))}</p>\n'
    items = "".join([f'<li><a href="{to.duty(duty)}">{escaped(duty.duty.do)}</a></li>' for duty in duties])
    return told + (f'<ul class="zk-side__duties">{items}</ul>\n' if items else "")


def _listed(rows: Iterable[tuple[date, str]]) -> str:
    """Lines in order of time."""
    return lines([said for _, said in sorted(rows, key=DAY)]) or '<span class="zk-none">没有写</span>'


def _tied(label: str, plans: Sequence[str]) -> str:
    """Plans as links, and how they hang together."""
    first, rest = plans[0], "、".join(plans[1:])
    match label:
        case "上下级":
            return f"{first} 在上，{rest} 据以制定"
        case "替代":
            return f"{first} 替代 {rest}"
        case "各自独立":
            return f'{"、".join(plans)}<span class="zk-what">没有共同的上级文件，也不是上下级</span>'
        case _:
            return "、".join(plans)
