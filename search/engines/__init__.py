"""Engines by name; each module here is the only one that imports its library, and only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Final, cast

from search.engine import Engine, EngineMissing

DEFAULT: Final = "whoosh"
ENGINES: Final = {"whoosh": "search.engines.whoosh", "tantivy": "search.engines.tantivy"}


def engine_named(name: str) -> Engine:
    """The engine; KeyError for a name that is not in ENGINES, EngineMissing when its library is not installed."""
    try:
        module = import_module(ENGINES[name])
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise EngineMissing(name) from error
    return cast("Engine", module.ENGINE)
