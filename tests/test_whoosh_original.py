"""The search tests pass with the library that ours grew from, too: we keep to what both of them share."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import ROOT

ORIGINAL = Path(sys.prefix) / "whoosh-original"


@pytest.fixture(scope="module")
def environment() -> dict[str, str]:
    assert (ORIGINAL / "whoosh").is_dir(), "请先运行 sh setup/environment.sh test"
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "PYTHON"))}
    return ours | {"PYTHONPATH": str(ORIGINAL), "PYTHONUTF8": "1"}


def run(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_it_is_the_original(environment: dict[str, str]) -> None:
    version = run(environment, "-c", "import whoosh; print(whoosh.__file__, whoosh.versionstring())")
    assert version.split() == [str(ORIGINAL / "whoosh" / "__init__.py"), "2.7.4"]


def test_search_tests_pass(environment: dict[str, str]) -> None:
    # The browser's search, the other engine and the rules of HTTP have nothing to do with the library.
    names = ("test_browser", "test_large_index", "test_shards", "test_web")
    others = [*(f"--ignore-glob=*/{name}*" for name in names), "-k", "not tantivy"]
    assert " passed" in run(environment, "-m", "pytest", "-p", "no:cacheprovider", *others, "tests/search")
