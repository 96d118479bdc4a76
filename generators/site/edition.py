"""All pages of the site in order, with the files handed in beside them: what one build publishes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from generators.site.pages import SitePage
from generators.site.papers import Paper, PaperRow, rows_by_plan
from generators.site.returning import returned_of
from generators.site.views.compare import compare_pages
from generators.site.views.coverage import coverage_pages
from generators.site.views.department import department_pages
from generators.site.views.duties import duty_pages
from generators.site.views.enterprise import enterprise_pages
from generators.site.views.home import home_pages
from generators.site.views.owners import owner_pages
from generators.site.views.papers import paper_pages
from generators.site.views.plan import plan_pages
from generators.site.views.progress import progress_pages, progress_path
from generators.site.views.search import search_pages
from generators.site.views.standards import standard_pages
from generators.site.views.terms import term_pages
from generators.site.views.time import calendar_pages
from generators.site.views.topics import topic_pages
from zerenku.catalogue.catalogue import Catalogue
from zerenku.returns.book import ReturnBook

if TYPE_CHECKING:
    from zerenku.coverage.compare import Gap

SEARCH_FILES: Final = ("assets/zerenku/search/client.js", "assets/zerenku/search/root.js")
VIEWS: Final[tuple[Callable[[Catalogue], Iterator[SitePage]], ...]] = (
    home_pages,
    search_pages,
    plan_pages,
    department_pages,
    owner_pages,
    duty_pages,
    enterprise_pages,
    standard_pages,
    topic_pages,
    compare_pages,
    term_pages,
)


@dataclass(frozen=True, slots=True)
class Edition:
    """What is published: a sealed catalogue, papers to take away, other files by their name from the root of the site.

    `coverage` holds what comparing plans with their originals found, by plan id; a plan that is not in it was not
    compared, and its row on the page of coverage says so. `books` are the returns, by plan id. `site_url` is where
    the site will be published, with a slash at its end, or empty: then nothing in it depends on that.
    """

    catalogue: Catalogue
    assets: Mapping[str, bytes] = field(default_factory=dict)
    coverage: Mapping[str, tuple[Gap, ...]] | None = None
    papers: tuple[Paper, ...] = ()
    books: Mapping[str, ReturnBook] = field(default_factory=dict)
    site_url: str = ""
    # Asked on thousands of pages of as many papers, and worked out once.
    _rows: Mapping[str, tuple[PaperRow, ...]] = field(init=False, repr=False, compare=False)
    _names: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out what pages ask of papers and of files."""
        progress = (f"{progress_path(plan_id)}.html" for plan_id in ("index", *self.books)) if self.books else ()
        object.__setattr__(self, "_rows", rows_by_plan(self.papers))
        object.__setattr__(self, "_names", frozenset((*self.assets, *(paper.name for paper in self.papers), *progress)))

    @property
    def files(self) -> dict[str, bytes]:
        """Everything that is published beside the pages, by its name from the root of the site."""
        return {**self.assets, **{paper.name: paper.data for paper in self.papers}}

    @property
    def searchable(self) -> bool:
        """True when both files of the search were handed in; otherwise the box says that there is no index."""
        return all(name in self.assets for name in SEARCH_FILES)

    def published(self, name: str) -> bool:
        """Whether a file of that name, from the root of the site, lies beside the pages, or is a page of progress."""
        return name in self._names

    def papers_of(self, plan_id: str) -> tuple[PaperRow, ...]:
        """What there is to take away of one plan, by kind."""
        return self._rows.get(plan_id, ())

    def pages(self) -> tuple[SitePage, ...]:
        """Every page; ValueError when two pages would lie at one place."""
        pages = tuple(page for view in VIEWS for page in view(self.catalogue))
        pages += tuple(calendar_pages(self.catalogue, returned_of(self.catalogue, self.books)))
        pages += (*paper_pages(self.catalogue, self.papers), *coverage_pages(self.catalogue, self.coverage))
        pages += tuple(progress_pages(self.catalogue, self.books))
        twice = sorted(path for path, count in Counter(page.file for page in pages).items() if count > 1)
        if twice:
            raise ValueError(f"两个页面同名：{'、'.join(twice)}")
        return pages
