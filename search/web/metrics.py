"""Counts of requests, errors and times, in memory that the processes of one server share; shown in Prometheus text.

Each process counts in a row of its own, so nothing is ever locked; whoever is asked adds up all rows.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Iterator
from typing import Final

MEDIA_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
STATUSES: Final = (200, 304, 400, 404, 405, 414, 421, 429, 500, 503)
BOUNDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
# Per route: a count per status, one per bound and one above, the sum of seconds.
WIDTH: Final = len(STATUSES) + len(BOUNDS) + 2
OTHER: Final = "other"
WORD: Final = 8


class Metrics:
    """Counters by route for `processes` processes. Made before they are forked; each then calls `take_row`."""

    def __init__(self, routes: Iterable[str], *, processes: int = 1) -> None:
        self._routes = (*routes, OTHER)
        self._at = {route: number * WIDTH for number, route in enumerate(self._routes)}
        self._row_size = WIDTH * len(self._routes) + 1
        self._rows = processes
        self._cells = memoryview(mmap.mmap(-1, self._row_size * processes * WORD)).cast("d")
        self._row = 0

    def take_row(self, number: int) -> None:
        """This process counts in that row from now on."""
        self._row = number * self._row_size

    def count(self, route: str, status: int, seconds: float) -> None:
        """A request was answered."""
        start = self._row + self._at.get(route, self._at[OTHER])
        known = status if status in STATUSES else 500
        self._cells[start + STATUSES.index(known)] += 1
        start += len(STATUSES)
        slot = next((at for at, bound in enumerate(BOUNDS) if seconds <= bound), len(BOUNDS))
        self._cells[start + slot] += 1
        self._cells[start + len(BOUNDS) + 1] += seconds

    def cache_hit(self) -> None:
        """An answer was found among those kept."""
        self._cells[self._row + self._row_size - 1] += 1

    def text(self) -> str:
        """All counters, summed over the processes."""
        sums = [sum(self._cells[at :: self._row_size]) for at in range(self._row_size)]
        return "\n".join((*self._lines(sums), ""))

    def _lines(self, sums: list[float]) -> Iterator[str]:
        yield "# HELP zerenku_requests_total Requests answered, by route and status."
        yield "# TYPE zerenku_requests_total counter"
        yield from self._counts("zerenku_requests_total", sums, 0)
        yield "# HELP zerenku_errors_total Requests answered with a status of 400 or above."
        yield "# TYPE zerenku_errors_total counter"
        yield from self._counts("zerenku_errors_total", sums, 400)
        yield "# HELP zerenku_request_seconds Time from the head of a request to the end of its answer."
        yield "# TYPE zerenku_request_seconds histogram"
        for route in self._routes:
            yield from _histogram(route, sums[self._at[route] + len(STATUSES) : self._at[route] + WIDTH])
        yield "# HELP zerenku_cached_answers_total Requests answered from memory."
        yield "# TYPE zerenku_cached_answers_total counter"
        yield f"zerenku_cached_answers_total {sums[-1]:.0f}"

    def _counts(self, name: str, sums: list[float], least: int) -> Iterator[str]:
        for route in self._routes:
            for at, status in enumerate(STATUSES):
                count = sums[self._at[route] + at]
                if status >= least and (count or status in {200, 500}):
                    yield f'{name}{{route="{route}",status="{status}"}} {count:.0f}'


def _histogram(route: str, cells: list[float]) -> Iterator[str]:
    total = 0.0
    for bound, count in zip((*map(str, BOUNDS), "+Inf"), cells, strict=False):
        total += count
        yield f'zerenku_request_seconds_bucket{{route="{route}",le="{bound}"}} {total:.0f}'
    yield f'zerenku_request_seconds_sum{{route="{route}"}} {cells[-1]:.6f}'
    yield f'zerenku_request_seconds_count{{route="{route}"}} {total:.0f}'
