"""What `zerenku build` tells and where it writes; what the pages hold is tested with their makers."""

from pathlib import Path

import pytest

from tests.cli.conftest import Zerenku
from zerenku.store.atomic import MARKER


def test_build_says_where_everything_is(zerenku: Zerenku, root: Path) -> None:
    done = zerenku("build")
    assert (done.code, done.err) == (0, "")
    site, index, *papers, total = done.out.splitlines()
    assert site.startswith(f"网站：{Path('site/index.html')}")
    assert index.startswith("索引：")
    assert papers[0] == "样稿："
    assert papers[1].startswith(f"  {Path('site/downloads/liutang-2030-notice.docx')}（")
    pages = len(list((root / "site").rglob("*.html")))
    assert total == f"共 1 个方案、1 项责任、{pages} 个页面"
    assert (root / "site/index.html").is_file()
    assert (root / "site/downloads/liutang-2030-notice.docx").is_file()
    assert (root / "site/assets/zerenku/search-index.js").is_file()


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
