"""The pages of one build: which of them must be made, and the shells in which they are."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from generators.site.edition import Edition, View, check_places
from generators.site.manifest import FileRecord, Manifest, PageRecord
from generators.site.pages import Section, Sheaf, SitePage, unfolded
from generators.site.publish import Publisher, Sorted, Standing
from generators.site.shell import Shell, ShellKind
from zerenku.build.paper_rows import key_of
from zerenku.build.program import settings_digest
from zerenku.catalogue.digest import Digester
from zerenku.store.atomic import names_in

CHUNK: Final = 48
"""Pages that one process makes one after another: neighbours show the same duties, whose markup it makes but once."""
OF_ROWS: Final = frozenset({Section.DEPARTMENTS, Section.DUTIES, Section.TOPICS})
"""Most of what stands on these pages are the same rows: they are made side by side."""
FEWEST: Final = 6
"""Chunks for each process, at least: enough that none waits long for another."""

Parts = Sequence[SitePage | Sheaf]


@dataclass(frozen=True, slots=True)
class Shells:
    """Shells for every kind of page, the key by which they stay (empty when they may not), what else MkDocs wrote."""

    shells: Mapping[ShellKind, Shell] = field(default_factory=dict)
    key: str = ""
    static: Mapping[str, FileRecord] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """Pages and sheaves as an earlier build, or this one so far, made them."""

    pages: Mapping[str, PageRecord] = field(default_factory=dict)
    sheaves: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Made:
    """A part of the site: the files of its pages in order, its sheaves, and the records of the pages that were made."""

    files: list[str]
    sheaves: dict[str, tuple[str, ...]]
    records: dict[str, PageRecord]


@dataclass(slots=True)
class Paging:
    """Finds what must be made of an edition and makes it; `put` gives records of files and writes new ones."""

    root: Path
    program: str
    stage: Path
    before: Manifest | None
    put: Callable[[Iterable[tuple[str, bytes]]], dict[str, FileRecord]]
    digester: Digester
    shells: Shells = field(default_factory=Shells)
    _publisher: Publisher = field(init=False)
    _stale: Sequence[tuple[SitePage, str | None]] = ()
    _made: dict[int, Made | None] = field(default_factory=dict)

    def by_view(self, edition: Edition) -> tuple[list[Callable[[], Any]], list[Callable[[], Any]]]:
        """Tasks that find what must be made of each part of the site and make it at once, whose results to `take`.

        First those that ask what falls due: it is worked out by each process that does one of them, and so one should
        do them all. No tasks where MkDocs must make shells first.
        """
        before, shells = self.before, self._kept_shells()
        if before is None or shells is None:
            return [], []
        self.shells = shells
        publisher = self._publisher_of(edition, Told(before.pages, before.sheaves))
        tasks: tuple[list[Callable[[], Any]], list[Callable[[], Any]]] = [], []
        for number, view in enumerate(edition.views()):
            tasks[0 if view.asks_when else 1].append(partial(self._view, publisher, number, view))
        return tasks

    def _view(self, publisher: Publisher, number: int, view: View) -> tuple[str, int, Made | None]:
        found = publisher.sort(view.parts())
        if self._lacks_shells(found):
            return "view", number, None
        records = {page.file: publisher.page(page, known_by) for page, known_by in found.stale}
        return "view", number, Made(found.files, found.sheaves, records)

    def take(self, number: int, made: Made | None) -> None:
        """What a task of `by_view` told."""
        self._made[number] = made

    def gathered(self) -> tuple[Sorted, dict[str, PageRecord]] | None:
        """What stays and the records of what was made; None where shells are lacking, and all must be sorted again.

        ValueError when two pages would lie at one place.
        """
        found, records = Sorted(), dict[str, PageRecord]()
        for _, made in sorted(self._made.items()):
            if made is None:
                return None
            found.files += made.files
            found.sheaves |= made.sheaves
            records |= made.records
        check_places(found.files)
        pages = self.before.pages if self.before else {}
        found.kept.update((name, pages[name]) for name in found.files if name not in records)
        return found, records

    def sort(self, edition: Edition, told: Told | None = None) -> Sorted:
        """What must be made and what stays: as the last build left it, or as this one did, if it has `told`."""
        parts = edition.parts()
        if told is None:
            told = Told(self.before.pages, self.before.sheaves) if self.before else Told()
            self.shells = self._kept_shells() or self._fresh_shells(edition, parts)
        found = self._sorted(edition, parts, told)
        if self._lacks_shells(found):
            self.shells = self._fresh_shells(edition, parts)
            found = self._sorted(edition, parts, told)
        return found

    def _lacks_shells(self, found: Sorted) -> bool:
        """Whether a page must be made for which the last build had no shell."""
        return any(not page.bare and ShellKind.of(page) not in self.shells.shells for page, _ in found.stale)

    def tasks(self, jobs: int) -> list[Callable[[], Any]]:
        """Tasks for so many processes that make what must be made; each tells of ("pages", records by file)."""
        stale, publisher = self._stale, self._publisher
        size = max(1, min(CHUNK, len(stale) // (jobs * FEWEST)))

        def chunk(start: int) -> Any:
            return "pages", {
                page.file: publisher.page(page, known_by) for page, known_by in stale[start : start + size]
            }

        return [partial(chunk, start) for start in range(0, len(stale), size)]

    def _sorted(self, edition: Edition, parts: Parts, told: Told) -> Sorted:
        self._publisher = self._publisher_of(edition, told)
        found = self._publisher.sort(parts)
        self._stale = sorted(found.stale, key=lambda item: item[0].section in OF_ROWS)
        return found

    def _publisher_of(self, edition: Edition, told: Told) -> Publisher:
        standing = Standing(told.pages, told.sheaves, self.shells.key)
        return Publisher(edition, self.shells.shells, standing, self.stage, self.digester)

    # --------------------------------------------------------------------------------------------------------- shells

    def _kept_shells(self) -> Shells | None:
        """The shells of the last build, where they may stay."""
        before = self.before
        if before is None or before.shell_key != self._key():
            return None
        return Shells(before.shells, before.shell_key, before.static)

    def _fresh_shells(self, edition: Edition, parts: Parts) -> Shells:
        """Shells as MkDocs makes them now."""
        # MkDocs takes a while to load, and most builds do without.
        from generators.site.build import render_shells  # noqa: PLC0415

        with tempfile.TemporaryDirectory(prefix="zerenku-") as folder:
            pages = tuple(unfolded(parts))
            shells, lasting = render_shells(edition, pages, out=Path(folder), config_file=self._config_file)
            static = self.put((name, Path(folder, name).read_bytes()) for name in names_in(Path(folder)))
        return Shells(shells, self._key() if lasting else "", static)

    def _key(self) -> str:
        """What shells hang on. Not on the pages: every section has some, and so every tab leads somewhere."""
        return key_of(self.program, settings_digest(self._config_file))

    @property
    def _config_file(self) -> Path | None:
        path = self.root / "mkdocs.yml"
        return path if path.is_file() else None
