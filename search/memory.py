"""Answers that an object remembers while it lives: the index under a searcher never changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

MOST: Final = 20_000

Key = TypeVar("Key")
Value = TypeVar("Value")


def remembered(function: Callable[[Key], Value], *, most: int = MOST) -> Callable[[Key], Value]:
    """The same function, which forgets everything once it remembers `most` answers."""
    known: dict[Key, Value] = {}

    def asked(key: Key) -> Value:
        try:
            return known[key]
        except KeyError:
            if len(known) >= most:
                known.clear()
            return known.setdefault(key, function(key))

    return asked
