"""Importing again: what import wrote it may rewrite, what a person changed it may not."""

from pathlib import Path

import pytest

from tests.cli.conftest import Zerenku
from tests.cli.papers import NOTICE, notice

GOAL = Path("content/plans/liutang-2031.yml")


@pytest.fixture
def imported(zerenku: Zerenku, root: Path) -> Path:
    """The source that a first import wrote."""
    notice(root / "通知.txt")
    assert zerenku("import", "通知.txt").code == 0
    return root / GOAL


def fate(out: str) -> str:
    return out.splitlines()[1].split()[-1]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_new(zerenku: Zerenku, imported: Path) -> None:
    before = imported.read_bytes()
    done = zerenku("import", "通知.txt")
    assert (done.code, fate(done.out)) == (0, "未变")
    assert imported.read_bytes() == before


def test_untouched_source_follows_its_file(zerenku: Zerenku, root: Path, imported: Path) -> None:
    notice(root / "通知.txt", 每月自查一次="每月自查两次")
    done = zerenku("import", "通知.txt")
    assert (done.code, fate(done.out)) == (0, "更新")
    assert "每月自查两次" in imported.read_text(encoding="utf-8")


def test_line_ends_are_no_change(zerenku: Zerenku, root: Path, imported: Path) -> None:
    imported.write_bytes(imported.read_bytes().replace(b"\n", b"\r\n"))
    notice(root / "通知.txt", 每月自查一次="每月自查两次")
    assert fate(zerenku("import", "通知.txt").out) == "更新"


def test_changed_source_is_kept_and_both_sides_are_told(zerenku: Zerenku, root: Path, imported: Path) -> None:
    edit(imported, "heading: 清理通道", "heading: 通道\n        summary: 自己的话")
    before = imported.read_bytes()
    notice(root / "通知.txt", 清理通道="疏通道路", 检查电线="检修电线")
    done = zerenku("import", "通知.txt")
    assert done.code == 1
    assert imported.read_bytes() == before
    said = done.out[done.out.index("content/plans") :].splitlines()
    assert said[0].endswith("上次导入之后有人改过，没有覆盖；要用新导入的代替，请加 --force（先备份再覆盖）")
    middle = said.index("  这次导入变了的：")
    assert said[1] == "  人改的："
    assert "    一/（一） 标题：清理通道 → 通道" in said[2:middle]
    assert "    一/（一） 摘编：多 自己的话" in said[2:middle]
    assert "    一/（一） 标题：清理通道 → 疏通道路（人也改过这里）" in said[middle:]
    assert "    一/（二） 标题：检查电线 → 检修电线" in said[middle:]


def test_comment_alone_is_a_change(zerenku: Zerenku, imported: Path) -> None:
    imported.write_text(imported.read_text(encoding="utf-8") + "# 已核对\n", encoding="utf-8")
    done = zerenku("import", "通知.txt")
    assert done.code == 1
    assert "  人改的：只有注释或写法\n  这次导入变了的：没有\n" in done.out


def test_without_the_copy_the_two_are_compared(zerenku: Zerenku, root: Path, imported: Path) -> None:
    edit(imported, "heading: 清理通道", "heading: 通道")
    (root / ".zerenku" / "imports" / "liutang-2031.yml").unlink()
    done = zerenku("import", "通知.txt")
    assert done.code == 1
    assert "上次导入的底稿已不在，没有覆盖" in done.out
    assert "    一/（一） 标题：通道 → 清理通道\n" in done.out


def test_source_written_by_hand_is_never_touched(zerenku: Zerenku, root: Path) -> None:
    path = root / "content" / "plans" / "liutang-2030.yml"
    before = path.read_bytes()
    text = NOTICE.replace("柳塘镇2031年冷库整治方案", "柳塘镇消防整治方案").replace("2031", "2030")
    notice(root / "旧.txt", text)
    done = zerenku("import", "旧.txt")
    assert done.code == 1
    assert "liutang-2030.yml：不是导入写的" in done.out
    assert path.read_bytes() == before


def test_broken_source_is_kept(zerenku: Zerenku, imported: Path) -> None:
    imported.write_text("id: [", encoding="utf-8")
    done = zerenku("import", "通知.txt")
    assert done.code == 1
    assert "文件有错，读不出来，没有覆盖；请先运行 zerenku check" in done.out
    assert imported.read_text(encoding="utf-8") == "id: ["


def test_force_backs_up_first_and_counts(zerenku: Zerenku, imported: Path) -> None:
    whole = imported.read_bytes()
    for number in (1, 2):
        edit(imported, "heading: 清理通道", f"heading: 通道{number}")
        changed = imported.read_bytes()
        done = zerenku("import", "通知.txt", "--force")
        assert (done.code, fate(done.out)) == (0, "已备份并覆盖")
        assert f"原来的已备份为 liutang-2031.yml.bak{number}" in done.out
        assert imported.with_name(f"liutang-2031.yml.bak{number}").read_bytes() == changed
        assert imported.read_bytes() == whole
    assert zerenku("check").code == 0


def test_another_plan_of_the_same_year(zerenku: Zerenku, root: Path, imported: Path) -> None:
    before = imported.read_bytes()
    notice(root / "另.txt", 冷库="粮库")
    done = zerenku("import", "另.txt")
    assert done.out.splitlines()[1].split()[1] == "liutang-2031-2"
    assert imported.read_bytes() == before
    done = zerenku("import", "另.txt", "--id", "liutang-2031")
    assert (done.code, fate(done.out)) == (1, "有人改过，未写")
    assert imported.read_bytes() == before


def test_same_title_and_other_text_is_another_plan(zerenku: Zerenku, root: Path, imported: Path) -> None:
    text = NOTICE.replace("柳政〔2031〕7号\n", "").replace("清理通道", "安装喷淋").replace("检查电线", "更换阀门")
    notice(root / "另.txt", text.replace("任务", "对象").replace("要求", "附则").replace("请各村", "望各村"))
    assert zerenku("import", "另.txt").out.splitlines()[1].split()[1] == "liutang-2031-2"


def test_folder_that_cannot_be_written(zerenku: Zerenku, root: Path) -> None:
    notice(root / "通知.txt")
    (root / "plain").write_bytes(b"")
    done = zerenku("import", "通知.txt", "--out", "plain/x")
    assert (done.code, len(done.err.splitlines())) == (1, 1)


def test_register_that_is_no_list(zerenku: Zerenku, root: Path) -> None:
    notice(root / "通知.txt", 安办牵头="园林处牵头")
    (root / "content" / "registers" / "departments.yml").write_text("departments: 甲\n", encoding="utf-8")
    done = zerenku("import", "通知.txt", "--learn")
    assert (done.code, done.out) == (1, "")
    assert not (root / GOAL).exists()
