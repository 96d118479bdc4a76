"""Terms of the register in running text: each becomes a link to its senses, which a script shows on the spot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from markupsafe import Markup, escape

from generators.site.links import Links

HEAD: Final = 2
"""Characters by which words are looked up; shorter words are no terms."""


class TermMarks:
    """Marks terms; `catalogue` is asked for the words once a text, so that a page knows that it hangs on them."""

    def __init__(self, catalogue: Any) -> None:
        self._catalogue = catalogue
        self._words: tuple[tuple[str, str], ...] = ()
        self._by_head: dict[str, list[tuple[str, str]]] = {}

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
        by_head, free = self._by_head, 0
        for start in [at for at in range(len(text) - HEAD + 1) if text[at : at + HEAD] in by_head]:
            if start < free:
                continue
            for word, term in by_head[text[start : start + HEAD]]:
                if text.startswith(word, start):
                    yield start, word, term
                    free = start + len(word)
                    break

    def _learn(self, words: tuple[tuple[str, str], ...]) -> None:
        if words is self._words:
            return
        self._words, self._by_head = words, {}
        for word, term in sorted(words, key=lambda pair: (-len(pair[0]), pair[0])):
            if len(word) >= HEAD:
                self._by_head.setdefault(word[:HEAD], []).append((word, term))
