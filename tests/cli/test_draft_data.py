"""`--data` takes files, folders and patterns, expanded by the shell or not."""

from pathlib import Path

import pytest

from tests.cli.conftest import Zerenku
from zerenku.cli.draft_data import data_files
from zerenku.errors import SourceUnreadable


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    folder = tmp_path / "报表"
    folder.mkdir()
    for name in ("2030-04.csv", "2030-03.xlsx", "~$2030-03.xlsx", ".2030-05.csv", "说明.md"):
        (folder / name).write_text("村,巡查\n", encoding="utf-8")
    return folder


def test_what_a_name_stands_for(tables: Path) -> None:
    march, april = tables / "2030-03.xlsx", tables / "2030-04.csv"
    assert data_files((tables,)) == (march, april)
    assert data_files((tables / "2030-*", april)) == (march, april)
    assert data_files((april, tables / "没有.csv")) == (april, tables / "没有.csv")
    (tables.parent / "空").mkdir()
    for empty in (tables / "*.tsv", tables.parent / "空"):
        with pytest.raises(SourceUnreadable, match=r"没有 \.csv 或 \.xlsx 表格"):
            data_files((empty,))


def test_the_words_that_a_shell_makes_of_a_pattern(zerenku: Zerenku, root: Path) -> None:
    words = ("draft", "summary", "--plan", "liutang-2030", "--as-of", "2030-06-01", "-o", "总结.docx")
    for name, month in (("甲.csv", 3), ("乙.csv", 4)):
        (root / name).write_text(f"2030年{month}月\n地区,不认得的栏\n一村,3\n", encoding="utf-8")
    done = zerenku(*words, "--data", "甲.csv", "乙.csv")
    assert "甲.csv:" in done.err
    assert "乙.csv:" in done.err
    assert (root / "总结.docx").exists()
    wrong = zerenku(*words, "甲.csv")
    assert (wrong.code, wrong.out) == (2, "")
    assert "多余的参数：甲.csv" in wrong.err
