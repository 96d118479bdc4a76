"""How often one client may ask: a bucket of tokens each, filled evenly."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

# Clients that are remembered; whoever was silent longest is forgotten first, and then has a full bucket again.
CLIENTS: Final = 10_000
BURST: Final = 2.0


class RateLimit:
    """`rate` tokens a second and BURST times as many at once; 0 lets everything pass. `clock` counts seconds."""

    def __init__(self, rate: float, clock: Callable[[], float]) -> None:
        self._rate = rate
        self._room = max(1.0, rate * BURST)
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> int:
        """0 when the client may ask now, or whole seconds until it may."""
        if self._rate <= 0:
            return 0
        now = self._clock()
        tokens, since = self._buckets.pop(client, (self._room, now))
        tokens = min(self._room, tokens + (now - since) * self._rate)
        allowed = tokens >= 1
        self._buckets[client] = (tokens - 1 if allowed else tokens, now)
        if len(self._buckets) > CLIENTS:
            self._buckets.popitem(last=False)
        return 0 if allowed else max(1, math.ceil((1 - tokens) / self._rate))
