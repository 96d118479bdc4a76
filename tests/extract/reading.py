"""Shorthands: what a file with these bytes is read as, and what is said of one that is not."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from zerenku.errors import SourceUnreadable
from zerenku.extract import extract
from zerenku.model.outline import LineKind, SourceLine


def source_lines(data: bytes, name: str = "x.docx") -> tuple[SourceLine, ...]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return extract(path).lines


def texts(data: bytes, name: str = "x.docx") -> list[str]:
    """The lines, empty ones left out."""
    return [line.text for line in source_lines(data, name) if line.text.strip()]


def rows(data: bytes, name: str = "x.docx") -> list[str]:
    return [line.text for line in source_lines(data, name) if line.kind is LineKind.ROW]


def notes(data: bytes, name: str = "x.docx") -> list[str]:
    return [line.text for line in source_lines(data, name) if line.kind is LineKind.NOTE]


def reason(data: bytes, name: str = "x.docx") -> str:
    """Why the file is refused: one sentence in Chinese."""
    with pytest.raises(SourceUnreadable) as caught:
        source_lines(data, name)
    said = caught.value.reason
    assert "\n" not in said
    assert any("\u4e00" <= character <= "\u9fff" for character in said)
    return said
