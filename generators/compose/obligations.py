"""What a firm must do: the duties of the words that it chose, of those above them, and those meant for every firm."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import EnterpriseFacet, LinkedDuty
from zerenku.catalogue.registers import Registers
from zerenku.errors import UnknownName
from zerenku.model.clause import Every
from zerenku.model.register import Enterprise

# People and bodies that every firm has; a firm that names no roles is told their duties too.
PEOPLE: Final = re.compile(r"(?:人员|负责人|控制人|代表人|责任人|管理人|总监|班组|工会)$")
SHIFT: Final = "每班"
FREQUENCIES: Final = (SHIFT, "每日", "每周", "每半月", "每月", "每季度", "每半年", "每年")
DATED: Final = "有完成时限"
LASTING: Final = "一次性或长期"


@dataclass(frozen=True, slots=True)
class Firm:
    """The chosen words, and with `held` all that they lie in: a child kind does what its parents must do."""

    chosen: tuple[Enterprise, ...]
    held: frozenset[str]
    facets: frozenset[EnterpriseFacet]
    registers: Registers

    @classmethod
    def of(cls, registers: Registers, ids: Iterable[str]) -> Firm:
        """The firm with those words. UnknownName, with ids that look alike, for a word that is not registered."""
        chosen = []
        for item in dict.fromkeys(ids):
            found = registers.enterprises.get(item)
            if found is None:
                raise UnknownName("企业类别", item, registers.enterprises.near_ids(item))
            chosen.append(found)
        held = frozenset(entry.id for word in chosen for entry in _upward(registers, word))
        return cls(tuple(chosen), held, frozenset(registers.facet(word.id) for word in chosen), registers)

    def must(self, duty: LinkedDuty) -> bool:
        """Whether the duty is this firm's: it bears the duty, and what the duty is narrowed to is among its words.

        A firm that bears it by name keeps it also if the narrowing lies in a list (sizes, operations) from which the
        firm chose nothing.
        """
        own = [party.enterprise for party in duty.obliged if party.enterprise]
        by_name = self._holds(word for word in own if not word.generic)
        if not by_name and not _generic(own) and not self._has_people(own):
            return False
        narrowed = self._narrowed(duty)
        if not narrowed:
            return by_name or self._in_scope(duty)
        if self._holds(narrowed) or (_generic(narrowed) and (by_name or self._in_scope(duty))):
            return True
        return by_name and not self.facets & {self.registers.facet(word.id) for word in narrowed}

    def because(self, duty: LinkedDuty) -> tuple[str, ...]:
        """The words that narrow a duty, this firm's own if there are any; empty when every firm in scope is meant."""
        narrowed = self._narrowed(duty)
        if _generic(narrowed):
            return ()
        mine = tuple(word.name for word in narrowed if word.id in self.held)
        return mine or tuple(word.name for word in narrowed)

    def _narrowed(self, duty: LinkedDuty) -> tuple[Enterprise, ...]:
        names = duty.duty.applies_to or duty.clause.applies_to
        return tuple(found for name in names if (found := self.registers.enterprise(name)))

    def _holds(self, words: Iterable[Enterprise]) -> bool:
        return any(word.id in self.held for word in words)

    def _has_people(self, words: Iterable[Enterprise]) -> bool:
        if EnterpriseFacet.ROLE in self.facets:
            return False
        return any(self.registers.facet(word.id) is EnterpriseFacet.ROLE and PEOPLE.search(word.name) for word in words)

    def _in_scope(self, duty: LinkedDuty) -> bool:
        """Whether the plan is for this firm; one that names no scope, or every firm, is for all."""
        scope = [found for name in duty.plan.scope if (found := self.registers.enterprise(name))]
        return not scope or _generic(scope) or self._holds(scope)


def obligations_of(
    catalogue: Catalogue, firm: Firm, *, place_id: str | None = None, plan_id: str | None = None
) -> tuple[LinkedDuty, ...]:
    """The firm's duties in text order: in the plans of its place and of the places above it, or in one plan.

    UnknownName for a place that is not registered.
    """
    places = None
    if place_id is not None:
        chain = catalogue.registers.place_chain(place_id)
        if not chain:
            raise UnknownName("地区", place_id, catalogue.registers.places.near_ids(place_id))
        places = {place.id for place in chain}
    duties = catalogue.duties_of(plan_id) if plan_id else catalogue.duties
    return tuple(duty for duty in duties if (places is None or duty.place.id in places) and firm.must(duty))


def by_frequency(duties: Iterable[LinkedDuty]) -> list[tuple[str, list[LinkedDuty]]]:
    """Repeating duties under their shortest period, then dated ones by date, then the rest; no empty group."""
    groups: dict[str, list[LinkedDuty]] = {label: [] for label in (*FREQUENCIES, DATED, LASTING)}
    for duty in duties:
        groups[_frequency(duty)].append(duty)
    groups[DATED].sort(key=lambda duty: duty.deadlines[0].date)
    return [(label, members) for label, members in groups.items() if members]


def _frequency(duty: LinkedDuty) -> str:
    rules = duty.duty.recurrence
    if any(SHIFT in rule.text for rule in rules):
        return SHIFT
    if rules:
        return FREQUENCIES[1 + min(list(Every).index(rule.every) for rule in rules)]
    return DATED if duty.deadlines else LASTING


def _generic(words: Iterable[Enterprise]) -> bool:
    return any(word.generic for word in words)


def _upward(registers: Registers, word: Enterprise) -> list[Enterprise]:
    """The word and those above it; stops at an unknown or repeated parent."""
    found: list[Enterprise] = []
    at: Enterprise | None = word
    while at is not None and at not in found:
        found.append(at)
        at = registers.enterprises.get(at.parent) if at.parent else None
    return found
