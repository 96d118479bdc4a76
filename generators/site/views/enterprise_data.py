"""What the page of choices reads: the words for firms, and for each place its duties, as plain values for JSON.

Keys are short, for they are written once a duty; `enterprise-rule.js` and `enterprise-list.js` say them again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from generators.site import marking
from generators.site.links import Links
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.diary import named_day
from zerenku.catalogue.enterprises import is_people, narrowed_to, scope_of
from zerenku.catalogue.entries import LinkedDuty
from zerenku.catalogue.frequency import Frequency, frequency_of
from zerenku.catalogue.occurrences import Timed
from zerenku.catalogue.registers import Registers
from zerenku.catalogue.repeating import repeat_rule
from zerenku.model.clause import Certainty, Deadline, Every
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


def by_place(catalogue: Catalogue) -> dict[str, list[LinkedDuty]]:
    """The duties of firms in the plans of each place that has any, by its id."""
    found: dict[str, list[LinkedDuty]] = {}
    for duty in catalogue.duties:
        if duty.for_enterprises:
            found.setdefault(duty.place.id, []).append(duty)
    return found


def pack_places(registers: Registers, duties: Mapping[str, Sequence[LinkedDuty]]) -> list[Packed]:
    """The places whose plans oblige firms: id, name, how many duties, and `within` which of them it lies."""
    return [
        {
            "id": place.id,
            "name": place.name,
            "duties": len(duties[place.id]),
            "within": [item.id for item in registers.place_chain(place.id) if item.id in duties],
        }
        for place in registers.places.entries
        if place.id in duties
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
        self._only: dict[tuple[tuple[str, ...], ...], list[str]] = {}
        self._owners: dict[tuple[int, tuple[str, ...]], list[str | int]] = {}
        self._rhythms: dict[tuple[object, ...], tuple[list[str], str]] = {}

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

    def only(self, duty: LinkedDuty) -> list[str]:
        """The ids of the words to which a duty is narrowed."""
        key = duty.duty.applies_to, duty.clause.applies_to
        if key not in self._only:
            self._only[key] = [word.id for word in narrowed_to(duty, self.registers)]
        return self._only[key]

    def owner(self, duty: LinkedDuty) -> list[str | int]:
        """`wording.owner_line`, each department in it as its number, so that the page can link it."""
        # Duties under the same phrases share their owners; only where no owner is named the line tells subjects.
        key = id(duty.owners), duty.subjects if duty.certainty is Certainty.NONE else ()
        if key not in self._owners:
            named = {department.name: department for department in (*duty.lead, *duty.support)}
            pieces = _cut(wording.owner_line(duty), named)
            self._owners[key] = [self.body(named[piece]) if piece in named else piece for piece in pieces]
        return self._owners[key]

    def rhythm(self, timed: Timed) -> tuple[list[str], str]:
        """The days on which a calendar should show a thing, and the rule by which it repeats, if one gives them."""
        said = timed.said
        if isinstance(said, Deadline):
            return [day.isoformat() for day in timed.days], ""
        # Rules of one rhythm share their days.
        key = said.every, *named_day(said), id(timed.days)
        if key not in self._rhythms:
            rule = repeat_rule(timed)
            days = timed.days[:1] if rule and said.every in PERPETUAL else timed.days
            self._rhythms[key] = [day.isoformat() for day in days], rule
        return self._rhythms[key]


def _cut(line: str, names: Iterable[str]) -> Iterator[str]:
    """The line cut at names, from its start on; where two begin at one place the longer counts."""
    at = 0
    while found := [(place, -len(name), name) for name in names if (place := line.find(name, at)) >= 0]:
        place, _, name = min(found)
        if place > at:
            yield line[at:place]
        yield name
        at = place + len(name)
    if at < len(line):
        yield line[at:]


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
        only=tables.only(duty),
        often="" if frequency is Frequency.LASTING else frequency.value,
        dates=[[item.date.isoformat(), marking.deadline_text(item), item.what] for item in duty.deadlines],
        rules=[wording.recurrence_text(rule) for rule in duty.duty.recurrence],
        goals=[wording.target_text(target) for target in duty.duty.targets],
        record=duty.duty.evidence,
        sure=duty.certainty.value,
        ask=tables.owner(duty),
        doubt=bool(duty.unconfirmed),
        days=[_days(item, tables) for item in timed],
    )


def _days(timed: Timed, tables: _Tables) -> Packed:
    """When a calendar should show it: on these days, by a rule where one gives them."""
    days, rule = tables.rhythm(timed)
    what = "" if isinstance(timed.item, LinkedDuty) and timed.what == timed.item.duty.do else timed.what
    notes = "；".join([part for part in (timed.timing, timed.assumed) if part])
    return _lean(key=timed.key, what=what, note=notes, days=days, rule=rule)


def _lean(**values: Any) -> Packed:
    """Without what is empty; zero stays."""
    return {key: value for key, value in values.items() if value or type(value) is int}
