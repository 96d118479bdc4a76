"""`zerenku check` on official texts."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Zerenku
from tests.extract.compound import compound
from tests.extract.printed import Sheet, pdf
from tests.support import clause, plan, sources, write

NOTICE = """关于印发《柳塘镇仓库消防整治方案》的通知

各村：
现将《柳塘镇仓库消防整治方案》印发给你们，请认真执行。

青禾县柳塘镇人民政府
2030年3月5日

柳塘镇仓库消防整治方案

一、工作目标
到2030年6月底，全镇仓库自查率达到100%。
二、重点任务
（一）仓库自查。开展明查暗访，由安办牵头。
（二）动火审批。库区动火要先审批。
四、工作要求
各村于每月25日前报送汇总表，联系人王某。
"""
SOUND = NOTICE.replace("明查", "明察").replace("四、", "三、")


@pytest.fixture
def notice(root: Path) -> Path:
    path = root / "通知.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return path


def test_text(zerenku: Zerenku, notice: Path) -> None:
    done = zerenku("check", "通知.txt")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "通知.txt:14:11: warning “明查暗访”应为“明察暗访”；改为“明察暗访” [misprint]",
        "通知.txt:16:1: warning “二、”之后是“四、”，缺第 3 项；补上缺的一项，或重排序号 [numbering-gap]",
        "共 1 份公文：0 处错误，2 处警告",
    ]
    assert zerenku("check", "通知.txt", "--strict").code == 1


def test_sound_text(zerenku: Zerenku, notice: Path) -> None:
    notice.write_text(SOUND, encoding="gb18030")
    done = zerenku("check", notice, "--strict")
    assert (done.code, done.out) == (0, "共 1 份公文：0 处错误，0 处警告\n")


@pytest.mark.parametrize("words", [["--format", "json"], ["--json"]])
def test_json(zerenku: Zerenku, notice: Path, words: list[str]) -> None:
    done = zerenku("check", "通知.txt", *words)
    assert (done.code, done.err) == (0, "")
    misprint, gap = json.loads(done.out)
    assert misprint == {
        "rule": "misprint",
        "severity": "warning",
        "file": "通知.txt",
        "line": 14,
        "column": 11,
        "path": ["二", "（一）"],
        "text": "明查暗访",
        "explain": "“明查暗访”应为“明察暗访”",
        "suggest": "改为“明察暗访”",
    }
    assert (gap["rule"], gap["path"], gap["text"]) == ("numbering-gap", ["四"], "四、")


def test_folder_and_content_together(zerenku: Zerenku, root: Path, notice: Path) -> None:
    (root / "来文").mkdir()
    notice.rename(root / "来文" / "通知.txt")
    (root / "来文" / "表.xlsx").write_bytes(b"PK")
    write(root, sources(plan(clause("unconfirmed: [summary]"))))
    done = zerenku("check", "来文", "content")
    lines = done.out.splitlines()
    assert [line.split(":")[0] for line in lines[:-1]] == [
        "content/plans/liutang-2030.yml",
        "来文/通知.txt",
        "来文/通知.txt",
    ]
    assert lines[-1] == "共 1 个方案、1 条、1 项责任、1 份公文：0 处错误，3 处警告"


def test_one_bad_file_stops_no_other(zerenku: Zerenku, root: Path, notice: Path) -> None:
    (root / "空.txt").write_bytes(b"")
    done = zerenku("check", "空.txt", "通知.txt", "没有.docx")
    assert done.code == 1
    assert "共 1 份公文：0 处错误，2 处警告" in done.out
    assert [line.split("：")[1] for line in done.err.splitlines()] == ["没有.docx", "空.txt"]


def test_only_a_bad_file(zerenku: Zerenku, root: Path) -> None:
    (root / "空.txt").write_bytes(b"")
    done = zerenku("check", "空.txt")
    assert (done.code, done.err) == (1, "错误：空.txt：无法读取（文件是空的；请重新取一份）\n")
    assert done.out == "", "a count of findings would say that it was checked"


@pytest.mark.parametrize("command", ["check", "import"])
@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("通知.docx", compound("EncryptionInfo", "EncryptedPackage"), "有密码"),
        ("通知.pdf", pdf(Sheet().picture()), "扫描图像"),
    ],
    ids=["encrypted", "scanned"],
)
def test_paper_that_cannot_be_read(
    zerenku: Zerenku, root: Path, command: str, name: str, data: bytes, said: str
) -> None:
    (root / name).write_bytes(data)
    before = sorted(root.rglob("*"))
    done = zerenku(command, name)
    assert (done.code, done.out) == (1, "")
    (line,) = done.err.splitlines()
    assert said in line
    assert "；请" in line
    assert zerenku("check", name, "--format", "html", "-o", "检查.html").code == 1
    assert sorted(root.rglob("*")) == before


def test_without_a_workspace(zerenku: Zerenku, notice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = zerenku("check", notice)
    assert done.code == 0
    assert done.out.splitlines()[-1] == "共 1 份公文：0 处错误，2 处警告"
    assert str(tmp_path) not in done.out


def test_with_a_broken_workspace(zerenku: Zerenku, root: Path, notice: Path) -> None:
    write(root, sources(departments="- {id: x}\n"))
    assert zerenku("check", "通知.txt").out.splitlines()[-1] == "共 1 份公文：0 处错误，2 处警告"


def test_registers_are_known(zerenku: Zerenku, root: Path, notice: Path) -> None:
    notice.write_text(SOUND.replace("由安办牵头", "桑园镇各村参加（渔政局牵头，派出所配合）"), encoding="utf-8")
    rules = {item["rule"] for item in json.loads(zerenku("check", "通知.txt", "--json").out)}
    assert rules == {"foreign-place", "owner-unknown"}


def test_waivers(zerenku: Zerenku, root: Path, notice: Path) -> None:
    (root / "zerenku.toml").write_text(
        '[[waivers]]\nrule = "misprint"\nfile = "通知.txt"\nreason = "原件如此，已核对"\n'
        '[[waivers]]\nrule = "numbering-gap"\n',
        encoding="utf-8",
    )
    done = zerenku("check", "通知.txt")
    assert done.code == 1
    lines = done.out.splitlines()
    assert lines[0].startswith("zerenku.toml:5:1: error 豁免“numbering-gap”没有写理由，不生效")
    assert "[numbering-gap]" in lines[1]
    assert lines[2] == "共 1 份公文：1 处错误，1 处警告，已豁免 1 处"


def test_waiver_in_the_paper_itself(zerenku: Zerenku, root: Path) -> None:
    flawed = "开展明查暗访。"
    text = SOUND.replace("库区动火", f"{flawed}库区动火")
    at = text.rindex("\n", 0, text.index(flawed)) + 1
    (root / "通知.txt").write_text(text, encoding="utf-8")
    before = zerenku("check", "通知.txt").out
    assert "[misprint]" in before
    (root / "通知.txt").write_text(f"{text[:at]}# 豁免 misprint：单位惯用\n{text[at:]}", encoding="utf-8")
    done = zerenku("check", "通知.txt")
    assert done.out == "共 1 份公文：0 处错误，0 处警告，已豁免 1 处\n"


def test_waiver_beside_a_line_of_content(zerenku: Zerenku, root: Path) -> None:
    source = plan(clause("unconfirmed: [summary]")).rstrip("\n") + "  # 豁免 unconfirmed：等印发后再核\n"
    write(root, sources(source))
    done = zerenku("check", "--strict")
    assert (done.code, done.out) == (0, "共 1 个方案、1 条、1 项责任：0 处错误，0 处警告，已豁免 1 处\n")


def test_output_file(zerenku: Zerenku, root: Path, notice: Path) -> None:
    assert zerenku("check", "通知.txt", "--json", "-o", "结果.json").out == ""
    assert len(json.loads((root / "结果.json").read_text(encoding="utf-8"))) == 2
    refused = zerenku("check", "通知.txt", "-o", "没有/结果.txt")
    assert (refused.code, "上级目录不存在" in refused.err) == (1, True)
