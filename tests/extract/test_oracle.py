"""Automatic numbers and reading order, against LibreOffice's text export of the same documents."""

from pathlib import Path

import pytest

from tests.extract.conversion import convert
from tests.extract.oracle_cases import CASES
from zerenku.extract import extract


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return convert(CASES, "txt:Text", tmp_path_factory.mktemp("oracle"))


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", CASES)
def test_reads_as_libreoffice_does(name: str, exported: dict[str, Path]) -> None:
    """Blanks apart: LibreOffice indents numbers, and we join the cells of a row."""
    said = [bare(line) for line in exported[name].read_text(encoding="utf-8-sig").splitlines()]
    read = extract(exported[name].with_suffix(".docx")).lines
    ours = [bare(part) for line in read for part in line.text.split("\t" if line.kind == "row" else "\n")]
    while said and not said[-1]:
        said.pop()
    assert ours == said
