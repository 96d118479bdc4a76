"""From the first page every other is at most three clicks away, without searching."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.generators.site.site_pages import read_page

CLICKS = 3


def clicks_from_home(site: Path) -> dict[Path, int]:
    """Every page that links lead to, by the fewest clicks."""
    found = {site / "index.html": 0}
    edge = [site / "index.html"]
    while edge:
        near = []
        for path in edge:
            for link in read_page(path).links:
                target = Path(os.path.normpath(path.parent / unquote(urlsplit(link).path or path.name)))
                if target.suffix == ".html" and target.is_file() and target not in found:
                    found[target] = found[path] + 1
                    near.append(target)
        edge = near
    return found


def test_every_page_is_three_clicks_away_at_most(site: Path) -> None:
    clicks = clicks_from_home(site)
    pages = {path for path in site.rglob("*.html") if path.name not in {"404.html", "search.html"}}
    assert {path.relative_to(site).as_posix() for path in pages if clicks.get(path, CLICKS + 1) > CLICKS} == set()
