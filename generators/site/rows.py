"""What is said of a duty as markup, for tables and cards: pieces that stand on most pages, and so are not set by Jinja.

Everything is set as `trim` leaves it. What names owners and bearers is made once for all pages that lie equally deep.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final

from generators.site import marking
from generators.site.escaping import escaped
from generators.site.links import Links
from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedDuty, Owners, Party
from zerenku.model.clause import Certainty, Deadline, Recurrence, Target

DOUBT: Final = f'<span class="zk-badge zk-badge--doubt" title="编者推定，尚未核实">{wording.UNCONFIRMED}</span>'


def doubt(unconfirmed: tuple[str, ...], field: str, before: str = " ") -> str:
    """待确认 behind a field that was guessed, else nothing."""
    return before + DOUBT if unconfirmed and marking.doubted(unconfirmed, field) else ""


def due(day: date) -> str:
    """A day by which something is due."""
    return _due(day.isoformat())


@lru_cache(maxsize=4096)  # a few hundred days, each of hundreds of duties
def _due(day: str) -> str:
    said = wording.date_text(date.fromisoformat(day))
    return f'<span class="zk-due" data-due="{day}"><time datetime="{day}">{said}前</time></span>'


class Rows:
    """Sets what is said of duties; `to` is always the page on which it will stand."""

    def __init__(self) -> None:
        self._owners: dict[tuple[str, int, tuple[str, ...]], tuple[Owners, str]] = {}
        self._lines: dict[tuple[object, ...], str] = {}
        self._parties: dict[tuple[object, ...], str] = {}

    def times(self, duty: LinkedDuty) -> str:
        """When it must be done, and how often."""
        dates, rules = duty.deadlines, duty.duty.recurrence
        if not dates and not rules:
            return '<span class="zk-none">未写时限</span>'
        unsure = duty.unconfirmed
        told = [f'<span class="zk-line">{due(item.date)}\n{doubt(unsure, "deadlines", "")}</span>' for item in dates]
        told += [
            f'<span class="zk-line">{wording.recurrence_text(rule)}{doubt(unsure, "recurrence")}</span>'
            for rule in rules
        ]
        return "".join(told)

    def owner(self, duty: LinkedDuty, to: Links) -> str:
        """Who owns the duty, in words and colour, every department linked."""
        owners = duty.owners
        key = to.root, id(owners), duty.subjects if owners.certainty is Certainty.NONE else ()
        found = self._owners.get(key)
        if found is None:
            # The record is kept with what was made of it: so its number stays its own.
            found = self._owners[key] = owners, self._owner_line(duty, to)
        line = found[1]
        if duty.unconfirmed or duty.clause.unconfirmed:
            line += doubt(duty.unconfirmed, "subject") or doubt(duty.clause.unconfirmed, "assignments")
        return f"{line}</span>"

    def _owner_line(self, duty: LinkedDuty, to: Links) -> str:
        """Without doubts and end: the duties of a clause share the record of their owners, many clauses its words."""
        owners = duty.owners
        lead, support = tuple([item.id for item in owners.lead]), tuple([item.id for item in owners.support])
        key = to.root, owners.certainty, lead, support, duty.subjects if owners.certainty is Certainty.NONE else ()
        line = self._lines.get(key)
        if line is None:
            line = f'<span class="zk-owner zk-owner--{owners.certainty.value}">{marking.owner_markup(duty, to)}'
            self._lines[key] = line
        return line

    def obliged(self, duty: LinkedDuty, to: Links) -> str:
        """Who must do it."""
        named = "、".join([self._party(item, to) for item in duty.obliged])
        return named + doubt(duty.unconfirmed, "obliged") if duty.unconfirmed else named

    def _party(self, party: Party, to: Links) -> str:
        key = to.root, party.written, party.id, party.department is None
        found = self._parties.get(key)
        if found is None:
            found = self._parties[key] = marking.anchor(marking.party_href(party, to), party.written, party.name)
        return found


def fact_rows(
    unconfirmed: tuple[str, ...],
    deadlines: Sequence[Deadline],
    recurrence: Sequence[Recurrence],
    targets: Sequence[Target],
) -> str:
    """Dates, rhythms and quotas of a duty or clause as they stand in a list of facts, each kind on a line."""
    told = ""
    # Most have one kind at most: nothing is begun for the others.
    if deadlines:
        dates = [
            f'<span class="zk-line">{due(item.date)}\n<span class="zk-written">原文：{escaped(item.text)}</span>'
            f"{_what(item.what)}{doubt(unconfirmed, 'deadlines')}</span>"
            for item in deadlines
        ]
        told = f"<dt>时限</dt><dd>{''.join(dates)}</dd>\n"
    if recurrence:
        rules = [
            f'<span class="zk-line"><b>{wording.recurrence_text(item)}</b>{_what(item.who)}{_what(item.what)}'
            f'<span class="zk-written">原文：{escaped(item.text)}</span>{doubt(unconfirmed, "recurrence")}</span>'
            for item in recurrence
        ]
        told += f"<dt>频次</dt><dd>{''.join(rules)}</dd>\n"
    if targets:
        aims = [
            f'<span class="zk-line"><b>{escaped(wording.target_text(item))}</b>'
            f'<span class="zk-written">原文：{escaped(item.text)}</span>{doubt(unconfirmed, "targets")}</span>'
            for item in targets
        ]
        told += f"<dt>指标</dt><dd>{''.join(aims)}</dd>\n"
    return told


def _what(text: Any) -> str:
    return f'<span class="zk-what">{escaped(text)}</span>' if text else ""
