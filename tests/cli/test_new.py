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


def test_plan_after_last_years(zerenku: Zerenku, root: Path) -> None:
    source = root / "content" / "plans" / "liutang-2030.yml"
    text = source.read_text(encoding="utf-8")
    source.write_text(
        text.replace("kind: 方案", "kind: 方案\nnumber: 柳政〔2030〕3号\nissued: 2030-03-05"), encoding="utf-8"
    )
    done = zerenku("new", "plan", "--like", "liutang-2030", "--year", "2031")
    goal = root / "content" / "plans" / "liutang-2031.yml"
    assert (done.code, done.err) == (0, "")
    assert "content/plans/liutang-2031.yml（照 liutang-2030，日期顺延 1 年" in done.out
    written = goal.read_text(encoding="utf-8")
    assert "\nid: liutang-2031\nplace: liutang\n" in written
    assert "number: 柳政" not in written
    checked = zerenku("check")
    assert checked.code == 0
    assert "未经确认" in checked.out or "待确认" in checked.out
    again = zerenku("new", "plan", "--like", "liutang-2030", "--year", "2031")
    assert (again.code, again.out) == (1, "")
    assert "已有这个方案" in again.err
    assert goal.read_text(encoding="utf-8") == written


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("new plan --like liutang-2030", 2, "--like 和 --year 要一起用"),
        ("new plan --year 2031", 2, "--like 和 --year 要一起用"),
        ("new mine --like liutang-2030 --year 2031", 2, "照上年方案新建请写 zerenku new plan"),
        ("new plan --like liutang-2030 --year 明年", 2, "“--year”的值不对"),
        ("new plan --like liutang-203 --year 2031", 1, "没有这个方案：liutang-203；您要找的是不是：liutang-2030"),
        ("new plan --like 无 --year 2031", 1, "没有这个方案：无；现有：liutang-2030"),
        ("new plan --like liutang-2030 --year 2030", 1, "就是 2030 年的方案"),
    ],
)
def test_new_plan_refused(zerenku: Zerenku, root: Path, words: str, code: int, said: str) -> None:
    before = sorted(root.rglob("*"))
    done = zerenku(*words.split())
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert sorted(root.rglob("*")) == before
