import json
from pathlib import Path

import pytest

from tests.cli.conftest import Zerenku
from tests.support import plan, sources, write
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


def test_into_a_file(zerenku: Zerenku, root: Path) -> None:
    printed = zerenku("export", "liutang-2030").out
    done = zerenku("export", "liutang-2030", "-o", "out.json")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (root / "out.json").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize(("name", "hint"), [("liutang-203", "；您要找的是不是：liutang-2030"), ("天气", "")])
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
