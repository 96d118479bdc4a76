"""The catalogue in sections: neighbouring plans whose clauses are analysed together, so that an edit touches few."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from search.browser.codec import key_number

# One plan in so many is the last of its section, whatever stands around it; and there are never more than MOST.
PLANS: Final = 8
MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Section:
    """The ids of some plans, in order."""

    plans: tuple[str, ...]

    @property
    def name(self) -> str:
        """What no other section is called, and no other order of sections changes."""
        return self.plans[0]


def sections_of(plans: Iterable[str]) -> tuple[Section, ...]:
    """Sections of the plans, whose ids are in order.

    Which plan is the last of a section hangs mostly on its own id alone, so that a plan that comes or goes changes only
    the sections around it.
    """
    sections: list[Section] = []
    open_: list[str] = []
    for plan in plans:
        open_.append(plan)
        if key_number(plan) % PLANS == 0 or len(open_) == MOST:
            sections.append(Section(tuple(open_)))
            open_ = []
    return (*sections, Section(tuple(open_))) if open_ else tuple(sections)
