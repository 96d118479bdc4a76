"""`zerenku draft` takes the layout of the issuer by itself, the one asked for, or the standard."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Zerenku
from tests.support import write

PROFILE = """\
id: liutang
place: liutang
issuer: 柳塘镇人民政府
mark: 柳塘政府文件
fonts: {fangsong: 仿宋}
printed_by: 柳塘镇党政办公室
"""


@pytest.fixture
def profiled(root: Path) -> Path:
    return write(root, {"content/profiles/liutang.yml": PROFILE})


def said(path: Path) -> str:
    paper = docx.Document(str(path))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(item.text for item in paper.paragraphs), *cells, paper.styles["Normal"].element.xml])


def drafted(zerenku: Zerenku, *more: str) -> str:
    done = zerenku("draft", "notice", "--plan", "liutang-2030", "-o", "甲.docx", *more)
    assert (done.code, done.err) == (0, "")
    return said(Path("甲.docx"))


@pytest.mark.usefixtures("profiled")
def test_the_issuer_s_own_layout(zerenku: Zerenku) -> None:
    text = drafted(zerenku)
    assert "柳塘政府文件" in text
    assert "柳塘镇党政办公室\t" in text
    assert 'w:eastAsia="仿宋"' in text


@pytest.mark.usefixtures("profiled")
def test_the_standard_on_demand_and_for_another_issuer(zerenku: Zerenku) -> None:
    for more in (("--profile", "standard"), ("--set", "发文机关=柳塘派出所")):
        text = drafted(zerenku, *more)
        assert "柳塘政府文件" not in text
        assert 'w:eastAsia="仿宋_GB2312"' in text


@pytest.mark.usefixtures("profiled")
def test_what_a_person_fills_in_comes_first(zerenku: Zerenku) -> None:
    assert "柳塘镇档案室\t" in drafted(zerenku, "--set", "印发机关=柳塘镇档案室")


@pytest.mark.usefixtures("profiled")
def test_a_profile_for_a_paper_set_word_for_word(zerenku: Zerenku, root: Path) -> None:
    (root / "来文.txt").write_text(
        "关于检查的通知\n\n各村：\n请自查。\n\n柳塘镇人民政府\n2030年3月5日\n", encoding="utf-8"
    )
    done = zerenku("draft", "notice", "--from", "来文.txt", "--profile", "liutang", "-o", "乙.docx")
    assert done.code == 0
    assert 'w:eastAsia="仿宋"' in said(Path("乙.docx"))


@pytest.mark.usefixtures("profiled")
def test_an_unknown_profile_is_refused_with_the_nearest(zerenku: Zerenku) -> None:
    done = zerenku("draft", "notice", "--plan", "liutang-2030", "--profile", "liutan")
    assert done.code == 1
    assert "liutang" in done.err


def test_a_broken_profile_stops_the_draft(zerenku: Zerenku, root: Path) -> None:
    write(root, {"content/profiles/liutang.yml": PROFILE.replace("mark", "marks")})
    done = zerenku("draft", "notice", "--plan", "liutang-2030")
    assert done.code == 1
    assert "content/profiles/liutang.yml:4" in done.err


def test_the_proof_compares_pages_with_the_reckoning(
    zerenku: Zerenku, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = ("draft", "notice", "--plan", "liutang-2030", "--proof", "-o", "通知.docx")
    assert zerenku(*wanted).code == 0
    sheet = (root / "通知-版式核对.md").read_text(encoding="utf-8")
    (row,) = (line for line in sheet.splitlines() if "| 页数 |" in line)
    assert "（估算 " in row
    assert "| 合格 |" in row
    monkeypatch.setattr("zerenku.cli.draft.reckoned_pages", lambda _: 99)
    failed = zerenku(*wanted)
    assert failed.code == 1
    assert "（估算 99 页）" in (root / "通知-版式核对.md").read_text(encoding="utf-8")


def test_a_paper_without_an_imprint_has_no_pages_to_reckon(zerenku: Zerenku, root: Path) -> None:
    assert zerenku("draft", "tasks", "--plan", "liutang-2030", "--proof", "-o", "任务.docx").code == 0
    assert "估算 " not in (root / "任务-版式核对.md").read_text(encoding="utf-8")
