"""Answers that an object remembers while it lives: the index under a searcher never changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

MOST: Final = 20_000

Key = TypeVar("Key")
Value = TypeVar("Value")


def remembered(function: Callable[[Key], Value], *, most: int = MOST) -> Callable[[Key], Value]:
    """The same function, which forgets everything once it remembers `most` answers."""
    return _Answers(function, most).__getitem__


class _Answers(dict[Key, Value]):
    """Answers by what was asked; what is known is looked up without a call of Python's own."""

    def __init__(self, function: Callable[[Key], Value], most: int) -> None:
        self._function, self._most = function, most

    def __missing__(self, key: Key) -> Value:
        found = self._function(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = found
        return found
