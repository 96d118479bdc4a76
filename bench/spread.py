"""Many measurements told in one line."""

from __future__ import annotations

import statistics
from collections.abc import Sequence


def spread(values: Sequence[float], unit: str) -> str:
    """Median, 95th percentile and the most of two values or more, with their unit."""
    cuts = statistics.quantiles(values, n=20)
    return f"中位 {statistics.median(values):.1f}、p95 {cuts[-1]:.1f}、最多 {max(values):.1f} {unit}"
