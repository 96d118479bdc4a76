"""The shell around the pages: MkDocs on its own, its complaints, and what happens without a search index."""

import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config

from generators.site.build import SiteRefused, build_site
from generators.site.edition import Edition
from generators.site.plugin import CataloguePlugin, Order
from tests.generators.site.conftest import ASSETS, PAPERS, WORKSPACE
from tests.generators.site.site_pages import read_page
from tests.repository import ROOT
from zerenku.catalogue.catalogue import Catalogue

CONFIG = (ROOT / "generators/site/mkdocs.yml").read_text(encoding="utf-8")


def test_mkdocs_alone_builds_a_workspace(tmp_path: Path) -> None:
    shutil.copytree(WORKSPACE, tmp_path / "workspace")
    (tmp_path / "workspace/mkdocs.yml").write_text(CONFIG.replace("责任库", "青禾责任库", 1), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=tmp_path / "workspace",
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    built = tmp_path / "workspace/site"
    assert read_page(built / "plans/qinghe-2030.html", only="2-1-d1").says("牵头：青禾镇安全科")
    assert not list(built.rglob("*.yml")), "the sources are not published"
    home = read_page(built / "index.html")
    assert "<title>青禾责任库</title>" in home.markup


@pytest.mark.parametrize("command", ["build", "serve"])
def test_only_pages_that_mkdocs_serves_may_run_its_script(catalogue: Catalogue, tmp_path: Path, command: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    plugin = config.plugins["zerenku"]
    assert isinstance(plugin, CataloguePlugin)
    plugin.hand_over(Order.whole(Edition(catalogue)))
    config.plugins.run_event("startup", command=command, dirty=False)
    policy: str = config.plugins.on_config(config).extra["zerenku"]["policy"]
    assert ("'unsafe-inline'" in policy) == (command == "serve")
    assert "http" not in policy
    assert "eval" not in policy
    build_site(catalogue, out=tmp_path / "later")
    assert "unsafe-inline" not in (tmp_path / "later/index.html").read_text(encoding="utf-8"), "nor later"


def test_without_an_index_the_box_is_told(catalogue: Catalogue, site: Path, tmp_path: Path) -> None:
    build_site(catalogue, out=tmp_path)
    assert 'name="zerenku-search"' not in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert 'name="zerenku-search"' in (site / "index.html").read_text(encoding="utf-8")


def test_handed_in_files_lie_where_they_were_named(site: Path) -> None:
    handed = ASSETS | {paper.name: paper.data for paper in PAPERS}
    assert {name: (site / name).read_bytes() for name in handed} == handed


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        (CONFIG.replace("  - zerenku", "  []"), "zerenku"),
        (CONFIG.replace("name: material", "name: no-such"), "no-such"),
        ("site_name: [", "第1行第13列附近"),
    ],
    ids=["no plugin", "no theme", "not YAML"],
)
def test_a_wrong_mkdocs_yml_is_one_sentence(catalogue: Catalogue, tmp_path: Path, settings: str, reason: str) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(settings, encoding="utf-8")
    with pytest.raises(SiteRefused, match=reason) as caught:
        build_site(catalogue, out=tmp_path / "out", config_file=config)
    assert str(caught.value).startswith("网站没有生成：")
    assert "\n" not in str(caught.value)


def test_logging_is_as_it_was(catalogue: Catalogue, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    logger = logging.getLogger("mkdocs")
    before = logger.level, logger.propagate, list(logger.handlers)
    build_site(catalogue, out=tmp_path)
    assert (logger.level, logger.propagate, list(logger.handlers)) == before
    assert capfd.readouterr() == ("", "")


def test_two_pages_at_one_place_are_refused(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Edition(catalogue).pages()[0]
    monkeypatch.setattr("generators.site.edition.VIEWS", (lambda _: iter([page, page]),))
    with pytest.raises(ValueError, match="两个页面同名：index"):
        Edition(catalogue).pages()
