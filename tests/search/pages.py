"""The browser's search on a page of its own, opened from the disk under the strictest policy that it must bear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from search.browser import CLIENT, FOLDER

POLICY = "default-src 'none'; script-src 'self'"
PAGE = f"""<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">
<script src="{CLIENT}"></script>"""


@dataclass
class SearchPage:
    """A page that holds nothing but the client; `asked` are the shards that it loaded, in order."""

    page: Page
    asked: list[str] = field(default_factory=list)

    def ask(self, query: str, **options: Any) -> dict[str, Any]:
        """What the client answers, with 100 hits where `limit` says nothing else."""
        given = {"limit": 100, **options}
        found: dict[str, Any] = self.page.evaluate(
            "async ([query, options]) => { const found = await zerenku.search.ask(query, options);"
            " return {...found, clauses: Array.from(found.clauses)}; }",
            [query, given],
        )
        return found


def lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a site, and a page that holds nothing but the client."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folder / "page.html").write_text(PAGE, encoding="utf-8")


def open_anew(page: Page, folder: Path) -> None:
    """Open what `lay_out` wrote, with nothing loaded but the client and the root."""
    page.goto((folder / "page.html").as_uri())
    page.evaluate("folder => zerenku.store.settle(folder)", FOLDER)


def search_page(browser: Browser, folder: Path, files: Mapping[str, bytes]) -> SearchPage:
    """A page over the files of a site; anything it complains of, or asks for elsewhere, is an error at once."""
    lay_out(folder, files)
    opened = SearchPage(browser.new_page())
    problems: list[str] = []
    opened.page.on("pageerror", lambda error: problems.append(str(error)))
    opened.page.on("console", lambda message: problems.append(message.text))
    opened.page.on("request", lambda request: problems.extend([] if request.url.startswith("file:") else [request.url]))
    opened.page.on("request", lambda request: opened.asked.append(Path(request.url).stem))
    open_anew(opened.page, folder)
    assert problems == []
    opened.asked.clear()
    return opened
