from pathlib import Path

import pytest

from tests.cli.conftest import Zerenku


def test_new_workspace_can_be_checked_at_once(zerenku: Zerenku, root: Path) -> None:
    done = zerenku("new", "mine")
    assert (done.code, done.err) == (0, "")
    count = sum(path.is_file() for path in (root / "mine").rglob("*"))
    assert done.out == f"已新建工作区：mine（{count} 个文件）\n下一步：cd mine，再运行 zerenku build\n"
    checked = zerenku("-C", "mine", "check")
    assert checked.code == 0
    assert "0 处错误" in checked.out


@pytest.mark.parametrize(
    ("folder", "said"),
    [("content", "目录不是空的"), (".", "目录不是空的"), ("note.txt", "已有同名文件"), ("note.txt/mine", "目录不可写")],
)
def test_folder_that_is_taken(zerenku: Zerenku, root: Path, folder: str, said: str) -> None:
    (root / "note.txt").write_bytes(b"mine")
    before = sorted(root.rglob("*"))
    done = zerenku("new", folder)
    assert (done.code, done.out) == (1, "")
    (line,) = done.err.splitlines()
    assert said in line
    assert sorted(root.rglob("*")) == before


def test_empty_folder_one_stands_in(zerenku: Zerenku, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Replacing it would leave the user's shell in a folder that is gone."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    done = zerenku("new", ".")
    assert done.code == 1
    assert "上级目录" in done.err
    assert list((tmp_path / "empty").iterdir()) == []
