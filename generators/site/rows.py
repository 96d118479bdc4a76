"""Duties as markup, for tables and cards: the pieces that stand on most pages, and so are set here and not by Jinja.

Everything is set as `trim` leaves it. What names owners and bearers is made once for all pages that lie equally deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup, escape

from generators.site import marking
from generators.site.links import Links
from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedDuty, Party
from zerenku.catalogue.occurrences import Timed
from zerenku.model.clause import Certainty, Deadline, Recurrence, Target
from zerenku.model.plan import Plan

if TYPE_CHECKING:
    from generators.site.views.department import TimedRow

ACTIVE: Final = re.compile(r"[&<>'\"]")
DOUBT: Final = f'<span class="zk-badge zk-badge--doubt" title="编者推定，尚未核实">{wording.UNCONFIRMED}</span>'


def escaped(text: str) -> str:
    """`markupsafe.escape` as a plain string; most texts hold nothing to escape."""
    return str(escape(text)) if ACTIVE.search(text) else text


def doubt(unconfirmed: tuple[str, ...], field: str, before: str = " ") -> str:
    """待确认 behind a field that was guessed, else nothing."""
    return before + DOUBT if unconfirmed and marking.doubted(unconfirmed, field) else ""


def due(day: date) -> str:
    """A day by which something is due."""
    told = day.isoformat()
    return f'<span class="zk-due" data-due="{told}"><time datetime="{told}">{wording.date_text(day)}前</time></span>'


class Rows:
    """Sets duties; `to` is always the page on which they will stand."""

    def __init__(self) -> None:
        self._owners: dict[tuple[object, ...], str] = {}
        self._parties: dict[tuple[object, ...], str] = {}
        self._cells: dict[tuple[object, ...], str] = {}
        self._plans: dict[str, str] = {}

    def table(self, duties: Iterable[LinkedDuty], to: Links, *, own: bool = False, source_plan: bool = True) -> Markup:
        """Rows of a table. `own` leaves out who owns the duty, `source_plan` False the plan where it stands."""
        rows = [f"<tr>\n{self._row(duty, to, own=own, source_plan=source_plan)}</tr>\n" for duty in duties]
        return Markup("".join(rows))  # noqa: S704 - each part is escaped

    def filtered(self, duties: Iterable[LinkedDuty], to: Links) -> Markup:
        """Rows of the table of all duties, with what its scripts ask for."""
        rows = [f"<tr {self.of_plan(duty.plan)}>\n{self._set_row(duty, to)}</tr>\n" for duty in duties]
        return Markup("".join(rows))  # noqa: S704 - each part is escaped

    def timed(self, items: Iterable[TimedRow], to: Links) -> Markup:
        """Rows of what falls due for a department: when, what, its role, where it is written."""
        rows = []
        for item in items:
            timed, href = item.timed, to.anchor(item.timed.anchor)
            rows.append(
                f'<tr {self.of_plan(timed.plan, 0)}>\n<td class="zk-cell-when">{_when(timed)}</td>\n'
                f'<td class="zk-cell-main"><a class="zk-do" href="{href}">{escaped(timed.what)}</a></td>\n'
                f'<td data-label="本单位">{escaped(item.role or "条款写到")}</td>\n'
                f'<td data-label="出处"><a class="zk-source" href="{href}" title="{escaped(timed.plan.title)}">'
                f"{escaped(marking.timed_source(timed))}</a></td>\n</tr>\n"
            )
        return Markup("".join(rows))  # noqa: S704 - each part is escaped

    def of_plan(self, plan: Plan, count: int = 1) -> Markup:
        """The attributes of a part that belongs to one plan and counts for so many duties."""
        return Markup(f'class="zk-of-plan" data-zk-count="{count}"{marking.until(plan)}')  # noqa: S704 - a number

    def _row(self, duty: LinkedDuty, to: Links, *, own: bool, source_plan: bool) -> str:
        """The cells of a duty, made once for all pages from which its addresses look alike."""
        if to.here.startswith("plans/"):
            return self._set_row(duty, to, own=own, source_plan=source_plan)
        key = duty.clause_anchor, duty.id, to.root, own, source_plan
        row = self._cells.get(key)
        if row is None:
            row = self._cells[key] = self._set_row(duty, to, own=own, source_plan=source_plan)
        return row

    def _set_row(self, duty: LinkedDuty, to: Links, *, own: bool = False, source_plan: bool = True) -> str:
        href = to.duty(duty)
        citation = duty.path.citation
        aims = "".join(
            f'<span class="zk-line zk-target">{escaped(wording.target_text(item))}</span>' for item in duty.duty.targets
        )
        owner = "" if own else f'<td data-label="责任单位">{self.owner(duty, to)}\n</td>\n'
        source = f"{self._plan(duty)} · {citation}" if source_plan else citation
        return (
            f'<td class="zk-cell-main"><a class="zk-do" href="{href}">{escaped(duty.duty.do)}</a>'
            f"{doubt(duty.unconfirmed, 'do')}{aims}</td>\n"
            f'<td data-label="由谁做">{self.obliged(duty, to)}</td>\n'
            f'<td data-label="时限">{self.times(duty)}</td>\n{owner}'
            f'<td data-label="出处"><a class="zk-source" href="{href}" '
            f'title="{escaped(f"《{duty.plan.title}》{citation}")}">{escaped(source)}</a></td>\n'
        )

    def _plan(self, duty: LinkedDuty) -> str:
        name = self._plans.get(duty.plan.id)
        if name is None:
            name = self._plans[duty.plan.id] = marking.short_plan(duty.plan, duty.place)
        return name

    def times(self, duty: LinkedDuty) -> Markup:
        """When it must be done, and how often."""
        dates, rules = duty.deadlines, duty.duty.recurrence
        if not dates and not rules:
            return Markup('<span class="zk-none">未写时限</span>')
        unsure = duty.unconfirmed
        told = [f'<span class="zk-line">{due(item.date)}\n{doubt(unsure, "deadlines", "")}</span>' for item in dates]
        told += [
            f'<span class="zk-line">{wording.recurrence_text(rule)}{doubt(unsure, "recurrence")}</span>'
            for rule in rules
        ]
        return Markup("".join(told))  # noqa: S704 - each part is escaped

    def owner(self, duty: LinkedDuty, to: Links) -> Markup:
        """Who owns the duty, in words and colour, every department linked."""
        certainty = duty.certainty
        lead, support = tuple([item.id for item in duty.lead]), tuple([item.id for item in duty.support])
        key = to.root, certainty, lead, support, duty.subjects if certainty is Certainty.NONE else ()
        line = self._owners.get(key)
        if line is None:
            line = self._owners[key] = str(marking.owner_markup(duty, to))
        guess = doubt(duty.unconfirmed, "subject") or doubt(duty.clause.unconfirmed, "assignments")
        owner = f'<span class="zk-owner zk-owner--{certainty.value}">{line}{guess}</span>'
        return Markup(owner)  # noqa: S704 - each part is escaped

    def obliged(self, duty: LinkedDuty, to: Links) -> Markup:
        """Who must do it."""
        named = "、".join([self._party(item, to) for item in duty.obliged])
        return Markup(named + doubt(duty.unconfirmed, "obliged"))  # noqa: S704 - each part is escaped

    def _party(self, party: Party, to: Links) -> str:
        key = to.root, party.written, party.id, party.department is None
        found = self._parties.get(key)
        if found is None:
            found = self._parties[key] = str(marking.link(marking.party_href(party, to), party.written, party.name))
        return found


def fact_rows(
    unconfirmed: tuple[str, ...],
    deadlines: Iterable[Deadline],
    recurrence: Iterable[Recurrence],
    targets: Iterable[Target],
) -> str:
    """Dates, rhythms and quotas of a duty or clause as they stand in a list of facts, each kind on a line."""
    dates = [
        f'<span class="zk-line">{due(item.date)}\n<span class="zk-written">原文：{escaped(item.text)}</span>'
        f"{_what(item.what)}{doubt(unconfirmed, 'deadlines')}</span>"
        for item in deadlines
    ]
    rules = [
        f'<span class="zk-line"><b>{wording.recurrence_text(item)}</b>{_what(item.who)}{_what(item.what)}'
        f'<span class="zk-written">原文：{escaped(item.text)}</span>{doubt(unconfirmed, "recurrence")}</span>'
        for item in recurrence
    ]
    aims = [
        f'<span class="zk-line"><b>{escaped(wording.target_text(item))}</b>'
        f'<span class="zk-written">原文：{escaped(item.text)}</span>{doubt(unconfirmed, "targets")}</span>'
        for item in targets
    ]
    told = (("时限", dates), ("频次", rules), ("指标", aims))
    return "".join(f"<dt>{label}</dt><dd>{''.join(lines)}</dd>\n" for label, lines in told if lines)


def _when(timed: Timed) -> str:
    return escaped(timed.timing) if timed.every else due(timed.days[0])


def _what(text: Any) -> str:
    return f'<span class="zk-what">{escaped(text)}</span>' if text else ""
