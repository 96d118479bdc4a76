import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from zerenku.errors import OutputRefused
from zerenku.store.atomic import MARKER, fresh_folder, names_in, write_file


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# -------------------------------------------------------------------------------------------------------- one file


def test_file_has_the_same_mode_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    write_file(tmp_path / "通知.docx", b"PK")
    assert tree(tmp_path) == {"通知.docx": b"PK"}
    assert mode(tmp_path / "通知.docx") == 0o644


def test_file_is_replaced(tmp_path: Path) -> None:
    for data in (b"first", b"second"):
        write_file(tmp_path / "a.json", data)
    assert tree(tmp_path) == {"a.json": b"second"}


@pytest.mark.parametrize("step", ["chmod", "replace"])
@pytest.mark.parametrize(
    ("error", "seen"), [(OSError(28, "No space"), OutputRefused), (KeyboardInterrupt(), KeyboardInterrupt)]
)
def test_failure_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException, seen: type[BaseException]
) -> None:
    write_file(tmp_path / "a.json", b"old")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, step, fail)
    with pytest.raises(seen):
        write_file(tmp_path / "a.json", b"new")
    assert tree(tmp_path) == {"a.json": b"old"}


@pytest.mark.parametrize("name", ["", "missing/a.json", "pipe"])
def test_goal_that_is_no_place_for_a_file(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OutputRefused, match="不能写入"):
        write_file(tmp_path / name, b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]
    assert (tmp_path / "pipe").is_fifo()


# ----------------------------------------------------------------------------------------------------- whole folders


def test_folder_appears_whole_with_plain_modes(tmp_path: Path, umask: int) -> None:
    goal = tmp_path / "deep" / "site"
    with fresh_folder(goal) as work:
        (work / "plans").mkdir()
        (work / "plans" / "a.html").write_bytes(b"a")
        assert not goal.exists()
    assert tree(goal) == {"plans/a.html": b"a", MARKER: b""}
    assert {mode(path) for path in (goal, goal / "plans")} == {0o755}
    assert {mode(goal / name) for name in tree(goal)} == {0o644}
    assert [path.name for path in goal.parent.iterdir()] == ["site"]


def test_names_of_files_at_any_depth_sorted_without_folders(tmp_path: Path) -> None:
    for name in ("plans/a.html", "plans-1.html", "index.html", "plans/fj/1.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "empty").mkdir()
    assert names_in(tmp_path) == ["index.html", "plans-1.html", "plans/a.html", "plans/fj/1.html"]


def test_own_output_is_replaced_without_remains(tmp_path: Path) -> None:
    for name in ("old.html", "new.html"):
        with fresh_folder(tmp_path / "site") as work:
            (work / name).write_bytes(b"")
    assert sorted(tree(tmp_path)) == [f"site/{MARKER}", "site/new.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_empty_folder_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with fresh_folder(tmp_path / "site") as work:
        (work / "a").write_bytes(b"")
    assert (tmp_path / "site" / "a").is_file()


def refuse(goal: Path) -> str:
    with pytest.raises(OutputRefused) as caught, fresh_folder(goal):
        pytest.fail("the block must not run")
    return str(caught.value)


def test_foreign_folder_is_refused(tmp_path: Path) -> None:
    goal = tmp_path / "site"
    goal.mkdir()
    (goal / "年终总结.docx").write_bytes(b"mine")
    assert "空目录" in refuse(goal)
    assert tree(tmp_path) == {"site/年终总结.docx": b"mine"}


def test_file_and_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    refuse(tmp_path / "file")
    refuse(tmp_path / "link")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "file", "link"]


def test_folder_under_the_users_feet_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    goal = tmp_path / "site"
    (goal / "plans").mkdir(parents=True)
    (goal / MARKER).write_bytes(b"")
    for place in (goal, goal / "plans"):
        monkeypatch.chdir(place)
        assert "上级目录" in refuse(goal)
    assert (goal / "plans").is_dir()


@pytest.mark.parametrize("error", [ValueError("flaw"), KeyboardInterrupt()], ids=repr)
def test_failure_inside_leaves_the_old_folder(tmp_path: Path, error: BaseException) -> None:
    goal = tmp_path / "site"
    with fresh_folder(goal) as work:
        (work / "a").write_bytes(b"old")

    def build() -> None:
        with fresh_folder(goal) as work:
            (work / "a").write_bytes(b"new")
            raise error

    with pytest.raises(type(error)):
        build()
    assert tree(tmp_path) == {"site/a": b"old", f"site/{MARKER}": b""}


def test_failure_of_the_last_step_brings_the_old_folder_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    goal = tmp_path / "site"
    with fresh_folder(goal) as work:
        (work / "a").write_bytes(b"old")
    rename = Path.rename

    def only_forth(self: Path, target: Path) -> Path:
        if ".new." in self.name:
            raise OSError(16, "busy")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", only_forth)
    with pytest.raises(OSError, match="busy"), fresh_folder(goal) as work:
        (work / "a").write_bytes(b"new")
    assert tree(tmp_path) == {"site/a": b"old", f"site/{MARKER}": b""}
