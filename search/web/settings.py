"""What whoever runs the API may choose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

RATE = 200
CACHED = 1000


def local_day() -> str:
    """Today where the server stands, an ISO day."""
    return datetime.now().astimezone().date().isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSettings:
    """`rate` requests a second of one client in each process (0: no limit; twice as many in one go), `cached` answers
    kept (0: none), `patience` seconds until an answer is given up, `waiting` requests at most in line, `origins` of
    other sites whose pages may read the answers (CORS), `hosts` by which alone it may be called (empty: by any name),
    `quiet` when somebody else tells of flaws in the content, `today` the clock.
    """

    rate: float = RATE
    cached: int = CACHED
    patience: float = 10.0
    waiting: int = 200
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    quiet: bool = False
    today: Callable[[], str] = local_day
