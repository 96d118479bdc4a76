"""One invented workspace, built once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generators.site.build import build_site
from tests.generators.site.site_pages import PageText, read_page
from zerenku.catalogue.catalogue import Catalogue
from zerenku.store.workspace import load

WORKSPACE = Path(__file__).parent / "workspace"
# Stand-ins for what the search writes: the site only copies them.
ASSETS = {
    "assets/zerenku/search.js": b"window.zerenkuSearch = () => ({tier: null, total: 0, hits: []});\n",
    "assets/zerenku/search-index.js": b"window.ZERENKU_INDEX = [];\n",
    "downloads/qinghe-2030-notice.docx": b"paper",
    "downloads/qinghe-2031-notice.docx": b"another",
}


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    loaded = load(WORKSPACE)
    assert not loaded.findings
    return loaded.sealed()


@pytest.fixture(scope="session")
def site(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    build_site(catalogue, out=out, assets=ASSETS)
    return out


@pytest.fixture(scope="session")
def page(site: Path) -> Callable[..., PageText]:
    """`page("plans/qinghe-2030", only="1")`."""

    def read(name: str, *, only: str | None = None) -> PageText:
        return read_page(site / f"{name}.html", only=only)

    return read
