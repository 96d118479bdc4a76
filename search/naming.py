"""What a name in a filter means: an id, or any name that an entry of the registers answers to."""

from __future__ import annotations

from typing import Final

from search.analyzer import plain
from search.engine import Filters
from search.lexicon import Group, Lexicon, WordKind
from search.memory import remembered
from search.vocabulary import PAPER_KINDS
from zerenku.errors import UnknownName

SHORT_ID: Final = 3
# Beside plans, which are told by their ids.
FEW: Final = frozenset({WordKind.PLACE, WordKind.TOPIC})


class Names:
    """Look-up of the names of a lexicon, gathered for a kind when it is first asked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._meant = remembered(self._gathered)

    def ids(self, kind: WordKind, names: tuple[str, ...], what: str) -> tuple[str, ...]:
        """Ids of the entries that each name or id means; UnknownName, with what looks alike, when there is none.

        `what` is what the user calls the kind. Of plans, places and topics, which are few, the first are told where
        none looks alike.
        """
        found: dict[str, None] = {}
        for name in names:
            meant = self._meant(kind).get(name) or self._meant(kind).get(plain(name))
            if not meant:
                raise UnknownName(what, name, self.likely(kind, name), self._listed(kind))
            found.update(dict.fromkeys(meant))
        return tuple(found)

    def filters(
        self,
        *,
        departments: tuple[str, ...],
        places: tuple[str, ...],
        plans: tuple[str, ...],
        kinds: tuple[str, ...],
        due_before: str,
    ) -> Filters:
        """Filters by name; among `kinds` are kinds of papers and words for enterprises, `due_before` is an ISO day."""
        enterprises = tuple(kind for kind in kinds if kind not in PAPER_KINDS)
        return Filters(
            departments=self.ids(WordKind.DEPARTMENT, departments, "部门"),
            places=self.ids(WordKind.PLACE, places, "地区"),
            plans=self.ids(WordKind.PLAN, plans, "方案"),
            kinds=tuple(kind for kind in kinds if kind in PAPER_KINDS),
            enterprises=self.ids(WordKind.ENTERPRISE, enterprises, "种类"),
            due_before=due_before,
        )

    def likely(self, kind: WordKind, name: str) -> tuple[str, ...]:
        """Names that look like this one; ids where it is written like an id."""
        from zerenku.catalogue.registers import near  # noqa: PLC0415 - only a misspelt name needs it

        # Ids are pinyin: a short word would be answered with whatever shares a letter or two.
        by_id = name.isascii() and len(name) > SHORT_ID
        return near(name, tuple(group.id if by_id else group.name for group in self._entries(kind)))

    def _listed(self, kind: WordKind) -> tuple[str, ...]:
        if kind == WordKind.PLAN:
            return tuple(group.id for group in self._entries(kind))
        return tuple(group.name for group in self._entries(kind)) if kind in FEW else ()

    def _entries(self, kind: WordKind) -> list[Group]:
        return [group for group in self._lexicon.groups if group.kind == kind]

    def _gathered(self, kind: WordKind) -> dict[str, list[str]]:
        known: dict[str, list[str]] = {}
        for group in self._entries(kind):
            for name in (group.id, *group.variants):
                known.setdefault(name, []).append(group.id)
        return known
