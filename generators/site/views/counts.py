"""How many duties have a clear lead, none, or no owner written: said the same way on every page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedDuty
from zerenku.model.clause import Certainty


@dataclass(frozen=True, slots=True)
class CertaintyCount:
    """One of the three answers to who leads; `key` is what the duties table filters by."""

    key: str
    label: str
    count: int


FILTERS = {
    "lead": (Certainty.LEAD,),
    "shared": (Certainty.JOINT, Certainty.COLLECTIVE),
    "none": (Certainty.NONE,),
}

KEY_OF = {certainty: key for key, members in FILTERS.items() for certainty in members}
CERTAINTY = attrgetter("owners.certainty")


def filter_key(certainty: Certainty) -> str:
    """`lead`, `shared` (joint and collective) or `none`."""
    return KEY_OF[certainty]


def certainty_counts(duties: Iterable[LinkedDuty]) -> tuple[CertaintyCount, ...]:
    """The three counts, in the order of FILTERS."""
    counted = Counter(map(CERTAINTY, duties))
    return tuple(
        CertaintyCount(key, wording.certainty_label(members[0]), sum(counted[item] for item in members))
        for key, members in FILTERS.items()
    )
