"""The repository's own site, built once and opened from file://; every page is watched for requests and errors."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
)

from generators.calendar.listing import calendars
from generators.site.build import build_site
from search.browser import browser_files
from tests.repository import ROOT
from zerenku.build.books import read_returns, returned_books
from zerenku.build.offers import SUFFIXES, OfferWriter
from zerenku.build.samples import sample_papers
from zerenku.catalogue.takeaway import data_name
from zerenku.store.workspace import load

LOCAL = ("file:", "data:", "blob:")
DESKTOP = (1440, 900)
PHONE = (390, 844)
PAGES = {
    "home": "index",
    "plans": "plans/index",
    "plan": "plans/haimen-2023",
    "departments": "departments/index",
    "department": "departments/haimen-yingji",
    "owners": "owners/index",
    "duties": "duties",
    "deadlines": "deadlines",
    "enterprises": "enterprises/index",
    "enterprise": "enterprises/qiye",
    "papers": "documents/index",
    "standards": "standards",
    "topics": "topics/index",
    "topic": "topics/yinhuan-paicha",
    "comparisons": "compare/index",
    "comparison": "compare/yinhuan-paicha",
    "terms": "terms",
    "about": "about",
    "guide": "guide",
    "coverage": "about/coverage/index",
}
"""One page of each kind, by what the kind is called."""


@dataclass
class Watch:
    """What a page asked for from elsewhere, and what it complained of."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def on(self, page: Page) -> Page:
        """Listen to a page from its first request."""
        page.on("request", self._asked)
        page.on("requestfailed", self._failed)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(LOCAL):
            self.requests.append(request.url)

    def _failed(self, request: Request) -> None:
        # A file that is taken away is no page: the browser gives up showing it, and saves it.
        # Its sign in the tab may still be on its way when a page is closed.
        given_up = re.search(r"/(?:downloads|calendars|data)/[^/]+$|/favicon\.svg$", request.url)
        if not given_up or request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of content/, with its search, papers and whatever else may be taken away."""
    catalogue = load(ROOT).sealed()
    out = tmp_path_factory.mktemp("site")
    search = browser_files(catalogue)
    writer = OfferWriter(catalogue)
    data = [data_name(plan.id, suffix) for plan in catalogue.plans for suffix in SUFFIXES]
    offers = {name: writer.file(name) for name in (*calendars(catalogue), *data)}
    papers = sample_papers(catalogue, ROOT)
    build_site(
        catalogue,
        out=out,
        assets={**search, **offers},
        config_file=ROOT / "mkdocs.yml",
        papers=papers,
        books=returned_books(read_returns(ROOT, catalogue.plans)),
    )
    return out


@pytest.fixture
def open_page(browser: Browser, site: Path) -> Iterator[Callable[..., Page]]:
    """`open_page("plans/x", size=PHONE, today="2024-05-20")`; afterwards nothing was fetched and nothing complained."""
    watch = Watch()
    contexts: list[BrowserContext] = []

    def open_at(
        name: str, *, size: tuple[int, int] = DESKTOP, today: str = "", query: str = "", scripts: bool = True
    ) -> Page:
        viewport = ViewportSize(width=size[0], height=size[1])
        context = browser.new_context(viewport=viewport, locale="zh-CN", java_script_enabled=scripts)
        contexts.append(context)
        page = watch.on(context.new_page())
        if today:
            page.clock.set_fixed_time(f"{today}T09:00:00")
        page.goto((site / f"{name}.html").as_uri() + query)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert watch.requests == []
    assert watch.complaints == []


@pytest.fixture
def pictures() -> Path:
    """Where pictures go: the folder named by ZERENKU_SCREENSHOTS, else build/screenshots, which is never committed."""
    folder = Path(os.environ.get("ZERENKU_SCREENSHOTS") or ROOT / "build/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
