"""The same sources give the same bytes: wherever, whenever, on whatever machine they are built."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository import ROOT
from zerenku.build.keep import STAMPS

PROGRESS = re.compile(r"\S+ \d+/\d+")
BIN = Path(sys.executable).parent


def bare_path(folder: Path) -> str:
    """A PATH on which no office program and no browser is found."""
    folder.mkdir()
    for name in ("sh", "env", "uname"):
        found = shutil.which(name)
        assert found is not None
        (folder / name).symlink_to(found)
    return str(folder)


def office_path(folder: Path) -> str:
    """A PATH that begins with an office program; one that a build calls would leave a trace and fail."""
    folder.mkdir()
    for name in ("soffice", "libreoffice", "chromium"):
        (folder / name).write_text(f"#!/bin/sh\necho called >> '{folder}/trace'\nexit 1\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return os.pathsep.join([str(folder), os.environ["PATH"]])


def build(content: Path, workspace: Path, umask: int, **environment: str) -> dict[str, str]:
    """Build a copy of `content` in a process of its own; name → mode and digest of every file made."""
    shutil.copytree(content, workspace / "content")
    done = subprocess.run(
        [BIN / "zerenku", "build"],
        cwd=workspace,
        env={"HOME": str(workspace), **environment},
        umask=umask,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if not PROGRESS.fullmatch(line)] == []
    return {path.relative_to(workspace).as_posix(): described(path) for path in made(workspace)}


def made(workspace: Path) -> Iterator[Path]:
    """Every file made, but for the times of files, which tell a build whether somebody touched its site."""
    for path in sorted(workspace.rglob("*")):
        if path.is_file() and path.name != STAMPS and path.relative_to(workspace).parts[0] in {"site", ".zerenku"}:
            yield path


def described(path: Path) -> str:
    return f"{path.stat().st_mode & 0o777:o} {hashlib.sha256(path.read_bytes()).hexdigest()}"


@pytest.mark.parametrize("content", [ROOT / "content", ROOT / "zerenku/starter/content"], ids=["own", "starter"])
def test_same_sources_same_bytes(tmp_path: Path, content: Path) -> None:
    here = tmp_path / "a"
    there = tmp_path / "deep down" / "另一个 目录"
    first = build(
        content,
        here,
        0o022,
        PATH=bare_path(tmp_path / "bare"),
        PYTHONHASHSEED="1",
        TZ="UTC",
        LANG="C",
        LC_ALL="C",
    )
    second = build(
        content,
        there,
        0o077,
        PATH=office_path(tmp_path / "office"),
        PYTHONHASHSEED="4711",
        TZ="Asia/Shanghai",
        LANG="zh_CN.UTF-8",
        LC_ALL="zh_CN.UTF-8",
        SOURCE_DATE_EPOCH="86400",
        COLUMNS="40",
    )
    assert {name.split("/")[0] for name in first} == {"site", ".zerenku"}
    assert "site/index.html" in first
    assert [name for name in sorted(first | second) if first.get(name) != second.get(name)] == []
    assert not (tmp_path / "office" / "trace").exists()


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The starter's content, built once: where, and what was made."""
    desk = tmp_path_factory.mktemp("starter") / "desk"
    return desk, build(ROOT / "zerenku/starter/content", desk, 0o022, PATH=os.environ["PATH"])


def test_building_again_changes_nothing(starter: tuple[Path, dict[str, str]]) -> None:
    desk, first = starter
    shutil.rmtree(desk / "content")
    assert build(ROOT / "zerenku/starter/content", desk, 0o022, PATH=os.environ["PATH"]) == first


def test_no_trace_of_the_machine(starter: tuple[Path, dict[str, str]]) -> None:
    """No absolute path of the build and no name of the machine in anything that is handed on."""
    desk, _ = starter
    secrets = [str(desk.parent).encode(), str(ROOT).encode()]
    found = [path.name for path in made(desk) if any(item in path.read_bytes() for item in secrets)]
    assert found == []
