"""What an earlier run read is used again as long as all that it hangs on is the same, and is never needed."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import CARET, clause, plan, sources, write
from zerenku.store.kept import FOLDER, Kept
from zerenku.store.plans import drawer_of
from zerenku.store.shelf import Shelf
from zerenku.store.workspace import Loaded, load
from zerenku.store.yaml_plain import plain_yaml

PLAN = "content/plans/liutang-2030.yml"
LED = clause("assignments: [{certainty: lead, lead: [镇政府]}]")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, sources(plan(), plan(LED, id="sangyuan-2030", place="sangyuan", issuers="[镇政府]")))
    return tmp_path


def only_of(*names: str) -> Callable[..., object]:
    """Reads YAML of no other files than these."""

    def read_these(text: str, *, file: str) -> object:
        assert file in names or "/registers/" in file
        return plain_yaml(text, file=file)

    return read_these


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
    gone, left = drawer_of("liutang-2030.yml"), drawer_of("sangyuan-2030.yml")
    assert {path.name for path in (root / FOLDER).iterdir()} == {gone, left, "registers"}
    (root / PLAN).unlink()
    assert [item.id for item in read(root).sealed().plans] == ["sangyuan-2030"]
    assert {path.name for path in (root / FOLDER).iterdir()} == {left, "registers"}


def test_of_a_plan_that_is_gone_nothing_is_kept_beside_others(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zerenku.store.plans.DRAWERS", 1)
    read(root)
    drawer = root / FOLDER / drawer_of("liutang-2030.yml")
    assert b"liutang-2030" in drawer.read_bytes()
    (root / PLAN).unlink()
    assert [item.id for item in read(root).sealed().plans] == ["sangyuan-2030"]
    assert b"liutang-2030" not in drawer.read_bytes()


@pytest.mark.parametrize("jobs", [1, 2])
def test_beside_an_edited_plan_others_are_not_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    for name in ("DRAWERS", "FEW"):
        monkeypatch.setattr(f"zerenku.store.plans.{name}", 1)
    before = read(root)
    path = root / PLAN
    path.write_text(path.read_text(encoding="utf-8").replace("每日", "每天"), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("zerenku.store.reading.plain_yaml", only_of(PLAN))
        after = read(root, jobs=jobs)
    assert (before.plans[0], before.plans[1]) != (after.plans[0], after.plans[1])
    assert before.plans[1] == after.plans[1]
    monkeypatch.setattr("zerenku.store.reading.plain_yaml", only_of())
    assert same(after, read(root))


def test_in_memory_only_what_was_edited_is_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zerenku.store.plans.DRAWERS", 1)
    shelf = Shelf(Kept(root, "甲"))
    before = load(root, shelf=shelf)
    path = root / PLAN
    path.write_text(path.read_text(encoding="utf-8").replace("每日巡查", "每天都要巡查"), encoding="utf-8")
    monkeypatch.setattr("zerenku.store.reading.plain_yaml", only_of(PLAN))
    after = load(root, shelf=shelf)
    assert after.plans[1] is before.plans[1]
    assert after.plans[0] != before.plans[0]
    assert same(after, read(root)), "kept are the new one and the other"


def test_flaws_are_told_again(root: Path) -> None:
    text = (root / PLAN).read_text(encoding="utf-8")
    (root / PLAN).write_text(text.replace("镇政府", "镇政俯"), encoding="utf-8")
    first, again = read(root), read(root)
    assert first.errors
    assert first.findings == again.findings


def test_several_processes_read_and_keep_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zerenku.store.plans.FEW", 1)
    first = read(root, jobs=2)
    kept = {path.name: path.read_bytes() for path in (root / FOLDER).iterdir()}
    shutil.rmtree(root / FOLDER)
    assert same(first, read(root))
    assert {path.name: path.read_bytes() for path in (root / FOLDER).iterdir()} == kept


def test_a_folder_that_cannot_be_written_does_no_harm(root: Path) -> None:
    (root / FOLDER.parent).mkdir(exist_ok=True)
    (root / FOLDER).write_text(CARET, encoding="utf-8")
    assert read(root).sealed().plans
