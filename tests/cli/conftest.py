"""The command line as its users meet it: words in, two streams and an exit code out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import sources, write
from zerenku.cli import main


@dataclass(frozen=True, slots=True)
class Said:
    """What a command left behind."""

    code: object
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Both streams, line by line."""
        return (self.out + self.err).splitlines()


Zerenku = Callable[..., Said]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound workspace, and the folder in which commands run."""
    monkeypatch.chdir(write(tmp_path / "desk", sources()))
    return tmp_path / "desk"


@pytest.fixture
def zerenku(root: Path, capsys: pytest.CaptureFixture[str]) -> Zerenku:
    """Run a command in this process; anything but an exit fails the test, since a user would see a traceback."""

    def run(*words: str | Path) -> Said:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        return Said(ended.value.code, *capsys.readouterr())

    return run
