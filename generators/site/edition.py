"""All pages of the site in order, with the files handed in beside them: what one build publishes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from generators.site.pages import Sheaf, SitePage, unfolded
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
Parts = Iterable[SitePage | Sheaf]
VIEWS: Final[tuple[Callable[[Catalogue], Parts], ...]] = (
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
ASKING_WHEN: Final = frozenset({home_pages, department_pages, enterprise_pages})


@dataclass(frozen=True, slots=True)
class View:
    """A part of the site: what gives its pages, and whether that asks the catalogue what falls due when."""

    parts: Callable[[], Parts]
    asks_when: bool = False


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
        pages = tuple(unfolded(self.parts()))
        check_places(page.file for page in pages)
        return pages

    def parts(self) -> tuple[SitePage | Sheaf, ...]:
        """Every page, alone or in a sheaf, in the order of the site."""
        return tuple(part for view in self.views() for part in view.parts())

    def views(self) -> tuple[View, ...]:
        """The site part by part, in its order; each gives its pages whether or not others are asked."""
        catalogue = self.catalogue
        return (
            *(View(partial(view, catalogue), view in ASKING_WHEN) for view in VIEWS),
            View(lambda: calendar_pages(catalogue, returned_of(catalogue, self.books)), asks_when=True),
            View(partial(paper_pages, catalogue, self.papers)),
            View(partial(coverage_pages, catalogue, self.coverage)),
            View(partial(progress_pages, catalogue, self.books)),
        )


def check_places(files: Iterable[str]) -> None:
    """ValueError when two of these pages would lie at one place."""
    twice = sorted(name for name, count in Counter(files).items() if count > 1)
    if twice:
        raise ValueError(f"两个页面同名：{'、'.join(twice)}")
