"""An invented workspace, its catalogue, and a searcher over it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from search.index import open_searcher, write_index
from search.searcher import Searcher
from tests.repository import ROOT
from tests.search.web import Client, client_over
from zerenku.catalogue.catalogue import Catalogue
from zerenku.store.workspace import load

INVENTED = Path(__file__).parent / "workspace"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load(INVENTED).sealed()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the invented workspace, without an index."""
    return Path(shutil.copytree(INVENTED, tmp_path / "workspace"))


@pytest.fixture(scope="session")
def searcher(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with searcher_over(catalogue, tmp_path_factory.mktemp("index")) as opened:
        yield opened


@pytest.fixture(scope="session")
def content() -> Catalogue:
    """The product's own catalogue."""
    return load(ROOT).sealed()


@pytest.fixture(scope="session")
def real(content: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with searcher_over(content, tmp_path_factory.mktemp("real")) as opened:
        yield opened


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy that the tests of a module share."""
    return Path(shutil.copytree(INVENTED, tmp_path_factory.mktemp("web") / "workspace"))


@pytest.fixture(scope="module")
def client(root: Path) -> Iterator[Client]:
    """The API over that copy."""
    with client_over(root) as opened:
        yield opened


@contextmanager
def searcher_over(catalogue: Catalogue, root: Path) -> Iterator[Searcher]:
    write_index(root, catalogue, mark="0" * 64)
    opened = open_searcher(root, mark="0" * 64)
    yield opened
    opened.reader.close()
