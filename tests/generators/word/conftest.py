"""One run of LibreOffice for all that is measured."""

import pytest

from generators.word.writer import write_docx
from tests.generators.word import papers
from tests.generators.word.measured import Page, measure


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """The invented papers as LibreOffice sets them."""
    made = {"notice": papers.notice(), "dense": papers.dense(), "joint": papers.joint()}
    folder = tmp_path_factory.mktemp("papers")
    return measure({paper: write_docx(document) for paper, document in made.items()}, folder)
