"""One run of LibreOffice for all that is measured."""

import pytest

from generators.word.writer import write_docx
from tests.generators.word import papers
from tests.generators.word.measured import Page, measure


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """The invented papers as LibreOffice sets them."""
    folder = tmp_path_factory.mktemp("papers")
    return measure({paper: write_docx(make()) for paper, make in papers.PAPERS.items()}, folder)
