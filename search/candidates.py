"""The clauses that the steps of one question look at. Where all that any strict step could find is small enough, it is
fetched at one stroke and the steps pick from it; else each step asks the engine.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from search.document import SearchDocument, told_by
from search.engine import Area, Found, Phrase, Reader, Wanted
from search.steps import Step

# How many documents of a step are ranked in a large index; what an engine finds beyond is counted and no more.
WINDOW: Final = 80
# And of a very large one, as long as that fills the page that is shown.
NARROW: Final = 24
HUGE: Final = 50_000
# There, a loose step asks for no more than so many of its words.
LOOKED_FOR: Final = 4
# And for none but the rarest that more than one clause in so many holds.
COMMON: Final = 40
# Up to so many clauses all that fits is looked at; above, the strict steps are selective enough to be asked one by one.
SMALL: Final = 2000


class Candidates:
    """Finds what steps want, from as few looks into the index as will do: `window` documents a step at most."""

    def __init__(self, reader: Reader, widest: Wanted | None, *, narrow: bool = False) -> None:
        self._reader = reader
        self._all: tuple[SearchDocument, ...] | None = None
        self._narrow = narrow
        self._widest = widest
        small = reader.size <= SMALL
        self.window = SMALL if small else NARROW if narrow else WINDOW
        if small:
            self._fetch()

    def find(self, step: Step, *, first: bool) -> Found:
        """What the step wants: every document of a small index, of a large one as many as the window holds. `first`
        while no step has found any.
        """
        if step.wanted.area == Area.CONTENT and not self._can_match(step.wanted):
            return Found(0, ())
        if first and step.fallback and step.tier == "alias":
            # One look for all that is left, mostly for nothing.
            self._fetch()
        if self._all is None or step.tier == "close":
            return self._reader.find(self._rarest(step) if step.loose else step.wanted, limit=self.window)
        held = tuple(document for document in self._all if holds(document, step))
        return Found(len(held), held)

    def _fetch(self) -> None:
        """All that a strict step could find, where the window holds it; asked for once."""
        if self._widest is not None:
            found = self._reader.find(self._widest, limit=self.window)
            if found.total == len(found.documents):
                self._all = found.documents
        self._widest = None

    def _rarest(self, step: Step) -> Wanted:
        """A loose step looks for everything; where that is in every other clause, for what is rare, and in the clauses
        themselves. What they hold of the rest still counts in their coverage.
        """
        if not self._narrow:
            return step.wanted
        rare, *others = sorted(step.wanted.groups, key=self._most)[:LOOKED_FOR]
        groups = (rare, *(group for group in others if self._most(group) * COMMON <= self._reader.size))
        return replace(step.wanted, groups=groups, area=Area.CONTENT, minimum=1)

    def _most(self, group: tuple[Phrase, ...]) -> int:
        """At most so many clauses hold one of the phrases; those that none holds come last."""
        count = sum(min(map(self._reader.frequency, phrase)) for phrase in group)
        return count or self._reader.size

    def _can_match(self, wanted: Wanted) -> bool:
        """Has every group a phrase all of whose terms occur in the clauses?"""
        frequency = self._reader.frequency
        return all(any(all(map(frequency, phrase)) for phrase in group) for group in wanted.groups)


def holds(document: SearchDocument, step: Step) -> bool:
    """What an engine decides for a step without a minimum, decided from the document's own texts."""
    area = step.wanted.area
    if area == Area.ANYWHERE:
        told = told_by(document)
    else:
        told = "\n".join(document.content if area == Area.CONTENT else document.shared)
    return all(item.share_in(told) for item in step.sought)
