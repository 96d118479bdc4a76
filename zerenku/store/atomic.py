"""Nothing is ever half-written: files and folders are made beside their goal and renamed into place."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from zerenku.errors import OutputRefused

MARKER: Final = ".zerenku-output"


def write_file(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, then rename; OutputRefused when the folder is missing or not writable."""
    if path.is_dir():
        raise OutputRefused(str(path), "这是一个目录，请写文件名")
    if path.exists() and not path.is_file():
        raise OutputRefused(str(path), "这不是普通文件，请换一个文件名")
    if not path.parent.is_dir():
        raise OutputRefused(str(path), "上级目录不存在，请先建好")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise OutputRefused(str(path), "目录不可写") from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise OutputRefused(str(path), "磁盘已满或没有写入权限") from error
        raise


@contextmanager
def fresh_folder(goal: Path) -> Iterator[Path]:
    """A new folder beside `goal` that takes its place when the block ends well, and vanishes when it does not.

    A `goal` that exists is replaced only if it is empty or was made here (it holds the marker file); otherwise
    OutputRefused, so that a mistyped path never deletes a person's files.
    """
    goal = checked_goal(goal)
    work = _work_beside(goal)
    try:
        yield work
        (work / MARKER).write_bytes(b"")
        settle_modes(work)
        _swap(work, goal)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise


@contextmanager
def changed_folder(goal: Path) -> Iterator[Path]:
    """A folder beside `goal`, which exists: when the block ends well its files take their places in `goal` one by one.

    Each is renamed, so no reader sees half a file. OutputRefused as in `fresh_folder`.
    """
    goal = checked_goal(goal)
    work = _work_beside(goal)
    try:
        yield work
        settle_modes(work)
        for path in sorted(work.rglob("*")):
            there = goal / path.relative_to(work)
            if path.is_dir():
                there.mkdir(exist_ok=True)
                there.chmod(0o755)
            else:
                path.replace(there)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def checked_goal(goal: Path) -> Path:
    """The absolute path of an output folder; OutputRefused when it is not ours to write."""
    goal = goal.absolute()
    if goal.is_symlink() or (goal.exists() and not goal.is_dir()):
        raise OutputRefused(str(goal), "已有同名文件，请换一个目录")
    if goal.is_dir() and any(goal.iterdir()) and not (goal / MARKER).is_file():
        raise OutputRefused(str(goal), "目录里有别的文件，请换一个空目录")
    if Path.cwd().is_relative_to(goal.resolve()):
        raise OutputRefused(str(goal), "您正在这个目录里；请先退到上级目录，或换一个目录")
    return goal


def _work_beside(goal: Path) -> Path:
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(dir=goal.parent, prefix=f".{goal.name}.new."))
    except OSError as error:
        raise OutputRefused(str(goal), "目录不可写") from error


def settle_modes(folder: Path) -> None:
    """Files 644 and folders 755 whatever the umask."""
    # By hand, for there are tens of thousands, and nearly all are as they should be.
    _settle(str(folder), 0o755)
    for above, folders, files in os.walk(folder):
        for name in folders:
            _settle(f"{above}/{name}", 0o755)
        for name in files:
            _settle(f"{above}/{name}", 0o644)


def _settle(path: str, mode: int) -> None:
    if stat.S_IMODE(os.stat(path).st_mode) != mode:  # noqa: PTH116 - a Path for each takes five times as long
        os.chmod(path, mode)  # noqa: PTH101


def names_in(folder: Path) -> list[str]:
    """Every file of a folder by its name from there, sorted as text."""
    # Thousands of files: names are put together here, for Path takes longer than asking the system does.
    start = len(str(folder)) + 1
    found = [f"{above}{os.sep}{name}"[start:] for above, _, names in os.walk(folder) for name in names]
    return sorted(name.replace(os.sep, "/") for name in found)


def _swap(work: Path, goal: Path) -> None:
    old = goal.with_name(f".{goal.name}.old.{work.name.rpartition('.')[2]}")
    if goal.exists():
        goal.rename(old)
    try:
        work.rename(goal)
    except OSError:
        if old.exists():
            old.rename(goal)
        raise
    shutil.rmtree(old, ignore_errors=True)
