"""The catalogue of the repository's own content/, loaded once for these tests."""

import pytest

from tests.repository import ROOT
from zerenku.catalogue.catalogue import Catalogue
from zerenku.store.workspace import load


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load(ROOT).sealed()
