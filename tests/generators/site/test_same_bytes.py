"""Same catalogue, same bytes: whatever the hash seed, the time zone, the language, the umask, the folder."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.generators.site.conftest import WORKSPACE
from tests.repository import ROOT

BUILD = """
import os, sys
from pathlib import Path
os.umask(int(sys.argv[3], 8))
from generators.site.build import build_site
from zerenku.store.workspace import load
out = Path(sys.argv[2])
out.mkdir(parents=True)
build_site(load(Path(sys.argv[1])).sealed(), out=out, assets={"assets/zerenku/search.js": b"1"})
"""


def build(out: Path, *, umask: str, cwd: Path, **environment: str) -> dict[str, tuple[str, int]]:
    """Name → (hash, mode) of everything that one separate run writes."""
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(WORKSPACE), str(out), umask],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return {
        path.relative_to(out).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
            path.stat().st_mode,
        )
        for path in sorted(out.rglob("*"))
    }


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/New_York", "LANG": "zh_CN.UTF-8", "SOURCE_DATE_EPOCH": "86400"},
    ],
    ids=["C", "zh"],
)
def test_another_machine_writes_the_same(tmp_path: Path, environment: dict[str, str]) -> None:
    one = build(tmp_path / "one", umask="022", cwd=ROOT, PYTHONHASHSEED="0", TZ="UTC")
    two = build(tmp_path / "two/deeper", umask="077", cwd=tmp_path, **environment)
    assert one == two
    assert {mode & 0o777 for _, mode in one.values()} == {0o644, 0o755}
