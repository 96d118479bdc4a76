"""From an offset in the normalised text back to the file's line and column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from zerenku.model.outline import Original, Outline
from zerenku.model.place import Span

ANCHOR = 12
"""So many characters are looked for in the file's line; normalising never changes characters inside a line."""


class Whereabouts:
    """Places of one plan. Without the original, columns count from the first character of the cleaned paragraph."""

    def __init__(self, outline: Outline, *, file: str, original: Original | None = None) -> None:
        self._file = file
        self._numbers = outline.line_numbers
        self._lines = outline.text.split("\n")
        self._starts = list(accumulate((len(line) + 1 for line in self._lines), initial=0))
        self._raw: dict[int, str] = {}
        for line in original.lines if original else ():
            self._raw[line.number] = (
                self._raw[line.number] + "\n" + line.text if line.number in self._raw else line.text
            )

    def line_of(self, offset: int) -> int:
        """The index of the normalised line that holds the offset."""
        return min(bisect_right(self._starts, offset), len(self._lines)) - 1

    def span(self, offset: int) -> Span:
        """File, line and column, both counted from 1."""
        index = self.line_of(offset)
        number = self._numbers[index] if index < len(self._numbers) else 1
        column = offset - self._starts[index]
        following = self._numbers[index + 1] if index + 1 < len(self._numbers) else number + 4
        for candidate, at in self._found(index, column, number, following):
            return Span(self._file, candidate, at + 1)
        return Span(self._file, number, column + 1)

    def _found(self, index: int, column: int, number: int, following: int) -> Iterator[tuple[int, int]]:
        """Where the words at the offset stand in the file: on the paragraph's first line or one joined to it."""
        line = self._lines[index]
        words = line[column : column + ANCHOR]
        for candidate in range(number, max(following, number + 1)):
            raw = self._raw.get(candidate, "")
            begin = raw.find(line[:ANCHOR]) if candidate == number else -1
            at = raw.find(words, max(0, begin + column)) if words else -1
            at = at if at >= 0 else raw.rfind(words) if words else -1
            if at >= 0:
                yield candidate, at - (raw.rfind("\n", 0, at) + 1)
