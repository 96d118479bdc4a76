import time

import pytest

from zerenku.cli.progress import Progress
from zerenku.cli.table import table, width


def test_chinese_takes_two_columns() -> None:
    assert (width("a甲，"), width("e\u0301")) == (5, 1)
    lines = list(table(("文件", "条款"), [("甲.txt", "7"), ("long-name.txt", "12")], right=frozenset({1})))
    assert lines == ["文件           条款", "甲.txt            7", "long-name.txt    12"]


@pytest.mark.parametrize(
    ("quiet", "seconds", "said"),
    [(False, 0.1, ""), (False, 2.0, "已读 1/9\n已读 4/9\n已读 7/9\n"), (True, 2.0, "")],
)
def test_lines_now_and_then(
    *, quiet: bool, seconds: float, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = iter(range(100))
    monkeypatch.setattr(time, "monotonic", lambda: next(now) * seconds)
    with Progress(9, "已读", quiet=quiet) as progress:
        for _ in range(9):
            progress.step()
    assert capsys.readouterr().err == said
