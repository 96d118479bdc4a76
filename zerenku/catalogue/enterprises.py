"""What a firm must do: the duties of the words that it chose, of those above them, and those meant for every firm.

The site's page of choices applies the same rule in the browser (`theme/assets/zerenku/enterprise-rule.js`); a test
holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from zerenku.catalogue.entries import EnterpriseFacet, LinkedDuty
from zerenku.catalogue.registers import Registers
from zerenku.errors import UnknownName
from zerenku.model.plan import Plan
from zerenku.model.register import Enterprise

PEOPLE: Final = re.compile(r"(?:人员|负责人|控制人|代表人|责任人|管理人|总监|班组|工会)$")


def is_people(word: Enterprise, registers: Registers) -> bool:
    """True for a role that people or bodies inside a firm have (主要负责人), unlike the firm's own (出租方).

    Every firm has them; one that names none of them is told the duties of all.
    """
    return registers.facet(word.id) is EnterpriseFacet.ROLE and PEOPLE.search(word.name) is not None


def narrowed_to(duty: LinkedDuty, registers: Registers) -> tuple[Enterprise, ...]:
    """The words to which a duty, else its clause, is narrowed; empty when every firm in scope is meant."""
    return registers.enterprises_named(*(duty.duty.applies_to or duty.clause.applies_to))


def scope_of(plan: Plan, registers: Registers) -> tuple[Enterprise, ...]:
    """The words for the firms a plan is for; empty when it names none."""
    return registers.enterprises_named(*plan.scope)


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
        held = frozenset(entry.id for word in chosen for entry in upward(registers, word))
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
        narrowed = narrowed_to(duty, self.registers)
        if not narrowed:
            return by_name or self._in_scope(duty)
        if self._holds(narrowed) or (_generic(narrowed) and (by_name or self._in_scope(duty))):
            return True
        return by_name and not self._chose_among(narrowed)

    def because(self, duty: LinkedDuty) -> tuple[str, ...]:
        """The words that narrow a duty, this firm's own if there are any; empty when every firm in scope is meant."""
        narrowed = narrowed_to(duty, self.registers)
        if _generic(narrowed):
            return ()
        mine = tuple(word.name for word in narrowed if word.id in self.held)
        return mine or tuple(word.name for word in narrowed)

    def _holds(self, words: Iterable[Enterprise]) -> bool:
        return any(word.id in self.held for word in words)

    def _chose_among(self, words: Iterable[Enterprise]) -> bool:
        """Whether the firm chose from the lists in which these words stand, and so could have chosen them."""
        return bool(self.facets & {self.registers.facet(word.id) for word in words})

    def _has_people(self, words: Iterable[Enterprise]) -> bool:
        if any(is_people(word, self.registers) for word in self.chosen):
            return False
        return any(is_people(word, self.registers) for word in words)

    def _in_scope(self, duty: LinkedDuty) -> bool:
        """Whether the plan is for this firm, or may be: its scope names no firm, every firm, or words of lists from
        which this firm chose nothing.
        """
        scope = scope_of(duty.plan, self.registers)
        return not scope or _generic(scope) or self._holds(scope) or not self._chose_among(scope)


def upward(registers: Registers, word: Enterprise) -> tuple[Enterprise, ...]:
    """The word and those above it; stops at an unknown or repeated parent."""
    found: list[Enterprise] = []
    at: Enterprise | None = word
    while at is not None and at not in found:
        found.append(at)
        at = registers.enterprises.get(at.parent) if at.parent else None
    return tuple(found)


def _generic(words: Iterable[Enterprise]) -> bool:
    return any(word.generic for word in words)
