"""Wrong use: one Chinese sentence and exit code 2; what is not there yet says so."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Zerenku
from zerenku import __version__
from zerenku.cli.main import COMMANDS


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("chekc", "没有这个命令：chekc；是不是 check（用法见 zerenku --help）"),
        ("天气", "没有这个命令：天气（用法见 zerenku --help）"),
        ("--bogus", "没有这个选项：--bogus"),
        ("check --strikt", "没有这个选项：--strikt；是不是 --strict（用法见 zerenku check --help）"),
        ("check --format xml", "“--format”的值不对：“xml”；可用：text、json、html"),
        ("check --format", "选项 --format 的用法不对"),
        ("check --strict=1", "选项 --strict 的用法不对"),
        ("-C", "选项 -C 的用法不对"),
        ("export a b", "多余的参数：b（用法见 zerenku export --help）"),
        ("export -o", "选项 -o 的用法不对"),
        ("new", "缺少：目录"),
        ("new a b c", "多余的参数：b c"),
        ("draft", "缺少：种类"),
        ("draft letter", "“种类”的值不对：“letter”；可用：notice、plan、tasks"),
        ("draft notice", "请用 --plan 写明方案"),
        ("draft notice --plan liutang-2030 --month 2030-03", "这一种公文用不到 --month"),
        ("draft tasks --from 通知.docx", "这一种公文用不到 --from"),
        ("draft notice --plan liutang-2030 --from 通知.docx", "--from 和 --plan 只能写一个"),
        ("draft notice --plan liutang-2030 --set 联系人", "--set 请写成“项=内容”"),
        ("draft summary --plan liutang-2030 --as-of 明天", "请写成 2026-03-05 的样子"),
        ("draft --check", "--check 只检查模板，请用 --template 写明文件"),
        ("build --jobs many", "“--jobs”的值不对：“many”应为 1 到 64 的整数"),
        ("build extra", "多余的参数：extra"),
        ("serve --port 99999999", "“--port”的值不对"),
        ("serve --port http", "“--port”的值不对：“http”应为 0 到 65535 的整数"),
        ("search", "缺少："),
        ("who", "缺少："),
        ("search 消防 -n many", "“-n”的值不对：“many”应为 1 到 100 的整数"),
    ],
)
def test_wrong_use(zerenku: Zerenku, words: str, said: str) -> None:
    done = zerenku(*words.split())
    assert done.code == 2
    assert done.out == ""
    (line,) = done.err.splitlines()
    assert line.startswith("错误：")
    assert said in line
    assert re.search(r"（用法见 zerenku( \w+)? --help）$", line)
    assert not re.search(r"\b(No such|Missing|Invalid|Got|requires|Error|Usage)\b", line)


def test_help_is_chinese(zerenku: Zerenku) -> None:
    done = zerenku()
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("用法：zerenku [选项] 命令 …")
    assert all(f"  {name} " in done.out for name in COMMANDS)
    assert zerenku("--help").out == done.out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command(zerenku: Zerenku, command: str) -> None:
    done = zerenku(command, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"用法：zerenku {command} ")
    assert re.search(r"[\u4e00-\u9fff]{4}", done.out)
    assert not re.search(r"\b(Usage|Options|Commands|Show this message|default|required|TEXT|PATH|INTEGER)\b", done.out)


def test_version(zerenku: Zerenku) -> None:
    done = zerenku("--version")
    assert (done.code, done.out) == (0, f"zerenku {__version__}\n")


@pytest.mark.parametrize(
    "words",
    ["check", "export", "build", "search 消防", "who 谁管仓库", "index", "draft notice --plan liutang-2030", "serve"],
)
def test_no_workspace_here(zerenku: Zerenku, tmp_path: Path, words: str) -> None:
    done = zerenku("-C", tmp_path / "elsewhere", *words.split())
    assert (done.code, done.out) == (1, "")
    (line,) = done.err.splitlines()
    assert (
        line
        == f"错误：{tmp_path / 'elsewhere'}：这里没有 content/ 目录；请换到工作区目录，或用“zerenku new 目录名”新建一个"
    )
