"""An original cut as its record is: the words of each clause, of each attachment's opening, and of what is around."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from zerenku.model.outline import Draft

HEAD = ""
"""The path of what stands around the clauses: title, preamble, signature."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The own words of one clause (`path`), of an attachment before its first clause (its `no`), or of the head.

    `line` is the file's line in which it begins.
    """

    path: str
    text: str
    line: int


def passages_of(draft: Draft) -> tuple[Passage, ...]:
    """Every character of a draft's slice in one passage, in the order of the text."""
    return tuple(Passage(path, text, line_of(draft, at)) for path, text, at in _cut(draft) if text.strip())


def _cut(draft: Draft) -> Iterator[tuple[str, str, int]]:
    outline = draft.outline
    cuts = [(piece.start, str(piece.path)) for piece in outline.pieces]
    cuts += [(part.start, part.no) for part in outline.attachments]
    cuts = sorted(cuts)
    first = cuts[0][0] if cuts else outline.end
    yield HEAD, outline.text[outline.start : first], outline.start
    ends = [start for start, _ in cuts[1:]] + [outline.end]
    for (start, path), end in zip(cuts, ends, strict=True):
        # The end block follows the last clause of the body without a cut of its own.
        split = outline.body_end if start < outline.body_end < end else end
        yield path, outline.text[start:split], start
        if split < end:
            yield HEAD, outline.text[split:end], split


def line_of(draft: Draft, at: int) -> int:
    """The file's line of a character of the draft's text."""
    outline = draft.outline
    begun = bisect_right([0, *(i + 1 for i, char in enumerate(outline.text) if char == "\n")], at) - 1
    return outline.line_numbers[min(begun, len(outline.line_numbers) - 1)]
