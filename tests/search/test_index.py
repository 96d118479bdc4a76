from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from search.document import dump_document, load_document
from search.engine import IndexBroken
from search.engines import ENGINES
from search.index import CURRENT, FOLDER, ensure_index, fingerprint, open_searcher, write_index
from search.lexicon import Lexicon
from search.schema import documents
from zerenku.catalogue.catalogue import Catalogue
from zerenku.errors import OutputRefused

BUILD = """
import sys
from pathlib import Path
from search.index import ensure_index
from zerenku.store.workspace import load
root = Path(sys.argv[1])
ensure_index(root, load(root).sealed())
"""


# Dies where it is told to, as if by kill -9.
KILLED = """
import os, signal, sys
from pathlib import Path
import search.index
from zerenku.store.workspace import load
root = Path(sys.argv[1])
setattr(search.index, sys.argv[2], lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))
search.index.write_index(root, load(root).sealed(), mark="1" * 64)
"""


# Asks an index of which one file after another is damaged without growing or shrinking; prints how often that showed.
DAMAGED = """
import sys
from pathlib import Path
import search.index
from search.engine import IndexBroken
from zerenku.store.workspace import load
root = Path(sys.argv[1])
search.index.SMALL = 0
folder = search.index.write_index(root, load(root).sealed(), mark="1" * 64, engine=sys.argv[2])
told = 0
for path in sorted(item for item in folder.rglob("engine/**/*") if item.is_file()):
    content = path.read_bytes()
    for step in (7, 101):
        path.write_bytes(bytes(byte ^ 255 if at % step == 1 else byte for at, byte in enumerate(content)))
        try:
            search.index.open_searcher(root, mark="1" * 64).search("木粉尘收集装置谁负责")
        except IndexBroken:
            told += 1
    path.write_bytes(content)
assert search.index.open_searcher(root, mark="1" * 64).search("木粉尘").total == 2
print(told)
"""


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_documents_survive_their_json(catalogue: Catalogue) -> None:
    found = documents(catalogue)
    assert tuple(load_document(dump_document(item)) for item in found) == found
    assert [item.order for item in found] == list(range(len(catalogue.clauses)))


def test_two_builds_give_the_same_bytes(workspace: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "copy"
    shutil.copytree(workspace, other)
    built = []
    for root, seed, zone, mask in ((workspace, "1", "UTC", 0o022), (other, "77", "Asia/Tokyo", 0o077)):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONUTF8": "1"}
        subprocess.run([sys.executable, "-c", BUILD, str(root)], check=True, env=environment, umask=mask, timeout=60)
        index = root / FOLDER
        modes = {path.relative_to(index).as_posix(): path.stat().st_mode for path in sorted(index.rglob("*"))}
        built.append((tree(index), modes))
    assert built[0] == built[1]
    assert len(built[0][0]) > 5


def test_a_current_index_is_left_alone(workspace: Path, catalogue: Catalogue) -> None:
    folder = ensure_index(workspace, catalogue)
    before = {path: path.stat().st_ino for path in folder.rglob("*")}
    assert ensure_index(workspace, catalogue) == folder
    assert {path: path.stat().st_ino for path in folder.rglob("*")} == before
    ensure_index(workspace, catalogue, clean=True)
    assert {path: path.stat().st_ino for path in folder.rglob("*")} != before


def test_a_changed_source_makes_it_stale(workspace: Path, catalogue: Catalogue) -> None:
    ensure_index(workspace, catalogue)
    old = fingerprint(workspace)
    plan = workspace / "content" / "plans" / "liutang-2031.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("充电棚", "充电站"), encoding="utf-8")
    assert fingerprint(workspace) != old
    with pytest.raises(IndexBroken, match="内容已改动") as stale:
        open_searcher(workspace, mark=fingerprint(workspace))
    assert not stale.value.damaged


@pytest.mark.parametrize("name", ["meta.json", "lexicon.json", "engine/_clauses_1.toc"])
@pytest.mark.parametrize("damage", [b"", b"\x00\xff garbage", None], ids=["empty", "garbage", "missing"])
def test_damage_is_seen_and_mended(workspace: Path, catalogue: Catalogue, name: str, damage: bytes | None) -> None:
    folder = ensure_index(workspace, catalogue)
    generation = folder / (folder / CURRENT).read_text(encoding="ascii").strip()
    victim = generation / name
    victim.unlink() if damage is None else victim.write_bytes(damage)
    mark = fingerprint(workspace)
    with pytest.raises(IndexBroken) as broken:
        open_searcher(workspace, mark=mark)
    assert broken.value.damaged or damage is None
    ensure_index(workspace, catalogue)
    mended = open_searcher(workspace, mark=mark)
    assert mended.search("木粉尘").total == 2
    mended.reader.close()


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_damage_in_the_midst_of_a_large_file_is_told(workspace: Path, engine: str) -> None:
    """Of large files only the size is compared; whatever a library makes of the rest, nothing else comes through."""
    command = [sys.executable, "-c", DAMAGED, str(workspace), engine]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 5


def test_a_lexicon_that_was_tampered_with(workspace: Path, catalogue: Catalogue) -> None:
    folder = write_index(workspace, catalogue, mark="0" * 64)
    path = folder / ("0" * 16) / "lexicon.json"
    path.write_text(path.read_text(encoding="utf-8").replace("木粉尘", "铝粉尘"), encoding="utf-8")
    with pytest.raises(IndexBroken, match="文件损坏"):
        open_searcher(workspace, mark="0" * 64)


def test_older_generations_are_swept_out(workspace: Path, catalogue: Catalogue) -> None:
    write_index(workspace, catalogue, mark="0" * 64)
    write_index(workspace, catalogue, mark="1" * 64)
    assert sorted(path.name for path in (workspace / FOLDER).iterdir()) == ["1" * 16, CURRENT]


@pytest.mark.parametrize("point", ["_stock", "_put_in_force", "_set_aside", "_others"])
def test_a_writer_that_is_killed_leaves_a_whole_index(workspace: Path, catalogue: Catalogue, point: str) -> None:
    write_index(workspace, catalogue, mark="0" * 64)
    reading = open_searcher(workspace, mark="0" * 64)
    done = subprocess.run([sys.executable, "-c", KILLED, str(workspace), point], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    named = (workspace / FOLDER / CURRENT).read_text(encoding="ascii")[0]
    assert named == ("1" if point == "_others" else "0")
    assert reading.search("木粉尘").total == 2
    reading.reader.close()
    for mark in (named * 64, "2" * 64):
        if mark[0] == "2":
            write_index(workspace, catalogue, mark=mark)
        opened = open_searcher(workspace, mark=mark)
        assert opened.search("木粉尘").total == 2
        opened.reader.close()


def test_what_dead_writers_left_is_swept_out_in_time(workspace: Path, catalogue: Catalogue) -> None:
    write_index(workspace, catalogue, mark="0" * 64)
    left, fresh = (workspace / FOLDER / name for name in (".new-left", ".new-fresh"))
    for path in (left, fresh):
        (path / "engine").mkdir(parents=True)
    os.utime(left, (0, 0))
    write_index(workspace, catalogue, mark="1" * 64)
    assert sorted(path.name for path in (workspace / FOLDER).iterdir()) == [".new-fresh", "1" * 16, CURRENT]


def test_what_another_writer_takes_away_meanwhile_is_no_failure(
    workspace: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = workspace / FOLDER / ".new-gone"
    gone.mkdir(parents=True)
    is_dir = Path.is_dir

    def vanishing(path: Path) -> bool:
        found = is_dir(path)
        if path == gone and found:
            gone.rmdir()
        return found

    monkeypatch.setattr(Path, "is_dir", vanishing)
    write_index(workspace, catalogue, mark="1" * 64)
    assert sorted(path.name for path in (workspace / FOLDER).iterdir()) == ["1" * 16, CURRENT]


def test_an_index_that_is_replaced_while_it_is_opened(
    workspace: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Head and files are of two generations then; at the second glance they are of one."""
    write_index(workspace, catalogue, mark="0" * 64)
    load_lexicon = Lexicon.load

    def replacing(text: str) -> Lexicon:
        monkeypatch.undo()
        write_index(workspace, catalogue, mark="0" * 64, engine="tantivy")
        return load_lexicon(text)

    monkeypatch.setattr("search.index.Lexicon.load", replacing)
    opened = open_searcher(workspace, mark="0" * 64)
    assert opened.reader.engine == "tantivy"
    assert opened.search("木粉尘").total == 2
    opened.reader.close()


def test_a_reader_keeps_its_generation(workspace: Path, catalogue: Catalogue) -> None:
    write_index(workspace, catalogue, mark="0" * 64)
    reading = open_searcher(workspace, mark="0" * 64)
    write_index(workspace, catalogue, mark="1" * 64)
    assert reading.search("木粉尘").total == 2
    reading.reader.close()


def test_a_failed_build_leaves_the_old_index(
    workspace: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_index(workspace, catalogue, mark="0" * 64)
    before = tree(workspace / FOLDER)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "磁盘已满")

    monkeypatch.setattr("search.engines.whoosh.WhooshEngine.write", fail)
    with pytest.raises(OutputRefused, match="磁盘已满"):
        write_index(workspace, catalogue, mark="1" * 64)
    assert tree(workspace / FOLDER) == before


def test_a_place_that_cannot_be_written(workspace: Path, catalogue: Catalogue) -> None:
    (workspace / ".zerenku").write_text("", encoding="utf-8")
    with pytest.raises(OutputRefused):
        write_index(workspace, catalogue, mark="0" * 64)


def test_many_processes_at_once(workspace: Path) -> None:
    """Whoever comes first to a workspace without an index builds it; everybody gets the answer."""
    program = "from zerenku.cli import main; main()"
    command = [sys.executable, "-c", program, "-C", str(workspace), "who", "木粉尘收集装置"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    for process in running:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err.decode("utf-8")
        assert "牵头：青禾县应急管理局" in out.decode("utf-8")
    names = sorted(path.name for path in (workspace / FOLDER).iterdir())
    assert names == sorted([fingerprint(workspace)[:16], CURRENT])
