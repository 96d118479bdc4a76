"""Many files on several processes: the same results in the same order, whatever becomes of a process."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from tests.cli.papers import NOTICE, notice
from tests.importer.layouts import FOLDER
from zerenku.catalogue.records import read
from zerenku.cli import import_reading
from zerenku.cli.import_reading import FEW, ReadFile, Task, read_file, read_files
from zerenku.extract.reading import extract
from zerenku.importer import plan_text
from zerenku.importer.settle import settle
from zerenku.model.plan import Plan
from zerenku.store.yaml_nodes import parse_yaml
from zerenku.store.yaml_writer import dump_plan
from zerenku.text.normalise import normalise


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    found = [notice(tmp_path / f"{number:02}.txt", 冷库=f"第{number}冷库") for number in range(FEW + 10)]
    found[5].write_bytes(b"")
    return found


class _Broken(Iterator[list[ReadFile]]):
    def __next__(self) -> list[ReadFile]:
        raise BrokenProcessPool


def titles(files: Iterator[ReadFile]) -> list[str]:
    return [file.plans[0].plan.title if file.plans else file.error for file in files]


def test_processes_give_what_one_gives(paths: list[Path]) -> None:
    alone = titles(read_files(paths, Task(), workers=1))
    assert len(set(alone)) == len(paths)
    assert titles(read_files(paths, Task(), workers=2)) == alone


def test_process_that_dies_costs_its_own_file_only(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def pooled(chunks: Sequence[tuple[Path, ...]], task: Task, workers: int) -> Iterator[list[ReadFile]]:
        for number, chunk in enumerate(list(chunks)):
            if number == 1:
                raise BrokenProcessPool
            yield [read_file(path, task) for path in chunk]

    def apart(path: Path, task: Task) -> ReadFile:
        return ReadFile(path, error="终止") if path == paths[10] else read_file(path, task)

    wanted = titles(read_files(paths, Task(), workers=1))
    wanted[10] = "终止"
    monkeypatch.setattr(import_reading, "_pooled", pooled)
    monkeypatch.setattr(import_reading, "_read_apart", apart)
    assert titles(read_files(paths, Task(), workers=2)) == wanted


def test_no_processes_at_all(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def pooled(chunks: Sequence[tuple[Path, ...]], task: Task, workers: int) -> Iterator[list[ReadFile]]:
        return _Broken()

    wanted = titles(read_files(paths, Task(), workers=1))
    monkeypatch.setattr(import_reading, "_pooled", pooled)
    assert titles(read_files(paths, Task(), workers=2)) == wanted


def test_flaw_of_ours_is_said_and_not_hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise TypeError("oops")

    monkeypatch.setattr(import_reading, "import_text", broken)
    said = read_file(notice(tmp_path / "a.txt"), Task()).error
    assert said.startswith(f"{tmp_path / 'a.txt'}：读不下去（TypeError：oops）")
    assert "\n" not in said


def texts() -> list[Path]:
    """The invented layouts; ZERENKU_ORIGINALS may name a folder of real papers to try as well."""
    folders = [FOLDER, *map(Path, filter(None, [os.environ.get("ZERENKU_ORIGINALS")]))]
    return [path for folder in folders for path in sorted(folder.glob("*.txt"))]


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.stem)
def test_sources_hold_every_character_of_their_original(path: Path) -> None:
    plans = [item.plan for item in read_file(path, Task()).plans]
    written = []
    for plan in plans:
        node, findings = parse_yaml(dump_plan(settle(plan, place_name="青禾县")), file="a.yml")
        assert (findings, node is None) == ([], False)
        assert node is not None
        again, findings = read(node, Plan)
        assert findings == []
        assert again is not None
        written.append(plan_text(again))
    assert "".join(written) == normalise(extract(path)).text


def test_lines_of_the_file_are_kept(tmp_path: Path) -> None:
    path = notice(tmp_path / "a.txt", NOTICE.replace("\n", "\n\n"), 逐户检查="其余33件另行处理")
    (plan,) = read_file(path, Task()).plans
    assert [item.line for item in plan.unread] == [21]
