from __future__ import annotations

from pathlib import Path

import pytest

from search.engine import IndexBroken
from search.engines import ENGINES, engine_named
from search.engines.records import OFFSETS, RECORDS, Records, kept_by_number
from search.schema import documents
from zerenku.catalogue.catalogue import Catalogue


def test_documents_are_found_by_number(catalogue: Catalogue, tmp_path: Path) -> None:
    found = documents(catalogue)
    assert tuple(kept_by_number(found, tmp_path)) == found
    records = Records(tmp_path)
    assert len(records) == len(found)
    assert tuple(records[number] for number in reversed(range(len(found)))) == found[::-1]
    (tmp_path / RECORDS).unlink()
    assert records[0] == found[0]
    records.close()


def test_no_documents(tmp_path: Path) -> None:
    assert not tuple(kept_by_number((), tmp_path))
    records = Records(tmp_path)
    assert len(records) == 0
    records.close()


def test_a_large_index_keeps_what_was_read_last(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tuple(kept_by_number(documents(catalogue), tmp_path))
    small = Records(tmp_path)
    monkeypatch.setattr("search.engines.records.SMALL", 3)
    monkeypatch.setattr("search.engines.records.LAST", 2)
    large = Records(tmp_path)
    for records, kept in ((small, 4), (large, 2)):
        first = [records.kept(number) for number in range(4)]
        again = [records.kept(number) for number in reversed(range(4))]
        assert again == first[::-1]
        assert sum(one is other for one, other in zip(first, reversed(again), strict=True)) == kept
        records.close()


@pytest.mark.parametrize("name", [RECORDS, OFFSETS])
@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_records_that_are_missing(catalogue: Catalogue, tmp_path: Path, engine: str, name: str) -> None:
    chosen = engine_named(engine)
    chosen.write(documents(catalogue), tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(IndexBroken):
        chosen.read(tmp_path)


def test_records_that_are_cut_short(catalogue: Catalogue, tmp_path: Path) -> None:
    tuple(kept_by_number(documents(catalogue), tmp_path))
    path = tmp_path / RECORDS
    path.write_bytes(path.read_bytes()[:-20])
    records = Records(tmp_path)
    with pytest.raises((EOFError, ValueError)):
        records[len(records) - 1]
    records.close()
