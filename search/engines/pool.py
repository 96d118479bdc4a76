"""The words of an index that is being written, in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator


class Pool:
    """The words of a segment with their documents, in memory; whoosh's own pool takes as long as all the rest."""

    def __init__(self) -> None:
        self._numbers: defaultdict[tuple[str, bytes], list[int]] = defaultdict(list)

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        """A (field, word, document number, weight, value); only the first three differ."""
        self._numbers[item[0], item[1]].append(item[2])

    def iter_postings(self) -> Iterator[tuple[str, bytes, int, float, bytes]]:
        """What was added, by field and word."""
        for field, word in sorted(self._numbers):
            for number in self._numbers[field, word]:
                yield field, word, number, 1.0, b""

    def cleanup(self) -> None:
        """Nothing lies on the disk."""
