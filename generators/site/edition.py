"""All pages of the site in order, with the files handed in beside them: what one build publishes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from generators.site.pages import SitePage
from generators.site.views.compare import compare_pages
from generators.site.views.coverage import coverage_pages
from generators.site.views.department import department_pages
from generators.site.views.enterprise import enterprise_pages
from generators.site.views.plan import plan_pages
from generators.site.views.reference import duty_pages, home_pages, standard_pages, term_pages, topic_pages
from generators.site.views.time import deadline_pages
from zerenku.catalogue.catalogue import Catalogue
from zerenku.coverage import Gap

SEARCH_FILES: Final = ("assets/zerenku/search.js", "assets/zerenku/search-index.js")
VIEWS: Final[tuple[Callable[[Catalogue], Iterator[SitePage]], ...]] = (
    home_pages,
    plan_pages,
    department_pages,
    duty_pages,
    deadline_pages,
    enterprise_pages,
    standard_pages,
    topic_pages,
    compare_pages,
    term_pages,
)


KINDS: Final = {"notice": "印发通知样稿"}


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away: its name from the root of the site, and what readers see."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Edition:
    """What is published: a sealed catalogue, and files by their name from the root of the site.

    `coverage` holds what comparing plans with their originals found, by plan id; a plan that is not in it was not
    compared, and its row on the page of coverage says so.
    """

    catalogue: Catalogue
    assets: Mapping[str, bytes] = field(default_factory=dict)
    coverage: Mapping[str, tuple[Gap, ...]] | None = None

    @property
    def searchable(self) -> bool:
        """True when both files of the search were handed in; otherwise the box says that there is no index."""
        return all(name in self.assets for name in SEARCH_FILES)

    def downloads(self, plan_id: str) -> tuple[Download, ...]:
        """Files offered on a plan's page: what was handed in as `downloads/<plan id>-<kind>.<suffix>`, by name."""
        found = (re.fullmatch(rf"downloads/{re.escape(plan_id)}-([a-z][a-z-]*)\.(\w+)", name) for name in self.assets)
        files = (Download(match[0], f"{KINDS.get(match[1], match[1])}（.{match[2]}）") for match in found if match)
        return tuple(sorted(files, key=lambda file: file.name))

    def pages(self) -> tuple[SitePage, ...]:
        """Every page; ValueError when two pages would lie at one place."""
        pages = tuple(page for view in VIEWS for page in view(self.catalogue))
        pages += tuple(coverage_pages(self.catalogue, self.coverage))
        twice = sorted(path for path, count in Counter(page.path for page in pages).items() if count > 1)
        if twice:
            raise ValueError(f"两个页面同名：{'、'.join(twice)}")
        return pages
