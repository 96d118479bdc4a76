"""What `zerenku build` tells and where it writes; what the pages hold is tested with their makers."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Zerenku
from zerenku.returns.record import Grid
from zerenku.store.atomic import MARKER
from zerenku.store.returns import read_grids


@pytest.fixture(autouse=True)
def in_good_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine so busy that a small build is told of by lines of progress changes nothing here."""
    monkeypatch.setattr("zerenku.cli.progress.PATIENCE", 3600.0)


def test_build_says_where_everything_is(zerenku: Zerenku, root: Path) -> None:
    done = zerenku("build")
    assert (done.code, done.err) == (0, "")
    site, index, papers, total = done.out.splitlines()
    assert site.startswith(f"网站：{Path('site/index.html')}")
    assert index.startswith("索引：")
    made = len(list((root / "site/downloads").iterdir()))
    assert papers.startswith(f"文书：{made} 份，见 {Path('site/documents/index.html')}（")
    pages = sum(1 for path in (root / "site").rglob("*.html") if path.name != "404.html")
    assert total == f"共 1 个方案、1 项责任、{pages} 个页面"
    assert (root / "site/index.html").is_file()
    assert (root / "site/downloads/liutang-2030-notice.docx").is_file()
    assert (root / "site/assets/zerenku/search/root.js").is_file()


def test_build_into_another_folder(zerenku: Zerenku, root: Path, tmp_path: Path) -> None:
    done = zerenku("build", "--site", tmp_path / "网 站")
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / "网 站" / "index.html").is_file()
    assert not (root / "site").exists()


def test_nothing_is_left_beside_the_site(zerenku: Zerenku, root: Path) -> None:
    for _ in range(2):
        assert zerenku("build").code == 0
        assert sorted(path.name for path in root.iterdir() if path.name != ".zerenku") == ["content", "site"]


@pytest.mark.parametrize("goal", ["content", "."])
def test_folder_with_other_files_is_refused(zerenku: Zerenku, root: Path, goal: str) -> None:
    before = sorted(root.rglob("*"))
    done = zerenku("build", "--site", goal)
    assert (done.code, done.out) == (1, "")
    (line,) = done.err.splitlines()
    assert "目录里有别的文件" in line
    assert sorted(path for path in root.rglob("*") if ".zerenku" not in path.parts) == before


def test_build_stands_on_its_own_output_only(zerenku: Zerenku, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert zerenku("build").code == 0
    assert (root / "site" / MARKER).is_file()
    monkeypatch.chdir(root / "site")
    done = zerenku("-C", "..", "build")
    assert done.code == 1
    assert "上级目录" in done.err
    assert (root / "site/index.html").is_file()


ORIGINAL = "柳塘镇消防整治方案\n一、日常巡查\n2030年6月底前报镇政府。\n柳塘镇人民政府\n"


def originals(folder: Path, name: str = "liutang-2030.txt", text: str = ORIGINAL) -> Path:
    folder.mkdir()
    (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("words", [["--originals", "../原文"], []], ids=["given", "in the workspace"])
def test_originals_are_compared_and_the_result_is_published(zerenku: Zerenku, root: Path, words: list[str]) -> None:
    originals(root / words[-1] if words else root / "originals")
    done = zerenku("build", *words)
    assert (done.code, done.err) == (0, "")
    page = Path("site/about/coverage/index.html")
    (line,) = [line for line in done.out.splitlines() if line.startswith("原文：")]
    assert re.fullmatch(
        rf"原文：核对了 1 个方案，\d+ 处对不上（列在 {re.escape(str(page))}）", line.replace(f"{root}/", "")
    )
    found = (root / page).read_text(encoding="utf-8")
    assert '<a href="../../plans/liutang-2030.html#1">一</a>' in found
    assert "<q>2030年6月底前</q>" in found
    assert "没有与原文核对" not in found
    assert "报镇政府" not in found, "the page of coverage quotes what is lacking, no more"
    clause = (root / "site/plans/liutang-2030.html").read_text(encoding="utf-8")
    assert "<summary>原文</summary><p>一、日常巡查</p><p>2030年6月底前报镇政府。</p>" in clause


def test_without_originals_nothing_is_claimed(zerenku: Zerenku, root: Path) -> None:
    done = zerenku("build")
    assert "原文：" not in done.out
    assert "没有与原文核对" in (root / "site/about/coverage/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"), [("other.txt", ORIGINAL), ("liutang-2030.docx", "no archive")], ids=["no file", "broken file"]
)
def test_a_plan_without_a_readable_original_is_told(zerenku: Zerenku, root: Path, name: str, text: str) -> None:
    originals(root / "originals", name, text)
    done = zerenku("build")
    assert (done.code, done.err) == (0, "")
    assert f"原文：1 个方案在 {Path('originals')} 里没有可用的原文，没有核对" in done.out.replace(f"{root}/", "")
    assert "没有与原文核对" in (root / "site/about/coverage/index.html").read_text(encoding="utf-8")


def test_originals_that_are_not_there_are_refused(zerenku: Zerenku, root: Path) -> None:
    done = zerenku("build", "--originals", "nowhere")
    assert (done.code, done.out) == (1, "")
    assert done.err == "错误：nowhere：无法读取（没有这个文件或目录）\n"
    assert not (root / "site").exists()


def test_a_wrong_return_is_told(zerenku: Zerenku, root: Path) -> None:
    """The tables that districts return are read for papers and pages; what is wrong with them is said, not dropped."""
    folder = root / "content" / "progress" / "liutang-2030"
    folder.mkdir(parents=True)
    (folder / "2030-06.csv").write_text("单位,没有这一列\n桑园社区,3\n", encoding="utf-8")
    told = zerenku("build")
    assert "2030-06.csv" in told.err
    assert "没有这一列" in told.err


def test_what_is_wrong_with_a_return_is_told_and_builds_all_the_same(
    zerenku: Zerenku, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counted(path: Path, *, name: str = "") -> tuple[Grid, ...]:
        read.append(name)
        return read_grids(path, name=name)

    monkeypatch.setattr("zerenku.store.returns.read_grids", counted)
    folder = root / "content/progress/liutang-2030"
    folder.mkdir(parents=True)
    (folder / "2030-03.csv").write_text("村,巡查\n东村,许多\n", encoding="utf-8")
    done = zerenku("build", "--jobs", "1")
    assert done.code == 0
    table = "content/progress/liutang-2030/2030-03.csv"
    assert table in done.err
    assert (root / "site/index.html").is_file()
    assert read == [table], "once for papers, pages and what is told"
