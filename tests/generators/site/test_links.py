"""Every link leads somewhere inside the folder, and nothing points out of it."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from generators.site.build import build_site
from tests.generators.site.conftest import ASSETS
from tests.generators.site.site_pages import PageText, read_page
from tests.repository import ROOT
from zerenku.store.workspace import load

# Names of XML vocabularies (drawings, workbooks): nothing is ever asked for there.
VOCABULARIES = ("http://www.w3.org/2000/svg", "http://schemas.openxmlformats.org/")


Pages = dict[Path, PageText]


@pytest.fixture(scope="module")
def invented(site: Path) -> Pages:
    return pages_of(site)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The repository's own content with the repository's own mkdocs.yml."""
    out = tmp_path_factory.mktemp("real")
    build_site(load(ROOT).sealed(), out=out, assets=ASSETS, config_file=ROOT / "mkdocs.yml")
    return pages_of(out)


def pages_of(site: Path) -> Pages:
    return {path: read_page(path) for path in sorted(site.rglob("*.html"))}


def broken_links(pages: Pages) -> Iterator[str]:
    site = Path(os.path.commonpath([path.parent for path in pages]))
    for path, page in pages.items():
        for link in page.links:
            problem = _problem(site, path, link, pages)
            if problem:
                yield f"{path.relative_to(site)}: {link} ({problem})"


def _problem(site: Path, path: Path, link: str, pages: Pages) -> str:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return "" if parts.scheme == "data" else "leaves the folder"
    target = Path(os.path.normpath(path.parent / unquote(parts.path))) if parts.path else path
    if not target.is_relative_to(site) or not target.is_file():
        return "no such file"
    if parts.fragment and unquote(parts.fragment) not in pages[target].ids:
        return "no such anchor"
    return ""


@pytest.mark.parametrize("which", ["invented", "real"])
def test_links_resolve(which: str, request: pytest.FixtureRequest) -> None:
    assert list(broken_links(request.getfixturevalue(which))) == []


def test_the_check_itself_sees_a_broken_link(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(
        '<a href="two.html">1</a><a href="#no">2</a><a href="https://a.b/">3</a><a id="yes" href="#yes">4</a>',
        encoding="utf-8",
    )
    assert [line.partition("(")[2] for line in broken_links(pages_of(tmp_path))] == [
        "no such file)",
        "no such anchor)",
        "leaves the folder)",
    ]


@pytest.mark.parametrize("which", ["invented", "real"])
def test_ids_are_unique_on_a_page(which: str, request: pytest.FixtureRequest) -> None:
    pages: Pages = request.getfixturevalue(which)
    for path, page in pages.items():
        assert sorted(page.ids) == sorted(set(page.ids)), path.name


def test_nothing_names_another_origin(site: Path) -> None:
    """Ours entirely; of the theme's own files only the pages are looked at here, the browser tests watch the rest."""
    own = [*site.rglob("*.html"), *(path for path in (site / "assets/zerenku").iterdir() if path.is_file())]
    for path in own:
        found = re.findall(r"https?://[^\s\"'<)]+|//[a-z0-9.-]+\.[a-z]{2,}/", path.read_text(encoding="utf-8"))
        assert [address for address in found if not address.startswith(VOCABULARIES)] == [], path.name


def test_no_page_tells_when_or_where_it_was_built(site: Path) -> None:
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert not {name for name in names if name.startswith("sitemap")}
    assert not {name for name in names if "lunr" in name or name.endswith(".map")}
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert str(site.parent) not in text
        assert str(ROOT) not in text
