"""A plan travels as head and written body: what becomes of it is as if it had come whole."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Zerenku
from tests.cli.papers import NOTICE, notice
from tests.importer.layouts import FOLDER
from zerenku.cli import import_placing
from zerenku.cli.import_body import PLACED, body_of, head_of
from zerenku.cli.import_reading import FEW, Task, read_file
from zerenku.importer.settle import settle
from zerenku.store.yaml_writer import dump_plan, written_fields

UNSIGNED = "柳塘镇2031年冷库整治方案\n一、任务\n（一）清理通道。仓储企业4月底前全部清理。\n（二）检查电线。逐户检查。\n"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_head_and_body_write_the_same_source(path: Path) -> None:
    for read in read_file(path, Task()).plans:
        plan = settle(read.plan, place_name="柳塘镇")
        body = body_of(plan)
        assert not PLACED & body.written.keys()
        light, whole = (
            dump_plan(replace(item, id="liutang-2031", place="liutang", basis=("甲", "乙")), written=written)
            for item, written in ((head_of(plan), body.written), (plan, {}))
        )
        assert light == whole


def test_plans_come_without_clauses_unless_they_are_wanted(tmp_path: Path) -> None:
    path = notice(tmp_path / "a.txt")
    (whole,) = read_file(path, Task()).plans
    (light,) = read_file(path, Task(whole=False)).plans
    assert (len(whole.plan.clauses), light.plan.clauses) == (2, ())
    assert light.body == whole.body
    assert light.body is not None
    assert (light.body.clauses, light.body.duties) == (4, 3)
    assert "清理通道" in light.body.written["clauses"]


def test_json_needs_no_source(tmp_path: Path) -> None:
    (read,) = read_file(notice(tmp_path / "a.txt"), Task(as_json=True, whole=False)).plans
    assert read.body is not None
    assert read.body.written == {}


def test_unsigned_paper_waits_for_the_name_of_its_place(tmp_path: Path) -> None:
    (read,) = read_file(notice(tmp_path / "a.txt", UNSIGNED), Task(whole=False)).plans
    assert read.body is None
    assert len(read.plan.clauses) == 1


def test_unsigned_paper_is_taken_for_its_place(zerenku: Zerenku, root: Path) -> None:
    notice(root / "方案.txt", UNSIGNED)
    assert zerenku("import", "方案.txt").code == 0
    assert "issuers: [柳塘镇]" in (root / "content/plans/liutang-2031.yml").read_text(encoding="utf-8")


def test_unchanged_file_is_not_read_as_a_plan_again(
    zerenku: Zerenku, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        notice(root / "来文" / f"{number}.txt", 冷库=f"第{number}冷库", 清理通道=f"清理第{number}条通道")
    first = zerenku("import", "来文")
    assert [line.split()[-1] for line in first.out.splitlines()[1:4]] == ["新建"] * 3
    files = {path: path.read_bytes() for path in root.glob("content/plans/liutang-2031*.yml")}
    monkeypatch.setattr(import_placing, "read_plan", None)
    again = zerenku("import", "来文")
    assert [line.split()[-1] for line in again.out.splitlines()[1:4]] == ["未变"] * 3
    assert {path: path.read_bytes() for path in files} == files


def test_many_files_leave_what_each_alone_leaves(zerenku: Zerenku, root: Path) -> None:
    """On several processes, with an edited source among them: files, report and what is said of the edit."""
    for number in range(FEW + 2):
        changes = {"冷库": f"第{number}冷库", "〕7号": f"〕{number + 1}号"}
        notice(root / "来文" / f"{number:02}.txt", NOTICE, **changes)
    assert zerenku("import", "来文").code == 0
    source = root / "content/plans/liutang-2031-4.yml"
    source.write_text(
        source.read_text(encoding="utf-8").replace("heading: 清理通道", "heading: 通道"), encoding="utf-8"
    )
    many = zerenku("import", "来文")
    alone = zerenku("import", "来文/03.txt", "--id", "liutang-2031-4")
    said = alone.out[alone.out.index("content/plans") :].splitlines()
    assert said[2:3] == ["    一/（一） 标题：清理通道 → 通道"]
    assert all(line in many.out for line in said[1:])
    fates = [line.split()[-1] for line in many.out.splitlines()[1 : FEW + 3]]
    assert (fates.count("未变"), fates.count("有人改过，未写")) == (FEW + 1, 1)


def test_fields_left_out_are_not_written() -> None:
    (read,) = read_file(min(FOLDER.glob("*.txt")), Task()).plans
    fields = written_fields(read.plan, but={"title", "clauses"})
    assert "title" not in fields
    assert "clauses" not in fields
    assert fields["kind"].startswith("kind: ")
