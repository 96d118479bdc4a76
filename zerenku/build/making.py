"""The work of one build, cut into tasks that processes share: papers, search, index, pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from generators.site.edition import SEARCH_FILES, Edition
from generators.site.feeds import extra_files
from generators.site.manifest import FileRecord, Manifest, PageRecord
from generators.site.publish import Sorted, write
from zerenku.build.books import returned_books
from zerenku.build.offers import OfferWriter, offer_keys
from zerenku.build.paging import Paging, Told
from zerenku.build.paper_rows import key_of, names_of, paper_of, profiles_of, returns_of, row_of
from zerenku.build.searching import Searching
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.digest import Digester
from zerenku.catalogue.originals import with_originals
from zerenku.model.plan import Plan
from zerenku.returns.forms import form_of
from zerenku.store.parallel import Begun, begun, spread
from zerenku.store.returns import Progress, load_progress
from zerenku.store.workspace import Loaded

if TYPE_CHECKING:
    from zerenku.coverage.attached import Originals

SEARCH: Final = "search"
SEARCH_FOLDER: Final = "assets/zerenku/search/"
OFFER: Final = "offer/"

Files = dict[str, FileRecord]
Tasks = Sequence[Callable[[], Any]]
NOTHING: Final[Begun[Files]] = Begun(dict)
Rows = Mapping[str, tuple[Mapping[str, Any], ...]]
"""What pages tell of the papers of each plan."""


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

    `returned` is as `read_returns` gives it; in the folder `kept` lies what is kept of the search.
    """

    loaded: Loaded
    returned: Mapping[str, Progress]
    stage: Path
    kept: Path
    before: Manifest | None
    program: str
    wishes: Wishes
    _parts: dict[str, str] = field(default_factory=dict)
    _pages: dict[str, PageRecord] = field(default_factory=dict)
    _files: Files = field(default_factory=dict)
    _rows: dict[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    _digester: Digester = field(default_factory=Digester)
    _offered: tuple[str, ...] = ()
    _there: Files = field(default_factory=dict)
    _paging: Paging = field(init=False)

    def __post_init__(self) -> None:
        """Learn what is known of plans that were not read anew, and which files the site has."""
        self._there = self.before.everything() if self.before else {}
        self._paging = Paging(self.loaded.root, self.program, self.stage, self.before, self._put, self._digester)
        for item in self.loaded.plans:
            if item.linked and item.marks:
                self._digester.learn(item.linked.records, item.marks)

    @property
    def catalogue(self) -> Catalogue:
        """What is built."""
        return self.loaded.sealed()

    def make(self) -> Manifest:
        """Make all that changed, and give the manifest of the whole site.

        Pages tell of papers, so where nothing is known yet papers come first. After an edit all is made at once, and
        pages are made again only when papers turn out otherwise than pages said.
        """
        # From nothing the search takes longest and hangs on nothing else: it begins before anything is known of pages.
        # After an edit it is soon done, and a process begun early would only make this one copy what both look at.
        stale_search = self._take_over_search()
        early = stale_search and self.before is None
        with begun(self._search, jobs=self.wishes.jobs) if early else nullcontext(NOTHING) as search:
            beside = search if early else None
            papers = [self._paper_task(plan) for plan in self._stale_papers()]
            others = self._offer_tasks()
            if self.before is None:
                self._run("生成样稿", papers, beside)
                others.append(self.wishes.index)
            else:
                others += papers
            last = [lambda: ("files", self._search())] if stale_search and not early else []
            rows = self._known_rows()
            edition = self._edition(rows)
            found = self._make_pages(edition, others, last, beside)
            self._files.update(self._put(extra_files(edition, found.files).items()))
            if self._known_rows() != rows:
                found = self._paging.sort(self._edition(self._known_rows()), Told(self._pages, found.sheaves))
                self._pages.update(found.kept)
                self._run("更新文书页", self._paging.tasks(self.wishes.jobs))
            self._files.update(search.result())
        return Manifest(
            program=self.program,
            shell_key=self._paging.shells.key,
            shells=self._paging.shells.shells,
            static=self._paging.shells.static,
            pages=self._pages,
            sheaves=found.sheaves,
            files=self._files,
            parts=dict(self._parts),
            papers=dict(self._rows),
        )

    def _make_pages(self, edition: Edition, first: Tasks, last: Tasks, beside: Begun[Any] | None) -> Sorted:
        """Do other tasks and make the pages: after an edit part by part of the site, else when all are sorted."""
        paging = self._paging
        due, rest = paging.by_view(edition) if self.wishes.jobs > 1 else ([], [])
        if due:
            self._run("生成网站", [*due, *first, *rest, *last])
            if gathered := paging.gathered():
                found, records = gathered
                self._pages.update(found.kept | records)
                return found
            first, last = [], []
        found = paging.sort(edition)
        self._pages.update(found.kept)
        self._run("生成网站", [*first, *last, *paging.tasks(self.wishes.jobs)], beside)
        return found

    def _run(self, label: str, tasks: Tasks, beside: Begun[Any] | None = None) -> None:
        """Do all tasks; what they give is put where it belongs, in the order of the tasks."""
        step = self.wishes.announce(label, len(tasks))
        jobs = self.wishes.jobs
        for found in spread(lambda number: tasks[number](), len(tasks), jobs=jobs, step=step, beside=beside):
            match found:
                case ("view", number, made):
                    self._paging.take(number, made)
                case ("pages", records):
                    self._pages.update(records)
                case ("papers", plan, rows, files):
                    self._rows[plan] = rows
                    self._files.update(files)
                case ("files", files):
                    self._files.update(files)

    # ---------------------------------------------------------------------------------------------------------- pages

    def _known_rows(self) -> Rows:
        """What is known of the papers of each plan by now: those that are being made are still as they were."""
        before = self.before.papers if self.before else {}
        return {plan.id: self._rows.get(plan.id) or before.get(plan.id, ()) for plan in self.catalogue.plans}

    def _edition(self, rows: Rows) -> Edition:
        said = self.wishes.originals
        return Edition(
            with_originals(self.catalogue, said.texts if said else {}),
            dict.fromkeys((*SEARCH_FILES, *self._offered), b""),
            said.gaps if said else None,
            tuple(paper_of(plan, row) for plan, own in rows.items() for row in own),
            books=returned_books(self.returned),
            site_url=self.wishes.site_url,
        )

    # ----------------------------------------------------------------------------------------------- papers and search

    def _stale_papers(self) -> list[Plan]:
        """Plans whose papers must be made; papers of the others are taken over."""
        if not self.wishes.papers:
            return []
        if self.wishes.pages_only and self.before:
            for plan in self.catalogue.plans:
                self._take_over(plan, self.before)
            return []
        heads = self._digester.of(self.catalogue.plans)
        registers = {name: mark for name, mark in self.loaded.sources.items() if "/registers/" in name}
        profiles = profiles_of(self.loaded.root)
        stale = []
        for plan in self.catalogue.plans:
            own = self.loaded.sources.get(f"content/plans/{plan.id}.yml", "")
            part = f"papers/{plan.id}"
            self._parts[part] = key_of(heads, registers, own, profiles, returns_of(self.loaded.root, plan.id))
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

    def _paper_task(self, plan: Plan) -> Callable[[], Any]:
        def task() -> Any:
            # The Word writer is loaded only where a paper is made.
            from zerenku.build.samples import papers_of  # noqa: PLC0415

            found = self.returned.get(plan.id) or load_progress(self.loaded.root, plan, form_of(plan))
            papers = tuple(papers_of(self.catalogue, found.book, root=self.loaded.root))
            return "papers", plan.id, tuple(map(row_of, papers)), self._put((item.name, item.data) for item in papers)

        return task

    def _take_over_search(self) -> bool:
        """Whether the search must be made; it stays when no source changed or the next build will see to it."""
        before, key = self.before, key_of(dict(self.loaded.sources))
        stale = before is None or not (self.wishes.pages_only or before.parts.get(SEARCH) == key)
        self._parts[SEARCH] = key
        if before and not stale:
            self._parts[SEARCH] = before.parts[SEARCH]
            self._files.update({name: file for name, file in before.files.items() if name.startswith(SEARCH_FOLDER)})
        return stale

    def _search(self) -> Files:
        there = self.before.files if self.before else {}
        return Searching(self.loaded, self.program, there, self._put, self.kept).files()

    def _offer_tasks(self) -> list[Callable[[], Any]]:
        """Calendars and data, as `offers` names them; those whose plans and registers are as they were are kept."""
        if not self.wishes.papers:
            return []
        keys = offer_keys(self.catalogue, self.loaded.sources, self._digester)
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
        records = {}
        for name, data in files:
            records[name] = FileRecord.of(data)
            if self._there.get(name) != records[name]:
                write(self.stage, name, data)
        return records
