import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Zerenku
from tests.support import clause, plan, sources, write
from zerenku.catalogue.interchange import plan_json
from zerenku.catalogue.schema import schemas
from zerenku.store.workspace import load


def test_one_plan_is_one_object(zerenku: Zerenku, root: Path) -> None:
    catalogue = load(root).sealed()
    for words in (
        ["export", "liutang-2030"],
        ["export", "liutang-2030", "--json"],
        ["export", "--json", "liutang-2030"],
    ):
        done = zerenku(*words)
        assert (done.code, done.err) == (0, "")
        assert json.loads(done.out) == plan_json(catalogue, catalogue.plans[0])
        assert "柳塘镇" in done.out


def test_all_plans_are_a_list(zerenku: Zerenku, root: Path) -> None:
    write(root, sources(plan(), plan(id="liutang-2029")))
    assert [item["id"] for item in json.loads(zerenku("export").out)] == ["liutang-2029", "liutang-2030"]


def test_a_table_and_a_calendar_of_one_plan_and_of_all(zerenku: Zerenku, root: Path) -> None:
    dated = plan(clause(duty="deadlines: [{date: 2030-06-30, text: 6月底前}]"))
    write(root, sources(dated, plan(id="liutang-2029")))
    table = zerenku("export", "liutang-2030", "--csv")
    assert (table.code, table.err) == (0, "")
    assert [row[-1] for row in csv.reader(table.out.lstrip("\ufeff").splitlines())] == ["编号", "liutang-2030/1-d1"]
    assert len(zerenku("export", "--csv").out.splitlines()) == 3
    calendar = zerenku("export", "liutang-2030", "--ics").out
    assert "UID:liutang-2030/1-d1-20300630@zerenku" in calendar
    assert "X-WR-CALNAME:责任库：全部时限" in zerenku("export", "--ics").out


@pytest.mark.parametrize("form", ["xlsx", "ics", "csv"])
def test_the_same_bytes_in_a_file(zerenku: Zerenku, root: Path, form: str) -> None:
    for name in ("one", "two"):
        done = zerenku("export", f"--{form}", "-o", name)
        assert (done.code, done.out, done.err) == (0, "", "")
    assert (root / "one").read_bytes() == (root / "two").read_bytes()
    assert (root / "one").read_bytes()


@pytest.mark.parametrize("words", [["--ics", "--csv"], ["--csv", "--json"], ["--text", "--xlsx", "-o", "out"]])
def test_several_forms_at_once_are_refused_not_chosen_from(zerenku: Zerenku, root: Path, words: list[str]) -> None:
    done = zerenku("export", "liutang-2030", *words)
    assert (done.code, done.out) == (2, "")
    (line,) = done.err.splitlines()
    assert f"{words[0]}、{words[1]} 一次只能选一种" in line
    assert not (root / "out").exists()


def test_a_workbook_is_not_printed(zerenku: Zerenku) -> None:
    done = zerenku("export", "--xlsx")
    assert (done.code, done.out) == (2, "")
    assert "-o 责任清单.xlsx" in done.err


def test_into_a_file(zerenku: Zerenku, root: Path) -> None:
    printed = zerenku("export", "liutang-2030").out
    done = zerenku("export", "liutang-2030", "-o", "out.json")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (root / "out.json").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize(
    ("name", "hint"), [("liutang-203", "；您要找的是不是：liutang-2030"), ("天气", "；现有：liutang-2030")]
)
def test_unknown_plan(zerenku: Zerenku, name: str, hint: str) -> None:
    done = zerenku("export", name)
    assert (done.code, done.out, done.err) == (1, "", f"错误：没有这个方案：{name}{hint}\n")


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("missing/out.json", "上级目录不存在"),
        ("content", "这是一个目录"),
        ("/dev/null", "不是普通文件"),
        ("长" * 200, "读写失败"),
    ],
)
def test_goal_that_cannot_be_written(zerenku: Zerenku, root: Path, goal: str, said: str) -> None:
    before = sorted(root.rglob("*"))
    done = zerenku("export", "-o", goal)
    assert (done.code, done.out) == (1, "")
    (line,) = done.err.splitlines()
    assert line.startswith(f"错误：{goal}：")
    assert said in line
    assert sorted(root.rglob("*")) == before
    assert Path("/dev/null").is_char_device()


def test_schemas(zerenku: Zerenku, root: Path) -> None:
    (root / "schema").mkdir()
    done = zerenku("export", "--schema", "schema")
    assert (done.code, done.out, done.err) == (0, "", "")
    found = {
        path.name.removesuffix(".schema.json"): json.loads(path.read_bytes()) for path in (root / "schema").iterdir()
    }
    assert found == schemas()
    missing = zerenku("export", "--schema", "nowhere")
    assert (missing.code, missing.err) == (1, "错误：nowhere：不能写入（目录不存在，请先建好）\n")
