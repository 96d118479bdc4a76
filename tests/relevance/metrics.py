"""How good a list of hits is for a labelled query, and the averages over many."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.relevance.labels import FULL, Owner, Query
from zerenku.model.clause import Certainty

DEPTH = 10
# What a hit is worth by its grade, from no answer to a full one.
GAINS = (0.0, 1.0, 3.0)
FIGURES = ("success@1", "success@3", "MRR@10", "nDCG@10")


@dataclass(frozen=True, slots=True)
class Said:
    """What `who` answered: a certainty and names as the clause writes them; `not-found` without an answer."""

    certainty: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an engine gave for one query: anchors best first, each with its tier, and what `who` said (None: not asked).

    `sure` is False where it says itself that nothing fits and that the hits are merely near.
    """

    query: Query
    anchors: tuple[str, ...]
    tiers: tuple[str, ...]
    sure: bool
    said: Said | None

    @property
    def rank(self) -> int:
        """The place of the first hit that answers in full, from 1; 0 when none of the first ten does."""
        grades = self.query.grades
        full = (at for at, anchor in enumerate(self.anchors[:DEPTH], start=1) if grades.get(anchor) == FULL)
        return next(full, 0)

    @property
    def figures(self) -> dict[str, float]:
        """The four figures of one query, each 0 to 1; for a query without an answer 1 when none was claimed."""
        if not self.query.right:
            return dict.fromkeys(FIGURES, float(not self.anchors or not self.sure))
        rank = self.rank
        values = (float(rank == 1), float(0 < rank <= 3), 1 / rank if rank else 0.0, self._gain())
        return dict(zip(FIGURES, values, strict=True))

    @property
    def owner_is_right(self) -> bool | None:
        """Whether `who` said one of the labelled owners; None for a query that is not about an owner."""
        if self.said is None or not self.query.owners:
            return None
        return any(_agree(self.said, owner) for owner in self.query.owners)

    def _gain(self) -> float:
        grades = self.query.grades
        ideal = _discounted(sorted(grades.values(), reverse=True))
        return _discounted([grades.get(anchor, 0) for anchor in self.anchors]) / ideal


def averages(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The mean of every figure, with `who` for the share of right owners where any was asked for."""
    rows = [outcome.figures for outcome in outcomes]
    means = {name: _mean(row[name] for row in rows) for name in FIGURES}
    owners = [right for outcome in outcomes if (right := outcome.owner_is_right) is not None]
    return {**means, "who": _mean(map(float, owners))} if owners else means


def worst(outcomes: Iterable[Outcome], *, most: int) -> list[Outcome]:
    """Queries whose first hit is no full answer, the lowest reciprocal rank first, then the lowest nDCG."""
    missed = [outcome for outcome in outcomes if outcome.figures["success@1"] < 1]
    return sorted(missed, key=lambda item: (item.figures["MRR@10"], item.figures["nDCG@10"]))[:most]


def _agree(said: Said, owner: Owner) -> bool:
    if said.certainty != owner.certainty:
        return False
    if owner.certainty == Certainty.NONE:
        return set(owner.names) <= set(said.names)
    return not owner.names or set(owner.names) == set(said.names)


def _discounted(grades: Sequence[int]) -> float:
    return sum(GAINS[grade] / math.log2(at + 1) for at, grade in enumerate(grades[:DEPTH], start=1))


def _mean(values: Iterable[float]) -> float:
    row = list(values)
    return sum(row) / len(row) if row else 0.0
