"""What the browser must know of how questions are read and answers are ranked: the same tables as Python's."""

from __future__ import annotations

from typing import Any

from search.browser.codec import NumberWriter
from search.dates import WHEN_PATTERNS
from search.document import FIELD_WEIGHTS, SHARED_FIELDS
from search.paths import MARKED, PATH_ELEMENT, PATH_FILLING, PATH_INSIDE
from search.ranking import FIGURES
from search.searcher import LEAST_COVERAGE, LEAST_OF_BEST, NEAREST, RANKED, SURE_COVERAGE
from search.sought import UNHEARD_SHARE
from search.steps import CLOSE_TENTHS
from search.traditional import SIMPLIFIED
from search.vocabulary import ASK_PATTERNS, IDLE_HEADS, IDLE_TAILS, IDLE_UNITS, PAPER_WORDS


def tables(writer: NumberWriter) -> dict[str, Any]:
    """Patterns, word lists and figures, for the root."""
    return {
        "asks": [[asks.value, pattern] for asks, pattern in ASK_PATTERNS],
        "when": WHEN_PATTERNS,
        "path": {
            "element": PATH_ELEMENT.pattern,
            "inside": PATH_INSIDE.pattern,
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
            "closeTenths": CLOSE_TENTHS,
            "nearest": NEAREST,
            "leastCoverage": LEAST_COVERAGE,
            "leastOfBest": LEAST_OF_BEST,
            "sure": SURE_COVERAGE,
            "ranked": RANKED,
        },
    }
