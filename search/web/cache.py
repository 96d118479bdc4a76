"""Answers kept for those who ask the same again, as long as there is room."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

# Beyond this many bytes in all the oldest go; a larger single answer is not kept.
ROOM: Final = 32_000_000
LARGEST: Final = 4_000_000

Key = tuple[str, str]


class AnswerCache:
    """The answers asked for last, by edition and question; at most `most` of them, 0 keeps none."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Key, bytes] = OrderedDict()
        self._bytes = 0

    def get(self, key: Key) -> bytes | None:
        """The answer, if it is still there."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def put(self, key: Key, answer: bytes) -> None:
        """Keep an answer, and let go of the oldest until there is room."""
        if self._most <= 0 or len(answer) > LARGEST:
            return
        self._bytes += len(answer) - len(self._kept.pop(key, b""))
        self._kept[key] = answer
        while len(self._kept) > self._most or self._bytes > ROOM:
            self._bytes -= len(self._kept.popitem(last=False)[1])

    def clear(self) -> None:
        """Let go of everything: another edition is in force."""
        self._kept.clear()
        self._bytes = 0
