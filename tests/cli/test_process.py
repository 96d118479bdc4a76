"""The installed command as a process: odd terminals and broken pipes bring no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import clause, plan, sources, write

BIN = Path(sys.executable).parent
CAREFUL = plan(clause("unconfirmed: [duties/0/obliged]", mark="¶1", duty="id: d1"))


def run(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(root), **environment}
    done = subprocess.run([BIN / "zerenku", *words], cwd=root, env=environment, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    return done


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "gbk"},
        {"LC_ALL": "zh_CN.UTF-8", "TERM": "dumb"},
    ],
    ids=str,
)
def test_any_locale(tmp_path: Path, environment: dict[str, str]) -> None:
    write(tmp_path, sources(CAREFUL, plan(id="qinghe-2030", number="¶3号")))
    done = run(tmp_path, "check", **environment)
    assert done.returncode == 1
    guess, number, total = done.stdout.decode().splitlines()
    assert "发文字号写法不对：¶3号" in number
    assert guess.endswith("[unconfirmed]")
    assert total.startswith("共 2 个方案")
    wrong = run(tmp_path, "chekc", **environment)
    assert (wrong.returncode, wrong.stderr.decode()) == (
        2,
        "错误：没有这个命令：chekc；是不是 check（用法见 zerenku --help）\n",
    )


def test_reader_that_leaves_early(tmp_path: Path) -> None:
    write(tmp_path, sources(plan("\n".join(clause(mark=str(number)) for number in range(1, 400)))))
    command = f"'{BIN / 'zerenku'}' export | head -1"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert done.stdout == b"[\n"
    assert done.stderr == b""


def test_module_runs_like_the_command(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from zerenku.cli import main; main(['--version'])"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.stdout == run(tmp_path, "--version").stdout


def test_file_names_that_are_no_text(tmp_path: Path) -> None:
    write(tmp_path, sources())
    command = [os.fsencode(BIN / "zerenku"), b"check", b"\xff\xfe.yml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_folder_that_is_gone(tmp_path: Path) -> None:
    """The shell stands in a folder that somebody else has removed."""
    command = f"mkdir gone && cd gone && rmdir ../gone && '{BIN / 'zerenku'}' new mine"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
