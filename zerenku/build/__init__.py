"""Floor 6: one catalogue to site, search index and sample papers.

Site and search do not know each other; this package hands the files of the search to the site as plain files. What an
earlier build of the same program made and no edit touched is kept (`keep`, `making`); the result has the same bytes as
a build from nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generators.site.edition import SEARCH_FILES
from generators.site.manifest import Manifest
from generators.site.papers import FOLDER as DOWNLOADS
from generators.site.views.not_found import NAME as NOT_FOUND
from zerenku.build.books import read_returns
from zerenku.build.keep import Keep
from zerenku.build.making import Making, Wishes
from zerenku.build.program import program_digest
from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.finding import Finding
from zerenku.store.atomic import changed_folder, checked_goal, fresh_folder, names_in
from zerenku.store.parallel import unhurried_collector
from zerenku.store.workspace import Loaded

if TYPE_CHECKING:
    from zerenku.coverage.attached import Originals


INDEX: Final = Path(".zerenku", "index")
"""Where `search.index` keeps its own."""


@dataclass(frozen=True, slots=True)
class Built:
    """Where everything lies, and how much of it there is; `written` are the files of the site that this build wrote.

    `indexed` is False when the server's index was left to the next question, which brings it up to date. `findings` are
    what is wrong with returned tables.
    """

    site: Path
    index: Path
    browser_index: Path
    papers: tuple[Path, ...]
    plans: int
    duties: int
    pages: int
    written: tuple[str, ...] = ()
    indexed: bool = True
    findings: tuple[Finding, ...] = ()


@unhurried_collector()
def build_workspace(  # noqa: PLR0913 - each is a wish of its own
    loaded: Loaded,
    *,
    site: Path,
    clean: bool = False,
    originals: Originals | None = None,
    site_url: str = "",
    jobs: int = 1,
    papers: bool = True,
    pages_only: bool = False,
    server_index: bool = True,
    announce: Callable[[str, int], Callable[[], None]] = lambda _label, _total: lambda: None,
) -> Built:
    """Build all outputs; ContentBroken when the content has errors, and then nothing is touched.

    `originals` are gaps and words of the plans that were compared with an original; pages show both. `jobs` processes
    share the work; the bytes are the same for any number. `clean` uses nothing of an earlier build, `pages_only` leaves
    papers and search for the next one. `server_index` False leaves the index of `zerenku search` to the next question.
    `announce` gets a label and how many tasks come, and gives what to call after each. `site_url` is where the site
    will be published, with a slash at its end: feed, list of pages and codes on paper are made only with it.

    SourceUnreadable for a return that is no readable table.
    """
    catalogue = loaded.sealed()
    returned = read_returns(loaded.root, catalogue.plans, loaded.shelf)
    goal = checked_goal(site)
    keep = Keep(loaded.root, goal)
    # Everything may hang on the address: a site for another one is built anew.
    program = (loaded.shelf.program or program_digest()) + site_url
    before = None if clean else keep.read(program)

    def write_index() -> None:
        from search.index import ensure_index  # noqa: PLC0415 - loads its engine, which few builds need

        # The index of what was saved meanwhile is left to the next build or question: it would be taken for its index.
        if server_index and loaded.is_current():
            ensure_index(loaded.root, catalogue, clean=clean)

    wishes = Wishes(
        jobs=jobs, papers=papers, pages_only=pages_only, originals=originals, site_url=site_url,
        index=write_index, announce=announce,
    )  # fmt: skip
    folder = fresh_folder(goal) if before is None else changed_folder(goal)
    with folder as stage:
        after = Making(loaded, returned, stage, keep.search, before, program, wishes).make()
        written = tuple(names_in(stage))
        if before is None or written or set(after.everything()) != set(before.everything()):
            keep.forget()
    if before is not None:
        _sweep(goal, set(before.everything()) - set(after.everything()))
    if after != before:
        keep.write(after, written)
    return replace(
        _told(after, catalogue, site=site, index=loaded.root / INDEX),
        written=written,
        indexed=before is None and server_index and loaded.is_current(),
        findings=tuple(finding for found in returned.values() for finding in found.findings),
    )


def _told(made: Manifest, catalogue: Catalogue, *, site: Path, index: Path) -> Built:
    """What lies where after a build."""
    return Built(
        site=site,
        index=index,
        browser_index=(site / SEARCH_FILES[0]).parent,
        papers=tuple(site / name for name in made.files if name.startswith(f"{DOWNLOADS}/")),
        plans=len(catalogue.plans),
        duties=len(catalogue.duties),
        pages=sum(1 for name in made.everything() if name.endswith(".html") and name != NOT_FOUND),
    )


def _sweep(goal: Path, gone: set[str]) -> None:
    """Take away files that the site no longer has, and folders that they leave empty."""
    for name in sorted(gone):
        path = goal / name
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == goal or any(folder.iterdir()):
                break
            folder.rmdir()
