"""What holds for every file of the site: a policy, no style or script of its own, little weight."""

import gzip
import html
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from generators.site.build import build_site
from generators.site.policy import POLICY, policy_with
from search.browser import browser_files
from tests.repository import ROOT
from zerenku.build.books import read_returns, returned_books
from zerenku.build.samples import sample_papers
from zerenku.store.workspace import load

PAGE_LIMIT, MEDIAN_LIMIT, ASSET_LIMIT = 60 * 1024, 25 * 1024, 150 * 1024


@pytest.fixture(scope="module")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    catalogue = load(ROOT).sealed()
    out = tmp_path_factory.mktemp("real")
    build_site(
        catalogue,
        out=out,
        assets=browser_files(catalogue),
        config_file=ROOT / "mkdocs.yml",
        papers=sample_papers(catalogue, ROOT),
        books=returned_books(read_returns(ROOT, catalogue.plans)),
    )
    return out


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.htm*")):
        yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 9))


@pytest.mark.parametrize("which", ["site", "real_site"])
def test_every_page_has_the_policy_and_nothing_that_it_forbids(which: str, request: pytest.FixtureRequest) -> None:
    for name, text in pages(request.getfixturevalue(which)):
        head = text.partition("</head>")[0]
        found = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', head)
        # It binds only what stands after it.
        assert head.index("Content-Security-Policy") < min(
            head.find(tag) % 10**9 for tag in ("<link", "<script", "<style")
        )
        if name == "404.html":
            continue
        assert list(map(html.unescape, found)) == [POLICY], name
        scripts = re.findall(r"<script(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")[^>]*>", text)
        attributes = re.findall(r"<[a-z][^<>]*\s(style|on[a-z]+)=\"", text)
        assert (scripts, attributes, "<style" in text) == ([], [], False), name


def test_the_page_of_wrong_addresses_allows_exactly_its_own_script_and_style(site: Path) -> None:
    text = (site / "404.html").read_text(encoding="utf-8")
    script = text.partition("<script>")[2].partition("</script>")[0]
    style = text.partition("<style>")[2].partition("</style>")[0]
    assert policy_with(script=script, style=style) in text.replace("&#39;", "'")
    assert text.count("<script>") == 1


def test_pages_weigh_little(real_site: Path) -> None:
    weights = {name: packed(text.encode()) for name, text in pages(real_site)}
    assert max(weights.values()) <= PAGE_LIMIT
    assert statistics.median(weights.values()) <= MEDIAN_LIMIT


def test_scripts_and_styles_of_a_page_weigh_little(real_site: Path) -> None:
    loaded = re.compile(r'<(?:script|link)[^>]*(?:src|href)="([^"]+\.(?:css|js))"')
    sizes: dict[Path, int] = {}
    for name, text in pages(real_site):
        files = {(real_site / name).parent.joinpath(file).resolve() for file in loaded.findall(text)}
        for file in files - set(sizes):
            sizes[file] = packed(file.read_bytes())
        assert sum(sizes[file] for file in files) <= ASSET_LIMIT, name


def test_nothing_of_the_themes_own_search_is_shipped(real_site: Path) -> None:
    names = [path.name for path in real_site.rglob("*") if path.is_file()]
    assert not [name for name in names if "lunr" in name or name.endswith(".map") or name == "search_index.json"]
    assert not list(real_site.rglob("workers"))
