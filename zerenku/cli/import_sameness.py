"""Whether two records are of one plan: a file imported again, or the same paper in two formats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from zerenku.catalogue.compare import clauses_of
from zerenku.model.plan import Plan

ALMOST: Final = 95.0
"""rapidfuzz ratio of two titles under one 文号 that are the same but for a slip."""
HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class Sketch:
    """As much of a plan as telling it from others takes; `source` is the file it was imported from, if it was."""

    title: str
    number: str | None
    starts: frozenset[str]
    source: str | None

    def is_same_plan(self, other: Sketch) -> bool:
        """Titles alike letter by letter, or almost so if the numbers agree; never with two different numbers."""
        if self.number and other.number:
            return self.number == other.number and fuzz.ratio(self.title, other.title) >= ALMOST
        return self.title == other.title

    def is_same_text(self, other: Sketch) -> bool:
        """Whether most clauses begin with the same words."""
        return len(self.starts & other.starts) >= HALF * len(self.starts | other.starts)


def sketch_of(plan: Plan, *, source: str | None = None, starts: frozenset[str] | None = None) -> Sketch:
    """The sketch of a record; `starts` stand for its clauses where it came without them."""
    if starts is None:
        starts = frozenset(clause.starts for _, clause in clauses_of(plan))
    title = re.sub(r"[^0-9A-Za-z\u4e00-\u9fff]", "", plan.title)
    return Sketch(title, plan.number, starts, source)
