from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from search.index import FOLDER
from zerenku.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(["-C", str(workspace), *arguments])
        said = capsys.readouterr()
        code = left.value.code
        return (code if isinstance(code, int) else 0), said.out, said.err

    return call


def test_the_index_makes_itself(run: Run, workspace: Path) -> None:
    code, out, err = run("who", "木粉尘收集装置谁牵头检查")
    assert code == 0
    assert "牵头：青禾县应急管理局" in out
    assert err.splitlines() == [f"索引已重建（还没有索引）：{workspace / FOLDER}"]
    assert run("who", "木粉尘收集装置谁牵头检查") == (0, out, "")


def test_a_stale_index_is_rebuilt_with_one_line(run: Run, workspace: Path) -> None:
    run("index")
    plan = workspace / "content" / "plans" / "liutang-2031.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("充电棚", "换电柜"), encoding="utf-8")
    code, out, err = run("search", "换电柜")
    assert code == 0
    assert "“换电柜”：1 条" in out
    assert len(err.splitlines()) == 1
    assert "内容已改动" in err


def test_json_and_nothing_else(run: Run) -> None:
    run("index")
    code, out, err = run("search", "电动自行车", "-n", "1", "--json")
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert (answer["total"], answer["next"], len(answer["hits"])) == (2, 1, 1)
    code, out, err = run("who", "区块链", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["answer"] is None


@pytest.mark.parametrize(
    ("options", "anchors"),
    [
        ("--department 县公安局", ["qinghe-2030/2-2"]),
        ("--department liutang/anban", ["liutang-2031/2"]),
        ("--place 柳塘", ["liutang-2031/2"]),
        ("--place 青禾县 --plan qinghe-2030", ["qinghe-2030/2-2"]),
        ("--kind 意见", ["liutang-2031/2"]),
        ("--due-before 2031-12-31", ["liutang-2031/2"]),
        ("--department 县公安局 --department 镇安办", ["liutang-2031/2", "qinghe-2030/2-2"]),
    ],
)
def test_filters(run: Run, options: str, anchors: list[str]) -> None:
    code, out, _ = run("search", "电动自行车", *options.split(), "--json")
    assert code == 0
    assert sorted(hit["anchor"] for hit in json.loads(out)["hits"]) == anchors


def test_a_kind_of_enterprise_takes_in_what_all_enterprises_of_the_plan_must_do(run: Run) -> None:
    _, out, _ = run("search", "隐患排查", "--kind", "木器厂", "--json")
    assert [hit["anchor"] for hit in json.loads(out)["hits"]] == ["qinghe-2030/2-3"]
    _, out, _ = run("search", "隐患排查", "--kind", "翻砂厂", "--json")
    assert json.loads(out)["hits"] == []


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        ("--department 县公安居", 1, "没有这个部门：县公安居；您要找的是不是"),
        ("--place 柳唐镇", 1, "没有这个地区：柳唐镇；您要找的是不是：柳塘镇"),
        ("--plan qinghe-2031", 1, "没有这个方案：qinghe-2031；您要找的是不是：qinghe-2030"),
        ("--place 无", 1, "没有这个地区：无；现有：青禾县、"),
        ("--plan 无", 1, "没有这个方案：无；现有：liutang-2031、qinghe-2030"),
        ("--kind 木器加工", 1, "没有这个种类：木器加工；您要找的是不是：木器加工企业"),
        ("--due-before 明天", 2, "应写作 2026-03-05"),
        ("-n 0", 2, "“-n”的值不对"),
        ("--nosuch", 2, "没有这个选项"),
    ],
)
def test_refusals(run: Run, options: str, code: int, words: str) -> None:
    run("index")
    left, out, err = run("search", "电动自行车", *options.split())
    assert (left, out) == (code, "")
    assert words in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [("search",), ("who",), ("who", "……"), ("search", " ")])
def test_a_question_is_needed(run: Run, arguments: tuple[str, ...]) -> None:
    run("index")
    left, out, err = run(*arguments)
    assert (left, out) == (2, "")
    assert err.startswith("错误：")


def test_broken_content_keeps_the_index_and_says_where(run: Run, workspace: Path) -> None:
    run("index")
    before = sorted(path.name for path in (workspace / FOLDER).iterdir())
    plan = workspace / "content" / "plans" / "liutang-2031.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("镇安办负责", "镇安办负责, bad: 1"), encoding="utf-8")
    left, out, err = run("who", "充电")
    assert (left, out) == (1, "")
    assert "content/plans/liutang-2031.yml:" in err
    assert sorted(path.name for path in (workspace / FOLDER).iterdir()) == before


def test_no_workspace(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["-C", str(tmp_path), "who", "木粉尘"])
    assert left.value.code == 1
    assert "content/" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
