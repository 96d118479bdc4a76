"""What the browser must know of how questions are read and answers are ranked: the same tables as Python's."""

from __future__ import annotations

from typing import Any

from search.browser.codec import NumberWriter
from search.cutting import COMMON
from search.dates import WHEN_PATTERNS, YEARS_AWAY
from search.document import FIELD_WEIGHTS, SHARED_FIELDS
from search.nearest import NEAREST
from search.paths import MARKED, PATH_ELEMENT, PATH_FILLING, PATH_INSIDE, PATH_LAST
from search.ranking import FIGURES
from search.searcher import LEAST_COVERAGE, LEAST_OF_BEST, NEAR_ANSWER, RANKED, SURE_COVERAGE
from search.sought import IDLE_WEIGHT, KNOWN_WEIGHT, UNHEARD_SHARE
from search.steps import CLOSE_TENTHS
from search.traditional import SIMPLIFIED
from search.vocabulary import (
    ASK_PATTERNS,
    CITES_PATTERNS,
    DAY_OF_MONTH,
    IDLE_HEADS,
    IDLE_TAILS,
    IDLE_UNITS,
    LEAD,
    PAPER_WORDS,
    PLAN,
    SPACED_CODE,
)


def tables(writer: NumberWriter) -> dict[str, Any]:
    """Patterns, word lists and figures, for the root."""
    return {
        "asks": [[asks.value, pattern] for asks, pattern in ASK_PATTERNS],
        "cites": CITES_PATTERNS,
        "day": DAY_OF_MONTH[0],
        "code": SPACED_CODE[0],
        "lead": LEAD,
        "plan": PLAN,
        "when": WHEN_PATTERNS,
        "away": YEARS_AWAY,
        "path": {
            "element": PATH_ELEMENT.pattern,
            "inside": PATH_INSIDE.pattern,
            "last": PATH_LAST.pattern,
            "filling": PATH_FILLING.pattern,
            "marked": MARKED,
        },
        "heads": IDLE_HEADS,
        "tails": IDLE_TAILS,
        "idle": "".join(sorted(IDLE_UNITS)),
        "papers": PAPER_WORDS,
        # Which there are; what they stand for is a shard that few need.
        "traditional": writer.steps(sorted(map(ord, SIMPLIFIED))),
        "weights": FIELD_WEIGHTS,
        "shared": sorted(SHARED_FIELDS),
        "figures": {
            **FIGURES,
            "unheard": UNHEARD_SHARE,
            "known": KNOWN_WEIGHT,
            "idle": IDLE_WEIGHT,
            "common": COMMON,
            "closeTenths": CLOSE_TENTHS,
            "nearest": NEAREST,
            "leastCoverage": LEAST_COVERAGE,
            "leastOfBest": LEAST_OF_BEST,
            "sure": SURE_COVERAGE,
            "nearAnswer": NEAR_ANSWER,
            "ranked": RANKED,
        },
    }
