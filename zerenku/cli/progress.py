"""How far a long command is: a bar on a terminal, now and then a line elsewhere, nothing within the first second."""

from __future__ import annotations

import sys
import time
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any, Final

import click

PATIENCE: Final = 1.0
"""Seconds without a word."""
BETWEEN: Final = 5.0
"""Seconds between two lines where there is no terminal."""


class Progress(AbstractContextManager["Progress"]):
    """Counts to `total` on standard error; `quiet` says nothing at all."""

    def __init__(self, total: int, label: str, *, quiet: bool = False) -> None:
        self._total, self._label, self._quiet = total, label, quiet
        self._done = self._shown = 0
        self._said = time.monotonic() + PATIENCE - BETWEEN
        self._bar: Any = None

    def step(self) -> None:
        """One more done."""
        self._done += 1
        now = time.monotonic()
        if self._quiet or (self._bar is None and now - self._said < BETWEEN) or self._total < 2:
            return
        if self._bar is None and sys.stderr.isatty():
            self._bar = click.progressbar(length=self._total, label=self._label, file=sys.stderr)
            self._bar.__enter__()
        if self._bar is not None:
            self._bar.update(self._done - self._shown)
            self._shown = self._done
        else:
            click.echo(f"{self._label} {self._done}/{self._total}", err=True)
            self._said = now

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Finish the bar's line."""
        if self._bar is not None:
            self._bar.__exit__(kind, error, trace)
