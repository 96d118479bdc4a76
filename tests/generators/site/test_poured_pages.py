"""A page poured into its shell is, byte for byte, the page that MkDocs renders itself from the same content."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generators.site.build import DEFAULT_CONFIG, build_site
from generators.site.edition import Edition
from generators.site.pages import OutlineItem, Section, SitePage
from generators.site.plugin import CataloguePlugin, Order
from generators.site.shell import Shell, ShellKind
from tests.generators.site.conftest import ASSETS, PAPERS, WORKSPACE
from zerenku.build.books import read_returns, returned_books
from zerenku.catalogue.catalogue import Catalogue

OWN_CONFIG = DEFAULT_CONFIG.read_text(encoding="utf-8") + "\nsite_url: https://example.invalid/责任/\n"
HOSTILE = '<b>"一" & 二</b>  zkslot'


def odd_pages(_: Catalogue) -> Iterator[SitePage]:
    """Deep down, with titles that must be escaped, with and without outline and description."""
    deep = OutlineItem("一层", "a", (OutlineItem(HOSTILE, "b", (OutlineItem("三层", "c"),)),))
    for depth in range(4):
        path = "层/" * depth
        yield SitePage(f"{path}odd", HOSTILE, Section.ABOUT, "topics.html.j2", {"rows": ()}, (deep,), HOSTILE)
        yield SitePage(f"{path}bare page", "又\n一页", Section.TERMS, "topics.html.j2", {"rows": ()})


def whole_folder(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def by_mkdocs(edition: Edition, out: Path, config_file: Path) -> dict[str, bytes]:
    (out.parent / "empty").mkdir()
    config = load_config(str(config_file), site_dir=str(out), docs_dir=str(out.parent / "empty"))
    plugin = config.plugins["zerenku"]
    assert isinstance(plugin, CataloguePlugin)
    plugin.hand_over(Order.whole(edition))
    build(config)
    return whole_folder(out)


@pytest.mark.parametrize("own", [False, True], ids=["our settings", "with an address"])
def test_poured_equals_rendered(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, own: bool
) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    views = __import__("generators.site.edition", fromlist=["VIEWS"]).VIEWS
    monkeypatch.setattr("generators.site.edition.VIEWS", (*views, odd_pages))
    monkeypatch.setattr("generators.site.views.duties.SHEET", 3)
    monkeypatch.setattr("generators.site.views.standards.LISTED", 0)
    config_file = DEFAULT_CONFIG
    if own:
        config_file = tmp_path / "mkdocs.yml"
        config_file.write_text(OWN_CONFIG, encoding="utf-8")
    books = returned_books(read_returns(WORKSPACE, catalogue.plans))
    edition = Edition(catalogue, ASSETS, None, PAPERS, books=books)
    rendered = by_mkdocs(edition, tmp_path / "rendered", config_file)
    (tmp_path / "poured").mkdir()
    build_site(catalogue, out=tmp_path / "poured", assets=ASSETS, papers=PAPERS, books=books, config_file=config_file)
    poured = whole_folder(tmp_path / "poured")
    assert sorted(poured) == sorted(rendered)
    assert [name for name in sorted(poured) if poured[name] != rendered[name]] == []
    assert {page.template for page in edition.pages()} == {f"{path.name}" for path in used_templates()}
    assert ('rel="canonical"' in poured["层/层/odd.html"].decode()) is own


def used_templates() -> Iterator[Path]:
    """Every template that is a page, not a piece of one."""
    folder = DEFAULT_CONFIG.parent / "templates"
    texts = {path: path.read_text(encoding="utf-8") for path in folder.glob("*.j2")}
    return (path for path in texts if not any(f' "{path.name}"' in text for text in texts.values()))


def test_no_slot_is_left_over(site: Path) -> None:
    assert [path.name for path in site.rglob("*.html") if b"zkslot" in path.read_bytes()] == []


def test_a_shell_forgets_nothing_of_its_stub() -> None:
    page = SitePage("a/b", "题", Section.PLANS, "", outline=(OutlineItem("头", "head"),), description="说明")
    stub = ShellKind.of(page).stub(3)
    shell = Shell.cut(f"<title>{stub.title}</title><a href='{stub.path}.html'>zkslotarticle", stub)
    poured = shell.pour(page, [b"<p>", "文</p>".encode()])
    assert poured.decode() == "<title>题</title><a href='a/b.html'><p>文</p>"
