"""What is looked for, and what it is worth in one index: rare words say more than common ones."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from search.analyzer import query_terms
from search.question import Piece

# A text found under another name counts for less than the word itself.
ALIAS_SHARE: Final = 0.7
# And something merely of the same topic for less again.
RELATED_SHARE: Final = 0.4
# It says no more than that name does, and of that only so much: a paper mill is a factory, but so is every other.
RELATED_WORTH: Final = 0.6
# Where only some of the words are found, a known word counts for more than two characters of an unknown one, and these
# for less where one of them is idle.
KNOWN_WEIGHT: Final = 1.5
IDLE_WEIGHT: Final = 0.5
# A word that no clause has.
UNHEARD_SHARE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Statistics:
    """What scores are measured against: documents, the length of each field on average, and a term's frequency."""

    size: int
    lengths: Mapping[str, float]
    frequency: Callable[[str], int]

    def rarity(self, text: str) -> float:
        """The inverse document frequency of the rarest term in a plain text; a text of no term is worth nothing, one
        that no clause has little: it is more often chatter than what the question is about.
        """
        counts = [self.frequency(term) for term in query_terms(text)]
        if not counts:
            return 0.0
        least = min(counts)
        rarity = math.log(1 + (self.size - least + 0.5) / (least + 0.5))
        return rarity if least else rarity * UNHEARD_SHARE


@dataclass(frozen=True, slots=True)
class Sought:
    """A piece with the other names that its tier takes for it, names that are merely related, and what it is worth."""

    piece: Piece
    names: tuple[str, ...]
    related: tuple[str, ...]
    worth: float

    def share_in(self, text: str) -> float:
        """1 when the text holds the piece itself, less for another name of it, 0 for none."""
        if self.piece.plain in text:
            return 1.0
        for name in self.names:
            if name in text:
                return ALIAS_SHARE
        for name in self.related:
            if name in text:
                return RELATED_SHARE
        return 0.0

    def within(self, text: str) -> Sought:
        """The same without the names that the text does not hold: the rest of a document need not be asked for them."""
        if not (self.names or self.related):
            return self
        names = tuple([name for name in self.names if name in text])
        related = tuple([name for name in self.related if name in text])
        if len(names) == len(self.names) and len(related) == len(self.related):
            return self
        return Sought(self.piece, names, related, self.worth)
