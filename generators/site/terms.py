"""Terms of the register in running text: each becomes a link to its senses, which a script shows on the spot."""

from __future__ import annotations

import re
from typing import Any, Final

from generators.site.escaping import escaped, escaped_part, lined
from generators.site.links import Links

SHORTEST: Final = 2
"""Characters of a word; shorter ones are no terms."""
NONE: Final = re.compile(r"(?!)")
"""Found nowhere."""


class TermMarks:
    """Marks terms; `catalogue` is asked for the words once a page, so that the page knows that it hangs on them."""

    def __init__(self, catalogue: Any) -> None:
        self._catalogue = catalogue
        self._words: tuple[tuple[str, str], ...] = ()
        self._terms: dict[str, str] = {}
        self._any = NONE
        self._page: Links | None = None

    def __call__(self, text: str | None, to: Links, seen: list[str]) -> str:
        """`text`, escaped, with each term that is not yet in `seen` linked once; `seen` is filled."""
        if not text:
            return ""
        if to is not self._page:
            self._page = to
            self._learn(self._catalogue.registers.term_words())
        text = lined(text)
        pieces: list[str] = []
        done = 0
        # From left to right, of terms that begin at one place the longest.
        for found in self._any.finditer(text):
            word = found[0]
            term = self._terms[word]
            if term not in seen:
                seen.append(term)
                link = f'<a class="zk-term" href="{to.root}terms.html#term-{escaped(term)}">{escaped(word)}</a>'
                pieces += (escaped_part(text[done : found.start()]), link)
                done = found.end()
        return "".join((*pieces, escaped_part(text[done:]))) if pieces else escaped_part(text)

    def _learn(self, words: tuple[tuple[str, str], ...]) -> None:
        if words is self._words:
            return
        self._words, self._terms = words, {word: term for word, term in words if len(word) >= SHORTEST}
        # Of words that begin alike the first that fits is found.
        longest_first = sorted(self._terms, key=lambda word: (-len(word), word))
        self._any = re.compile("|".join(map(re.escape, longest_first))) if longest_first else NONE
