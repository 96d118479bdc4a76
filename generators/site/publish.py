"""Pages made where something changed, kept where nothing did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generators.site.edition import Edition, check_places
from generators.site.manifest import FileRecord, PageRecord
from generators.site.noting import Answers
from generators.site.pages import Sheaf, SitePage
from generators.site.pour import Pourer
from generators.site.press import Press
from generators.site.shell import Shell, ShellKind
from zerenku.catalogue.digest import Digester


@dataclass(frozen=True, slots=True)
class Standing:
    """What a build goes by: pages and sheaves of the last one, a digest of the settings that every page hangs on."""

    pages: Mapping[str, PageRecord]
    sheaves: Mapping[str, tuple[str, ...]]
    settings: str


@dataclass(slots=True)
class Sorted:
    """The pages of an edition: `files` of all in order, which of them are `kept` and which are `stale`.

    With a stale page comes what it will be known by next time, if that is known already.
    """

    files: list[str] = field(default_factory=list)
    kept: dict[str, PageRecord] = field(default_factory=dict)
    stale: list[tuple[SitePage, str | None]] = field(default_factory=list)
    sheaves: dict[str, tuple[str, ...]] = field(default_factory=dict)


class Publisher:
    """Makes the pages of one edition into the folder `stage`; pages that need not be made are not written.

    Without a `standing` every page is made, and nothing is noted by which a next build could keep it.
    """

    def __init__(
        self,
        edition: Edition,
        shells: Mapping[ShellKind, Shell],
        standing: Standing | None,
        stage: Path,
        digester: Digester | None = None,
    ) -> None:
        self._digester = digester or Digester()
        self._answers = Answers(edition, self._digester)
        self._pourer = Pourer(edition)
        self._press = Press(self._pourer, shells)
        self._shells = shells
        self._standing, self._stage = standing, stage
        settings = standing.settings if standing else ""
        self._settings = self._digester.of(settings, edition.searchable, self._pourer.shown)
        self._all_shells = self._digester.of(sorted(shells.items()))

    def sort(self, parts: Iterable[SitePage | Sheaf]) -> Sorted:
        """What must be made and what stays. ValueError when two pages would lie at one place."""
        found = Sorted()
        for part in parts:
            if isinstance(part, Sheaf):
                self._sort_sheaf(part, found)
            else:
                # Where there is nothing to compare with, each process finds out for the pages that it makes.
                known_by = self._made_from(part) if self._old(part.file) else None
                self._sort_page(part, known_by, found)
        check_places(found.files)
        return found

    def _sort_sheaf(self, sheaf: Sheaf, found: Sorted) -> None:
        """A sheaf whose pages all stay is not opened."""
        known_by = self._bound_from(sheaf)
        names = self._standing.sheaves.get(sheaf.name) if self._standing else None
        if names is not None and all(self._stays(name, known_by) for name in names):
            found.files += names
            found.kept.update((name, self._standing.pages[name]) for name in names)  # type: ignore[union-attr]
        else:
            pages = sheaf.opened()
            for page in pages:
                self._sort_page(page, known_by, found)
            names = tuple(page.file for page in pages)
        found.sheaves[sheaf.name] = names

    def _sort_page(self, page: SitePage, known_by: str | None, found: Sorted) -> None:
        found.files.append(page.file)
        old = self._old(page.file)
        if old and known_by is not None and self._stays(page.file, known_by):
            found.kept[page.file] = old
        else:
            found.stale.append((page, known_by))

    def _old(self, name: str) -> PageRecord | None:
        return self._standing.pages.get(name) if self._standing else None

    def _stays(self, name: str, known_by: str) -> bool:
        """Whether all that a page was made from is as it was."""
        old = self._old(name)
        if old is None or not old.answers or not known_by or old.made_from != known_by:
            return False
        return self._answers.of(old.questions) == old.answers

    def page(self, page: SitePage, known_by: str | None = None) -> PageRecord:
        """Make a page, which will be known by this; its file is in the stage when its bytes changed."""
        data = self._press.page(page)
        if self._standing is None:
            write(self._stage, page.file, data)
            return PageRecord(FileRecord.of(data), "", (), "")
        old = self._standing.pages.get(page.file)
        questions = self._pourer.notebook.questions
        known_by = self._made_from(page) if known_by is None else known_by
        record = PageRecord(FileRecord.of(data), known_by, questions, self._answers.of(questions))
        if old is None or old.file != record.file:
            write(self._stage, page.file, data)
        return record

    def _made_from(self, page: SitePage) -> str:
        """The digest of a page's own data and shell; empty when the data holds something without comparable content."""
        # A shell that was not there when the last build made its pages makes all pages of its kind new ones.
        shell = None if page.bare else self._shells.get(ShellKind.of(page))
        head = (page.path, page.suffix, page.title, page.section, page.description, page.outline, page.template)
        try:
            return self._digester.of(self._settings, head, shell, page.data)
        except TypeError:
            return ""

    def _bound_from(self, sheaf: Sheaf) -> str:
        """The same of a sheaf. It is not known which shells its pages need, so it hangs on all of them."""
        try:
            return self._digester.of(self._settings, self._all_shells, sheaf.name, sheaf.made_of)
        except TypeError:
            return ""


def write(out: Path, name: str, data: bytes) -> None:
    """A file of the site by its name from the root."""
    path = f"{out}/{name}"  # no Path for each of thousands
    try:
        _write(path, data)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        _write(path, data)


def _write(path: str, data: bytes) -> None:
    with open(path, "wb") as stream:  # noqa: PTH123
        stream.write(data)
