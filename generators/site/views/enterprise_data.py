"""What the page of choices reads: the words for firms, and for each place its duties, as plain values for JSON.

Keys are short, for they are written once a duty; `enterprise-rule.js` and `enterprise-list.js` say them again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from generators.site import marking
from generators.site.links import Links
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.enterprises import is_people, narrowed_to, scope_of
from zerenku.catalogue.entries import LinkedDuty
from zerenku.catalogue.frequency import Frequency, frequency_of
from zerenku.catalogue.occurrences import Timed
from zerenku.catalogue.registers import Registers
from zerenku.catalogue.repeating import repeat_rule
from zerenku.model.clause import Every
from zerenku.model.plan import Plan
from zerenku.model.register import Department, Enterprise, Place

PERPETUAL: Final = (Every.DAY, Every.WEEK)
"""What falls due so often that not its days are told, only the first and the rule by which calendars repeat it."""

Packed = dict[str, Any]


def pack_words(words: Iterable[Enterprise], registers: Registers) -> Packed:
    """Every word: id, name, facet; where they apply also synonyms, parent, generic, people. And how often is said."""
    packed = [
        _lean(
            id=word.id,
            name=word.name,
            facet=registers.facet(word.id).value,
            also=list(word.synonyms),
            parent=word.parent,
            generic=word.generic,
            people=is_people(word, registers),
        )
        for word in words
    ]
    return {"words": packed, "often": {item.value: item.label for item in Frequency}}


def pack_places(catalogue: Catalogue) -> list[Packed]:
    """The places whose plans oblige firms: id, name, how many duties, and `within` which of them it lies."""
    count: dict[str, int] = {}
    for duty in catalogue.duties:
        if duty.for_enterprises:
            count[duty.place.id] = count.get(duty.place.id, 0) + 1
    registers = catalogue.registers
    return [
        {
            "id": place.id,
            "name": place.name,
            "duties": count[place.id],
            "within": [item.id for item in registers.place_chain(place.id) if item.id in count],
        }
        for place in registers.places.entries
        if place.id in count
    ]


def pack_duties(
    place: Place,
    duties: Iterable[LinkedDuty],
    *,
    timed: Mapping[str, tuple[Timed, ...]],
    registers: Registers,
    to: Links,
) -> Packed:
    """The duties of firms in the plans of one place, `timed` by their anchors, and what several of them share.

    A duty names its clause by its number in `clauses`, a clause its plan, an owner's line the `bodies` in it.
    """
    tables = _Tables(to, registers)
    packed = [_duty(duty, timed.get(duty.anchor, ()), tables) for duty in duties]
    return {
        "place": place.id,
        "plans": list(tables.plans.values()),
        "bodies": list(tables.bodies.values()),
        "clauses": list(tables.clauses.values()),
        "duties": packed,
    }


class _Tables:
    """What several duties share, each once; a number says where."""

    def __init__(self, to: Links, registers: Registers) -> None:
        self.to, self.registers = to, registers
        self.plans: dict[str, Packed] = {}
        self.bodies: dict[str, list[str]] = {}
        self.clauses: dict[str, list[Any]] = {}
        self._numbers: dict[str, int] = {}

    def plan(self, duty: LinkedDuty) -> int:
        if duty.plan.id not in self.plans:
            self._numbers[duty.plan.id] = len(self.plans)
            self.plans[duty.plan.id] = _plan(duty.plan, duty.place, self)
        return self._numbers[duty.plan.id]

    def clause(self, duty: LinkedDuty) -> int:
        """[number of the plan, 四（二）, address]."""
        if duty.clause_anchor not in self.clauses:
            self._numbers[duty.clause_anchor] = len(self.clauses)
            address = self.to.anchor(duty.clause_anchor)
            self.clauses[duty.clause_anchor] = [self.plan(duty), duty.path.citation, address]
        return self._numbers[duty.clause_anchor]

    def body(self, department: Department) -> int:
        if department.id not in self.bodies:
            self._numbers[department.id] = len(self.bodies)
            self.bodies[department.id] = [department.name, self.to.department(department)]
        return self._numbers[department.id]


def _plan(plan: Plan, place: Place, tables: _Tables) -> Packed:
    scope = scope_of(plan, tables.registers)
    return _lean(
        title=plan.title,
        short=marking.short_plan(plan, place),
        href=tables.to.plan(plan),
        issuers="、".join(plan.issuers),
        issued=plan.issued.isoformat() if plan.issued else "",
        scope=[word.id for word in scope],
        first=marking.first_day(plan.period[0]) if plan.period else "",
        last=marking.last_day(plan.period[1]) if plan.period else "",
    )


def _duty(duty: LinkedDuty, timed: Iterable[Timed], tables: _Tables) -> Packed:
    frequency = frequency_of(duty)
    return _lean(
        id=duty.anchor,
        clause=tables.clause(duty),
        do=duty.duty.do,
        who=[party.enterprise.id for party in duty.obliged if party.enterprise],
        written=wording.obliged_text(duty),
        only=[word.id for word in narrowed_to(duty, tables.registers)],
        often="" if frequency is Frequency.LASTING else frequency.value,
        dates=[[item.date.isoformat(), marking.deadline_text(item), item.what] for item in duty.deadlines],
        rules=[wording.recurrence_text(rule) for rule in duty.duty.recurrence],
        goals=[wording.target_text(target) for target in duty.duty.targets],
        record=duty.duty.evidence,
        sure=duty.certainty.value,
        ask=list(_owner(duty, tables)),
        doubt=bool(duty.unconfirmed),
        days=[_days(item) for item in timed],
    )


def _owner(duty: LinkedDuty, tables: _Tables) -> Iterator[str | int]:
    """`wording.owner_line`, each department in it as its number, so that the page can link it."""
    named = {department.name: department for department in (*duty.lead, *duty.support)}
    line = wording.owner_line(duty)
    if not named:
        yield line
        return
    names = sorted(named, key=lambda name: (-len(name), name))
    for piece in re.split(f"({'|'.join(map(re.escape, names))})", line):
        if piece:
            yield tables.body(named[piece]) if piece in named else piece


def _days(timed: Timed) -> Packed:
    """When a calendar should show it: on these days, by a rule where one gives them."""
    days = [day.isoformat() for day in timed.days]
    rule = repeat_rule(timed)
    if rule and timed.every in PERPETUAL:
        days = days[:1]
    what = "" if isinstance(timed.item, LinkedDuty) and timed.what == timed.item.duty.do else timed.what
    notes = "；".join(part for part in (timed.timing, timed.assumed) if part)
    return _lean(key=timed.key, what=what, note=notes, days=days, rule=rule)


def _lean(**values: Any) -> Packed:
    """Without what is empty; zero stays."""
    return {key: value for key, value in values.items() if value is not False and value not in ("", None, [])}
