"""The wheel alone is a working product: installed where no checkout is near, it makes a workspace that builds."""

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from tests.repository import PACKAGES, ROOT, files

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def run(*command: str | Path, cwd: Path) -> str:
    """Output of a command that must succeed, without the variables that could lead it back to the checkout."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=clean | {"PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an empty environment that holds our wheel; the libraries are lent, and only they.

    A folder that stands in a .pth file is put on the path, but its own .pth files are not read: the checkout, which is
    installed next to the libraries by such a line, stays out.
    """
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", "--no-index", "--no-deps", "--no-compile", wheel, cwd=home)
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip())
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return home / "bin"


def test_wheel_holds_the_packages_whole_and_nothing_else(wheel: Path) -> None:
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    ours = {path.relative_to(ROOT).as_posix() for path in files(under=PACKAGES)}
    assert inside == {name for name in ours if not name.endswith((".pyc", ".tmp"))}


def test_wheel_asks_for_what_it_imports_and_no_more() -> None:
    """The theme is the one dependency that is named in a configuration and not imported."""
    trees = (ast.parse(path.read_bytes()) for path in files(".py", under=PACKAGES))
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    foreign = {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {*PACKAGES}
    owners = {
        "whoosh": "whoosh-reloaded",
        "yaml": "pyyaml",
        "docx": "python-docx",
        "pydantic_core": "pydantic",
        "typing_extensions": "typing-extensions",
    }
    extras = [line for name, lines in PROJECT["optional-dependencies"].items() if name != "test" for line in lines]
    asked = {re.split(r"[<>=]", line)[0] for line in [*PROJECT["dependencies"], *extras]}
    assert {owners.get(name, name) for name in foreign} | {"mkdocs-material"} == asked


def test_wheel_carries_its_licence(wheel: Path) -> None:
    (name,) = (name for name in zipfile.ZipFile(wheel).namelist() if name.endswith("/licenses/LICENSE"))
    assert zipfile.ZipFile(wheel).read(name) == (ROOT / "LICENSE").read_bytes()


def test_installed_packages_are_the_wheels(installed: Path, tmp_path: Path) -> None:
    asked = f"import {', '.join(PACKAGES)}; print({', '.join(f'{name}.__file__' for name in PACKAGES)}, sep='\\n')"
    found = [Path(line) for line in run(installed / "python", "-c", asked, cwd=tmp_path).split()]
    assert len(found) == len(PACKAGES)
    assert all(path.is_relative_to(installed.parent) for path in found)


def test_version(installed: Path, tmp_path: Path) -> None:
    assert PROJECT["version"] in run(installed / "zerenku", "--version", cwd=tmp_path)


def test_new_workspace_builds(installed: Path, tmp_path: Path) -> None:
    run(installed / "zerenku", "new", "某县责任库", cwd=tmp_path)
    workspace = tmp_path / "某县责任库"
    run(installed / "zerenku", "build", cwd=workspace)
    pages = {path.relative_to(workspace).as_posix() for path in workspace.glob("site/**/*.html")}
    assert "site/index.html" in pages
    assert len(pages) > 5
    (plan,) = workspace.glob("content/plans/*.yml")
    assert any(plan.stem in page for page in pages), f"{plan.stem} 没有页面"
    run(installed / "zerenku", "draft", "notice", "--plan", plan.stem, "-o", "通知.docx", cwd=workspace)
    assert zipfile.is_zipfile(workspace / "通知.docx")
    assert plan.stem in run(installed / "zerenku", "export", plan.stem, "--json", cwd=workspace)
