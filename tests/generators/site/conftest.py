"""One invented workspace, built once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generators.site.build import build_site
from generators.site.papers import Mark, Paper
from tests.generators.site.site_pages import PageText, read_page
from zerenku.build.books import read_returns, returned_books
from zerenku.catalogue.catalogue import Catalogue
from zerenku.store.workspace import load

WORKSPACE = Path(__file__).parent / "workspace"
# Stand-ins for what the search writes: the site only copies them.
ASSETS = {
    "assets/zerenku/search/client.js": b"var zerenku = {};\n",
    "assets/zerenku/search/root.js": b'zerenkuShard("root",{});\n',
}
PAPERS = (
    Paper(plan="qinghe-2030", kind="notice", data=b"paper", marks=(Mark.EXCERPT,)),
    Paper(plan="qinghe-2030", kind="progress-total", data=b"w" * 1025, about="2030年5月", marks=(Mark.INVENTED,)),
    Paper(plan="qinghe-2030", kind="progress-total", data=b"x", suffix=".xlsx", marks=(Mark.INVENTED,)),
    Paper(plan="qinghe-2031", kind="ledger", data=b"another", marks=(Mark.BLANK,)),
)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    loaded = load(WORKSPACE)
    assert not loaded.findings
    return loaded.sealed()


@pytest.fixture(scope="session")
def site(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    build_site(
        catalogue, out=out, assets=ASSETS, papers=PAPERS, books=returned_books(read_returns(WORKSPACE, catalogue.plans))
    )
    return out


@pytest.fixture(scope="session")
def page(site: Path) -> Callable[..., PageText]:
    """`page("plans/qinghe-2030", only="1")`."""

    def read(name: str, *, only: str | None = None) -> PageText:
        return read_page(site / f"{name}.html", only=only)

    return read
