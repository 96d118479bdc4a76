"""What an earlier run read is used again as long as all that it hangs on is the same, and is never needed."""

import os
import shutil
from pathlib import Path

import pytest

from tests.support import CARET, clause, plan, sources, write
from zerenku.store.kept import FOLDER, Kept
from zerenku.store.shelf import Shelf
from zerenku.store.workspace import Loaded, load

PLAN = "content/plans/liutang-2030.yml"
LED = clause("assignments: [{certainty: lead, lead: [镇政府]}]")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, sources(plan(), plan(LED, id="sangyuan-2030", place="sangyuan", issuers="[镇政府]")))
    return tmp_path


def read(root: Path, *, program: str = "甲", anew: bool = False, jobs: int = 1) -> Loaded:
    return load(root, shelf=Shelf(Kept(root, program, anew=anew)), jobs=jobs)


def same(one: Loaded, other: Loaded) -> bool:
    found, there = one.sealed(), other.sealed()
    return (one.sources, one.findings) == (other.sources, other.findings) and (
        (found.plans, found.clauses, found.reporting) == (there.plans, there.clauses, there.reporting)
    )


@pytest.fixture
def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("zerenku.store.reading.plain_yaml", refuse)


def test_what_was_read_once_is_not_read_again(root: Path, request: pytest.FixtureRequest) -> None:
    first = read(root)
    request.getfixturevalue("no_reading")
    again = read(root)
    assert same(first, again)
    assert [item.marks for item in again.plans] == [item.marks for item in first.plans]
    department = again.sealed().duties[-1].assignments[0].lead[0]
    assert department is again.sealed().registers.departments.get(department.id)


@pytest.mark.parametrize("name", [PLAN, "content/registers/departments.yml"])
def test_other_bytes_are_read(root: Path, name: str) -> None:
    """Of a file as long and as old as before, too."""
    assert read(root).errors == ()
    path = root / name
    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("镇政府", "镇政俯"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert {item.rule for item in read(root).errors} & {"unknown-department", "unknown-party"}


@pytest.mark.parametrize("how", [{"program": "乙"}, {"anew": True}])
def test_another_program_reads_everything(root: Path, request: pytest.FixtureRequest, how: dict[str, object]) -> None:
    read(root)
    request.getfixturevalue("no_reading")
    with pytest.raises(AssertionError):
        read(root, **how)  # type: ignore[arg-type]


@pytest.mark.parametrize("damage", [b"", b"\x00" * 99, None])
def test_damage_is_made_good(root: Path, damage: bytes | None) -> None:
    first = read(root)
    for path in (root / FOLDER).iterdir():
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2] if damage is None else damage)
    assert same(first, read(root))
    assert same(first, read(root))


def test_plans_that_are_gone_are_not_kept(root: Path) -> None:
    read(root)
    assert sorted(path.name for path in (root / FOLDER).iterdir()) == [
        *("liutang-2030.plan", "registers", "sangyuan-2030.plan"),
    ]
    (root / PLAN).unlink()
    assert [item.id for item in read(root).sealed().plans] == ["sangyuan-2030"]
    assert sorted(path.name for path in (root / FOLDER).iterdir()) == ["registers", "sangyuan-2030.plan"]


def test_flaws_are_told_again(root: Path) -> None:
    text = (root / PLAN).read_text(encoding="utf-8")
    (root / PLAN).write_text(text.replace("镇政府", "镇政俯"), encoding="utf-8")
    first, again = read(root), read(root)
    assert first.errors
    assert first.findings == again.findings


def test_several_processes_read_and_keep_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zerenku.store.plans.BATCH", 1)
    first = read(root, jobs=2)
    kept = {path.name: path.read_bytes() for path in (root / FOLDER).iterdir()}
    shutil.rmtree(root / FOLDER)
    assert same(first, read(root))
    assert {path.name: path.read_bytes() for path in (root / FOLDER).iterdir()} == kept


def test_a_folder_that_cannot_be_written_does_no_harm(root: Path) -> None:
    (root / FOLDER.parent).mkdir(exist_ok=True)
    (root / FOLDER).write_text(CARET, encoding="utf-8")
    assert read(root).sealed().plans
