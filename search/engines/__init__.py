"""Engines by name; each module here is the only one that imports its library, and only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Final, cast

from search.engine import Engine

DEFAULT: Final = "whoosh"
ENGINES: Final = {"whoosh": "search.engines.whoosh"}


def engine_named(name: str) -> Engine:
    """The engine; KeyError for a name that is not in ENGINES."""
    return cast("Engine", import_module(ENGINES[name]).ENGINE)
