"""Terms of the register in running text: each becomes a link to its senses, which a script shows on the spot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from markupsafe import Markup, escape

from generators.site.links import Links

SHORTEST: Final = 2
"""Characters of a word; shorter ones are no terms."""
NONE: Final = re.compile(r"(?!)")
"""Found nowhere."""


class TermMarks:
    """Marks terms; `catalogue` is asked for the words once a text, so that a page knows that it hangs on them."""

    def __init__(self, catalogue: Any) -> None:
        self._catalogue = catalogue
        self._words: tuple[tuple[str, str], ...] = ()
        self._terms: dict[str, str] = {}
        self._any = NONE

    def __call__(self, text: str | None, to: Links, seen: list[str]) -> Markup:
        """`text`, escaped, with each term that is not yet in `seen` linked once; `seen` is filled."""
        if not text:
            return Markup()
        self._learn(self._catalogue.registers.term_words())
        pieces: list[str] = []
        done = 0
        for start, word, term in self._found(text):
            if term not in seen:
                seen.append(term)
                link = f'<a class="zk-term" href="{to.root}terms.html#term-{escape(term)}">{escape(word)}</a>'
                pieces += (escape(text[done:start]), link)
                done = start + len(word)
        return Markup("".join((*pieces, escape(text[done:]))))  # noqa: S704 - all of it is escaped here

    def _found(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Every term from left to right, the longest at each place: where, the word, the id."""
        for found in self._any.finditer(text):
            yield found.start(), found[0], self._terms[found[0]]

    def _learn(self, words: tuple[tuple[str, str], ...]) -> None:
        if words is self._words:
            return
        self._words, self._terms = words, {word: term for word, term in words if len(word) >= SHORTEST}
        # Of words that begin alike the first that fits is found.
        longest_first = sorted(self._terms, key=lambda word: (-len(word), word))
        self._any = re.compile("|".join(map(re.escape, longest_first))) if longest_first else NONE
