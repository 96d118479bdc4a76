"""What libraries raise over damaged files, told in one way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from search.engine import IndexBroken

# What a library written in Rust raises where it stops short; it is no Exception, and no module has it.
PANIC: Final = "PanicException"


@contextmanager
def damage_told() -> Iterator[None]:
    """Whatever is raised meanwhile becomes IndexBroken: over damaged files libraries raise all kinds of things."""
    try:
        yield
    except (IndexBroken, MemoryError):
        raise
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != PANIC:
            raise
        raise IndexBroken(type(error).__name__) from error
