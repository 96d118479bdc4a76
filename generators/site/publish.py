"""Pages made where something changed, kept where nothing did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generators.site.edition import Edition
from generators.site.manifest import FileRecord, PageRecord
from generators.site.noting import PAPERS, Answers
from generators.site.pages import SitePage
from generators.site.pour import Pourer
from generators.site.press import Press
from generators.site.shell import Shell, ShellKind
from zerenku.catalogue.digest import Digester


@dataclass(frozen=True, slots=True)
class Standing:
    """What a build goes by: the pages of the last one, and a digest of the settings that every page hangs on."""

    pages: Mapping[str, PageRecord]
    settings: str


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

    def kept(self, page: SitePage) -> PageRecord | None:
        """The page as it is, when all that it was made from is as it was."""
        old = self._standing.pages.get(page.file) if self._standing else None
        if old is None or not old.answers or not old.made_from or old.made_from != self._made_from(page):
            return None
        return old if self._answers.of(old.questions) == old.answers else None

    def page(self, page: SitePage) -> PageRecord:
        """Make a page; its file is in the stage when its bytes changed."""
        data = self._press.page(page)
        if self._standing is None:
            write(self._stage, page.file, data)
            return PageRecord(FileRecord.of(data), "", (), "")
        old = self._standing.pages.get(page.file)
        questions = self._pourer.notebook.questions
        record = PageRecord(FileRecord.of(data), self._made_from(page), questions, self._answers.of(questions))
        if old is None or old.file != record.file:
            write(self._stage, page.file, data)
        return record

    def _made_from(self, page: SitePage) -> str:
        """The digest of a page's own data and shell; empty when the data holds something without comparable content."""
        shell = None if page.bare else self._shells[ShellKind.of(page)]
        head = (page.path, page.suffix, page.title, page.section, page.description, page.outline, page.template)
        try:
            return self._digester.of(self._settings, head, shell, page.data)
        except TypeError:
            return ""


def asks_for_papers(record: PageRecord) -> bool:
    """Whether a page told of papers to take away."""
    return any(question[0] == PAPERS for question in record.questions)


def write(out: Path, name: str, data: bytes) -> None:
    """A file of the site by its name from the root."""
    path = out / name
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
