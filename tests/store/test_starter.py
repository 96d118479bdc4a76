from pathlib import Path

import pytest

from tests.repository import ROOT
from zerenku.errors import OutputRefused
from zerenku.linter.runner import lint
from zerenku.model.finding import Severity
from zerenku.store.starter import new_workspace
from zerenku.store.workspace import load


def test_new_workspace_is_sound(tmp_path: Path) -> None:
    made = new_workspace(tmp_path / "mine")
    found = load(tmp_path / "mine")
    assert found.findings == ()
    assert {finding.severity for finding in lint(found.sealed())} <= {Severity.WARNING}
    assert made == tuple(sorted(path for path in made))
    assert Path("content/plans/liutang-2030.yml") in made
    assert Path("content/schema/plan.schema.json") in made
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_new_workspace_is_the_starter_and_nothing_else(tmp_path: Path) -> None:
    made = new_workspace(tmp_path / "mine")
    starter = ROOT / "zerenku" / "starter"
    for path in made:
        assert (tmp_path / "mine" / path).read_bytes() == (starter / path).read_bytes()
    assert {path for path in made if path.suffix in {".pyc", ""}} == set()


def test_new_workspace_is_known_to_mkdocs(tmp_path: Path) -> None:
    """By the settings that every site of ours has."""
    new_workspace(tmp_path / "mine")
    texts = [
        (folder / "mkdocs.yml").read_text(encoding="utf-8") for folder in (tmp_path / "mine", ROOT / "generators/site")
    ]
    mine, ours = ([line for line in text.splitlines() if not line.startswith("#")] for text in texts)
    assert mine == ours


def test_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert new_workspace(tmp_path / "mine")


def test_folder_with_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "总结.docx").write_bytes(b"mine")
    with pytest.raises(OutputRefused, match="不是空的"):
        new_workspace(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["总结.docx"]


def test_folder_the_user_stands_in_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputRefused, match="正在这个目录"):
        new_workspace(Path())
    assert list(tmp_path.iterdir()) == []
