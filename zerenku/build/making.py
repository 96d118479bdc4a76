"""The work of one build, cut into tasks that processes share: papers, search, index, pages."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from generators.site.digest import Digester
from generators.site.edition import SEARCH_FILES, Edition
from generators.site.feeds import extra_files
from generators.site.manifest import FileRecord, Manifest, PageRecord
from generators.site.pages import Section, SitePage
from generators.site.publish import Publisher, Standing, asks_for_papers, write
from generators.site.shell import Shell, ShellKind
from zerenku.build.books import returned_books
from zerenku.build.offers import OfferWriter, offer_keys
from zerenku.build.paper_rows import key_of, names_of, paper_of, returns_of, row_of
from zerenku.build.program import settings_digest
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.originals import with_originals
from zerenku.coverage import Originals
from zerenku.model.plan import Plan
from zerenku.returns.forms import form_of
from zerenku.store.parallel import spread
from zerenku.store.returns import Progress, load_progress
from zerenku.store.workspace import Loaded

SEARCH: Final = "search"
OFFER: Final = "offer/"
CHUNKS: Final = 6
"""Chunks of pages for each process: enough that none waits long for another."""

Files = dict[str, FileRecord]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How to build. `announce` is told what comes and in how many tasks, and gives what to call after each.

    `papers` False leaves papers out; `pages_only` leaves papers and search as they are, to be made up for by the next
    build; `index` writes the server's.
    """

    jobs: int = 1
    papers: bool = True
    pages_only: bool = False
    originals: Originals | None = None
    site_url: str = ""
    index: Callable[[], None] = lambda: None
    announce: Callable[[str, int], Callable[[], None]] = lambda _label, _total: lambda: None


@dataclass(slots=True)
class Making:
    """One build: `before` is the manifest of the site as it lies there, or None; files that change go to `stage`.

    `returned` is as `read_returns` gives it.
    """

    loaded: Loaded
    returned: Mapping[str, Progress]
    stage: Path
    before: Manifest | None
    program: str
    wishes: Wishes
    _parts: dict[str, str] = field(default_factory=dict)
    _pages: dict[str, PageRecord] = field(default_factory=dict)
    _files: Files = field(default_factory=dict)
    _rows: dict[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    _shown: Catalogue | None = None
    _offered: tuple[str, ...] = ()

    @property
    def catalogue(self) -> Catalogue:
        """What is built."""
        return self.loaded.sealed()

    def make(self) -> Manifest:
        """Make all that changed, and give the manifest of the whole site.

        Papers come first where nothing is known yet. After an edit they are made beside the pages that do not tell of
        papers, as pages after the last build are known to do or not.
        """
        stale = self._stale_papers()
        papers = [self._paper_task(plan) for plan in stale]
        searching = [*self._search_tasks(), *self._offer_tasks()]
        edition = self._edition()
        pages = edition.pages()
        shells, shell_key, static = self._shells(edition, pages)
        self._files.update(self._put(extra_files(edition, pages).items()))
        standing = Standing(self.before.pages if self.before else {}, shell_key)
        if self.before is None:
            self._run("生成样稿", papers)
            edition = self._edition() if papers else edition
            pages = edition.pages() if papers else pages
            self._run("生成网站", [self.wishes.index, *searching, *self._page_tasks(edition, pages, shells, standing)])
        else:
            told = {name for name, page in self.before.pages.items() if asks_for_papers(page)} if stale else set()

            def quiet(page: SitePage) -> bool:
                return page.file not in told and (not stale or page.section != Section.PAPERS)

            self._run(
                "生成网站",
                [*papers, *searching, *self._page_tasks(edition, list(filter(quiet, pages)), shells, standing)],
            )
            if stale:
                edition = self._edition()
                pages = tuple(page for page in edition.pages() if self._tells_of_papers(page))
                again = Standing({**standing.pages, **self._pages}, shell_key)
                self._run("更新文书页", self._page_tasks(edition, pages, shells, again))
        return Manifest(
            self.program, shell_key, shells, static, self._pages, self._files, dict(self._parts), dict(self._rows)
        )

    def _run(self, label: str, tasks: Sequence[Callable[[], Any]]) -> None:
        """Do all tasks; what they give is put where it belongs, in the order of the tasks."""
        step = self.wishes.announce(label, len(tasks))
        for found in spread(lambda number: tasks[number](), len(tasks), jobs=self.wishes.jobs, step=step):
            match found:
                case ("pages", records):
                    self._pages.update(records)
                case ("papers", plan, rows, files):
                    self._rows[plan] = rows
                    self._files.update(files)
                case ("files", files):
                    self._files.update(files)

    # ---------------------------------------------------------------------------------------------------------- pages

    def _edition(self) -> Edition:
        rows = {plan.id: self._rows.get(plan.id) or self._old_rows(plan) for plan in self.catalogue.plans}
        papers = tuple(paper_of(plan, row) for plan, own in rows.items() for row in own)
        said = self.wishes.originals
        if self._shown is None:
            self._shown = with_originals(self.catalogue, said.texts if said else {})
        assets = dict.fromkeys((*SEARCH_FILES, *self._offered), b"")
        books = returned_books(self.returned)
        return Edition(
            self._shown, assets, said.gaps if said else None, papers, books=books, site_url=self.wishes.site_url
        )

    def _tells_of_papers(self, page: SitePage) -> bool:
        """Whether a page is still to be made, or was made before the papers that it tells of."""
        return page.file not in self._pages or asks_for_papers(self._pages[page.file])

    def _page_tasks(
        self, edition: Edition, pages: Sequence[SitePage], shells: Mapping[ShellKind, Shell], standing: Standing
    ) -> list[Callable[[], Any]]:
        publisher = Publisher(edition, shells, standing, self.stage)
        count = self.wishes.jobs * CHUNKS

        def chunk(start: int) -> Any:
            # Every so-many-th page: neighbours are alike, and one process would get all the long ones.
            return "pages", {page.file: publisher.page(page) for page in pages[start::count]}

        return [partial(chunk, start) for start in range(min(count, len(pages)))]

    def _shells(self, edition: Edition, pages: Sequence[SitePage]) -> tuple[Mapping[ShellKind, Shell], str, Files]:
        """Shells for every kind of page, their key, and the files that MkDocs wrote; it runs only when it must."""
        config = self.loaded.root / "mkdocs.yml"
        config_file = config if config.is_file() else None
        kinds = {ShellKind.of(page) for page in pages if not page.bare}
        tabs = sorted({page.section for page in pages})
        key = key_of(self.program, settings_digest(config_file), tabs)
        before = self.before
        if before and before.shell_key == key and kinds <= set(before.shells):
            return before.shells, key, dict(before.static)
        # MkDocs takes a while to load, and most builds do without.
        from generators.site.build import render_shells  # noqa: PLC0415

        with tempfile.TemporaryDirectory(prefix="zerenku-") as folder:
            shells, lasting = render_shells(edition, pages, out=Path(folder), config_file=config_file)
            static = self._put(
                (path.relative_to(folder).as_posix(), path.read_bytes())
                for path in sorted(Path(folder).rglob("*"))
                if path.is_file()
            )
        return shells, key if lasting else "", static

    # ----------------------------------------------------------------------------------------------- papers and search

    def _stale_papers(self) -> list[Plan]:
        """Plans whose papers must be made; papers of the others are taken over."""
        if not self.wishes.papers:
            return []
        if self.wishes.pages_only and self.before:
            for plan in self.catalogue.plans:
                self._take_over(plan, self.before)
            return []
        heads = Digester().of(self.catalogue.plans)
        registers = {name: mark for name, mark in self.loaded.sources.items() if "/registers/" in name}
        stale = []
        for plan in self.catalogue.plans:
            own = self.loaded.sources.get(f"content/plans/{plan.id}.yml", "")
            part = f"papers/{plan.id}"
            self._parts[part] = key_of(heads, registers, own, returns_of(self.loaded.root, plan.id))
            if self.before and self.before.parts.get(part) == self._parts[part] and plan.id in self.before.papers:
                self._take_over(plan, self.before)
            else:
                stale.append(plan)
        return stale

    def _take_over(self, plan: Plan, before: Manifest) -> None:
        """The papers of a plan as they are."""
        part = f"papers/{plan.id}"
        if plan.id in before.papers:
            self._rows[plan.id] = before.papers[plan.id]
            self._files.update({name: before.files[name] for name in names_of(before.papers, plan.id)})
            self._parts[part] = before.parts[part]

    def _old_rows(self, plan: Plan) -> tuple[Mapping[str, Any], ...]:
        return self.before.papers.get(plan.id, ()) if self.before else ()

    def _paper_task(self, plan: Plan) -> Callable[[], Any]:
        def task() -> Any:
            # The Word writer is loaded only where a paper is made.
            from zerenku.build.samples import papers_of  # noqa: PLC0415

            found = self.returned.get(plan.id) or load_progress(self.loaded.root, plan, form_of(plan))
            papers = tuple(papers_of(self.catalogue, found.book))
            return "papers", plan.id, tuple(map(row_of, papers)), self._put((item.name, item.data) for item in papers)

        return task

    def _search_tasks(self) -> list[Callable[[], Any]]:
        self._parts[SEARCH] = key_of(dict(self.loaded.sources))
        before = self.before
        if before and (self.wishes.pages_only or before.parts.get(SEARCH) == self._parts[SEARCH]):
            self._parts[SEARCH] = before.parts[SEARCH]
            papers = {name for plan in before.papers for name in names_of(before.papers, plan)}
            papers |= {part.removeprefix(OFFER) for part in before.parts if part.startswith(OFFER)}
            self._files.update({name: file for name, file in before.files.items() if name not in papers})
            return []

        def task() -> Any:
            from search.browser import browser_files  # noqa: PLC0415

            return "files", self._put(browser_files(self.catalogue).items())

        return [task]

    def _offer_tasks(self) -> list[Callable[[], Any]]:
        """Calendars and data, as `offers` names them; those whose plans and registers are as they were are kept."""
        if not self.wishes.papers:
            return []
        keys = offer_keys(self.catalogue, self.loaded.sources)
        files = self.before.files if self.before else {}
        parts = self.before.parts if self.before else {}
        if self.before and self.wishes.pages_only:
            keys = {name: parts[OFFER + name] for name in keys if name in files}
        stale = {name for name, key in keys.items() if name not in files or parts.get(OFFER + name) != key}
        self._files.update({name: files[name] for name in keys if name not in stale})
        self._parts.update({OFFER + name: key for name, key in keys.items()})
        self._offered = tuple(keys)
        count = min(self.wishes.jobs * 2, len(stale))

        def task(start: int) -> Any:
            writer = OfferWriter(self.catalogue)
            return "files", self._put((name, writer.file(name)) for name in sorted(stale)[start::count])

        return [partial(task, start) for start in range(count)]

    def _put(self, files: Iterable[tuple[str, bytes]]) -> Files:
        """Records of the files; those that the site does not have yet, or has otherwise, go to the stage."""
        there = self.before.everything() if self.before else {}
        records = {}
        for name, data in files:
            records[name] = FileRecord.of(data)
            if there.get(name) != records[name]:
                write(self.stage, name, data)
        return records
