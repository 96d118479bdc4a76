import json
from pathlib import Path

import pytest

from tests.cli.conftest import Zerenku
from tests.support import clause, plan, sources, write

GUESS = plan(clause("unconfirmed: [duties/0/obliged]"))
LINE = (
    "content/plans/liutang-2030.yml:7:38: warning 待确认：duties/0/obliged；核对原文后从 unconfirmed 删去 [unconfirmed]"
)


def test_sound_content(zerenku: Zerenku) -> None:
    done = zerenku("check")
    assert (done.code, done.out, done.err) == (0, "共 1 个方案、1 条、1 项责任：0 处错误，0 处警告\n", "")


def test_warnings_count_with_strict_only(zerenku: Zerenku, root: Path) -> None:
    write(root, sources(GUESS))
    for words, code in ((["check"], 0), (["check", "--strict"], 1)):
        done = zerenku(*words)
        assert (done.code, done.err) == (code, "")
        assert done.out.splitlines() == [LINE, "共 1 个方案、1 条、1 项责任：0 处错误，1 处警告"]


def test_errors_come_with_or_without_strict(zerenku: Zerenku, root: Path) -> None:
    write(root, sources(plan(kind="办法", issued="今天")))
    for words in (["check"], ["check", "--strict"]):
        done = zerenku(*words)
        assert done.code == 1
        first, second, last = done.out.splitlines()
        assert first.startswith("content/plans/liutang-2030.yml:4:7: error “kind”不能写“办法”；")
        assert second.startswith("content/plans/liutang-2030.yml:6:9: error “issued”的值“今天”不是日期；")
        assert last == "2 处错误，0 处警告"


def test_rules_of_the_linter_are_errors_too(zerenku: Zerenku, root: Path) -> None:
    write(root, sources(plan(number="柳政[2030]3号")))
    done = zerenku("check")
    assert done.code == 1
    assert "[number-form]" in done.out


def test_json_is_nothing_but_json(zerenku: Zerenku, root: Path) -> None:
    assert json.loads(zerenku("check", "--format", "json").out) == []
    write(root, sources(GUESS, plan(id="qinghe-2030", number="3号")))
    done = zerenku("check", "--format", "json")
    assert (done.code, done.err) == (1, "")
    guess, number = json.loads(done.out)
    assert guess == {
        "rule": "unconfirmed",
        "severity": "warning",
        "file": "content/plans/liutang-2030.yml",
        "line": 7,
        "column": 38,
        "path": ["一"],
        "text": "待确认：duties/0/obliged",
        "explain": "待确认：duties/0/obliged",
        "suggest": "核对原文后从 unconfirmed 删去",
    }
    assert (number["rule"], number["severity"], number["path"]) == ("number-form", "error", [])


@pytest.mark.parametrize(
    ("paths", "code", "files"),
    [
        (["content/plans/qinghe-2030.yml"], 1, ["qinghe-2030"]),
        (["content/plans/liutang-2030.yml"], 0, []),
        (["content/plans"], 1, ["qinghe-2030", "sangyuan-2030"]),
        (["content"], 1, ["qinghe-2030", "sangyuan-2030"]),
        (["content/registers"], 0, []),
        (["content/plans/liutang-2030.yml", "content/plans/sangyuan-2030.yml"], 1, ["sangyuan-2030"]),
        (["content/../content/plans/qinghe-2030.yml"], 1, ["qinghe-2030"]),
    ],
)
def test_only_the_named_files(zerenku: Zerenku, root: Path, paths: list[str], code: int, files: list[str]) -> None:
    write(root, sources(plan(), plan(id="qinghe-2030", number="3号"), plan(id="sangyuan-2030", number="4号")))
    done = zerenku("check", *paths)
    assert done.code == code
    assert [line.split(":")[0] for line in done.out.splitlines()[:-1]] == [
        f"content/plans/{name}.yml" for name in files
    ]


def test_paths_count_from_where_the_user_stands(zerenku: Zerenku, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, sources(plan(number="3号")))
    monkeypatch.chdir(root / "content" / "plans")
    assert zerenku("-C", "../..", "check", "liutang-2030.yml").code == 1


def test_path_that_is_not_there(zerenku: Zerenku) -> None:
    done = zerenku("check", "content/plans/nothing.yml")
    assert (done.code, done.out) == (1, "")
    assert done.err == "错误：content/plans/nothing.yml：无法读取（没有这个文件）\n"


def test_coverage_names_what_is_missing_on_either_side(zerenku: Zerenku, root: Path) -> None:
    (root / "originals").mkdir()
    original = "柳塘镇消防整治方案\n一、排查\n每月自查1次，2030年6月底前报镇政府。\n"
    (root / "originals" / "liutang-2030.txt").write_text(original, encoding="utf-8")
    done = zerenku("check", "--coverage", "originals")
    assert done.code == 1
    assert "原文有、这里没有：日期“2030年6月底前”（一，原文第 2 行）" in done.out
    assert "[coverage-lacking]" in done.out
    assert "[coverage-unfounded]" in done.out
    assert "原文条数" in done.out
    assert "正文" in done.out


def test_coverage_without_an_original_says_which(zerenku: Zerenku, root: Path) -> None:
    (root / "originals").mkdir()
    (root / "originals" / "other.txt").write_text("一、任务\n", encoding="utf-8")
    done = zerenku("check", "--coverage", "originals")
    assert done.code == 0
    assert "没有找到原文，未核对覆盖；把原文存成 liutang-2030.txt" in done.out


def test_coverage_needs_a_folder(zerenku: Zerenku, root: Path) -> None:
    done = zerenku("check", "--coverage", "nowhere")
    assert (done.code, done.out) == (1, "")
    assert done.err == "错误：nowhere：无法读取（没有这个文件或目录）\n"


def test_explain_a_rule(zerenku: Zerenku) -> None:
    done = zerenku("check", "--explain", "numbering-gap")
    assert (done.code, done.err) == (0, "")
    first, *rest = done.out.splitlines()
    assert first == "numbering-gap（公文，警告，把握高）"
    assert "不通过：1．2．4．" in "".join(rest)


def test_explain_a_rule_of_both_and_every_rule(zerenku: Zerenku) -> None:
    both = zerenku("check", "--explain", "[number-form]").out
    assert "number-form（内容，错误）" in both
    assert "number-form（公文，警告，把握高）" in both
    every = zerenku("check", "--explain", "全部").out
    assert all(said in every for said in both.split("\n\n"))
    assert "layout-margins（版式，警告）" in every


def test_explain_what_is_no_rule(zerenku: Zerenku) -> None:
    done = zerenku("check", "--explain", "numbering-gpa")
    assert (done.code, done.out) == (2, "")
    assert "没有规则“numbering-gpa”；相近的有：numbering-gap" in done.err
    assert "--explain 全部 列出每一条" in zerenku("check", "--explain", "序号").err
