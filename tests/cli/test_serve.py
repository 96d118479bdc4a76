"""A served site that follows its sources: pages on their way out carry a script, files never do."""

import re
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.request import urlopen

import pytest
import uvicorn
from playwright.sync_api import Browser, expect

from generators.site.feeds import published_at
from search.web import Edition
from tests.cli.conftest import Zerenku
from tests.support import plan, sources, write
from zerenku.build import Built, build_workspace
from zerenku.catalogue.catalogue import Catalogue
from zerenku.cli.check_coverage import Covered, check_coverage
from zerenku.cli.live import TAG, Changes, with_script
from zerenku.cli.originals import WatchedOriginals
from zerenku.cli.serve import LOOPBACK, SiteFiles, names_of
from zerenku.cli.watch import Watcher
from zerenku.model.plan import Plan
from zerenku.store.shelf import Shelf
from zerenku.store.workspace import load

PLAN = "plans/liutang-2030.html"
ORIGINAL = "柳塘镇消防整治方案\n一、日常巡查\n每天巡查，2030年6月底前报镇政府。\n柳塘镇人民政府\n"
Edit = Callable[[str, str], None]


@contextmanager
def served(site: Path, changes: Changes | None) -> Iterator[str]:
    """The address of a server of the site."""
    server = uvicorn.Server(uvicorn.Config(SiteFiles(site, changes), host=LOOPBACK, port=0, log_level="error"))
    with closing(socket.create_server((LOOPBACK, 0))) as listening:
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield f"http://{LOOPBACK}:{listening.getsockname()[1]}/"
        finally:
            server.should_exit = True
            thread.join()


def fetch(address: str) -> str:
    with urlopen(address) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode())


@pytest.fixture
def watcher(root: Path) -> Watcher:
    shelf = Shelf()
    build_workspace(load(root, shelf=shelf), site=root / "site")
    return Watcher(root, root / "site", shelf, Changes())


@pytest.fixture
def edit(root: Path) -> Edit:
    def change(old: str, new: str) -> None:
        path = root / "content/plans/liutang-2030.yml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def test_the_script_is_in_what_is_sent_and_in_no_file(root: Path, watcher: Watcher) -> None:
    with served(root / "site", watcher.changes) as address:
        assert TAG.decode() in fetch(address + PLAN)
        assert TAG.decode() in fetch(address)
        assert "zerenkuLive" in fetch(address + "_zerenku/live.js")
    with served(root / "site", None) as address:
        assert fetch(address + PLAN) == (root / "site" / PLAN).read_text(encoding="utf-8")
    assert [path.name for path in (root / "site").rglob("*.html") if b"_zerenku" in path.read_bytes()] == []


def test_changes_since() -> None:
    changes = Changes()
    assert changes.script("") == b"zerenkuLive(0,null);\n"
    changes.add(["b.html", "a.html"])
    changes.add(["assets/zerenku/search/root.js"])
    assert changes.script("0") == b'zerenkuLive(2,["a.html", "assets/zerenku/search/root.js", "b.html"]);\n'
    assert changes.script("2") == b"zerenkuLive(2,[]);\n"
    changes.add(["assets/zerenku/site.css"])
    assert changes.script("2") == b"zerenkuLive(3,null);\n", "a new style is new for every page"
    assert changes.script("99") == changes.script("x") == changes.script("9" * 9000) == b"zerenkuLive(3,null);\n"


def test_a_page_without_an_end_is_sent_as_it_is() -> None:
    assert with_script(b"<p>") == b"<p>"


def test_a_saved_edit_is_built_and_told(
    root: Path, watcher: Watcher, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("每日巡查。", "每日巡查两遍。")
    watcher.rebuild()
    assert "每日巡查两遍。" in (root / "site" / PLAN).read_text(encoding="utf-8")
    # Scripts with the data of many pages changed with it: whatever page is open is to look again.
    assert watcher.changes.script("0") == b"zerenkuLive(2,null);\n"
    assert re.fullmatch(r"已更新 \d+ 个网页，用时 \d+\.\d\d 秒\n", capsys.readouterr().out)
    clean = root.parent / "clean"
    build_workspace(load(root), site=clean, clean=True)
    made = {path.relative_to(clean).as_posix(): path.read_bytes() for path in clean.rglob("*") if path.is_file()}
    assert {name: (root / "site" / name).read_bytes() for name in made} == made


def test_an_edit_keeps_the_originals_and_their_edit_is_seen(root: Path, edit: Edit) -> None:
    paper = root / "originals/liutang-2030.txt"
    paper.parent.mkdir()
    paper.write_text(ORIGINAL, encoding="utf-8")
    shelf, compared = Shelf(), WatchedOriginals(paper.parent)
    loaded = load(root, shelf=shelf)
    build_workspace(loaded, site=root / "site", originals=compared.compared(loaded))
    watcher = Watcher(root, root / "site", shelf, Changes(), compared)

    def shown() -> str:
        watcher.rebuild()
        return (root / "site" / PLAN).read_text(encoding="utf-8")

    edit("每日巡查。", "每日巡查两遍。")
    page = shown()
    assert "每日巡查两遍。" in page
    assert "<p>每天巡查，2030年6月底前报镇政府。</p>" in page
    paper.write_text(ORIGINAL.replace("6月底", "7月底"), encoding="utf-8")
    assert "<p>每天巡查，2030年7月底前报镇政府。</p>" in shown()
    paper.unlink()
    assert "7月底" not in shown()


def test_only_what_an_edit_touched_is_compared_again(root: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, sources(plan(), plan(id="liutang-2029")))
    (root / "originals").mkdir()
    for name in ("liutang-2030", "liutang-2029"):
        (root / f"originals/{name}.txt").write_text(ORIGINAL, encoding="utf-8")
    asked: list[list[str]] = []

    def watched(catalogue: Catalogue, originals: Path, *, plans: Sequence[Plan]) -> Covered:
        asked.append([item.id for item in plans])
        return check_coverage(catalogue, originals, plans=plans)

    monkeypatch.setattr("zerenku.cli.originals.check_coverage", watched)
    compared = WatchedOriginals(root / "originals")
    first = compared.compared(load(root))
    edit("每日巡查。", "每日巡查两遍。")
    assert compared.compared(load(root)).texts == first.texts
    assert asked == [["liutang-2029", "liutang-2030"], ["liutang-2030"]]


@pytest.mark.parametrize("words", [["--originals", "../原文"], []], ids=["given", "in the workspace"])
def test_serving_shows_the_originals_that_a_build_shows(
    zerenku: Zerenku, root: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = root / words[-1] if words else root / "originals"
    folder.mkdir()
    (folder / "liutang-2030.txt").write_text(ORIGINAL, encoding="utf-8")
    monkeypatch.setattr("zerenku.cli.serve.serve_on", lambda _, sockets: [item.close() for item in sockets])
    assert zerenku("serve", "--port", "0", *words).code == 0
    assert "<p>每天巡查，2030年6月底前报镇政府。</p>" in (root / "site" / PLAN).read_text(encoding="utf-8")


@pytest.fixture
def unserved(monkeypatch: pytest.MonkeyPatch) -> None:
    """`serve` ends as soon as it would serve."""
    monkeypatch.setattr("zerenku.cli.serve.serve_on", lambda _make, _sockets: None)


@pytest.mark.usefixtures("unserved")
def test_a_site_built_for_an_address_stays_so(zerenku: Zerenku, root: Path) -> None:
    robots = root / "site/robots.txt"
    assert zerenku("serve", "--port", "0", "--site-url", "https://a.example/b").code == 0
    assert robots.read_text(encoding="utf-8").endswith("https://a.example/b/sitemap.xml\n")
    assert zerenku("serve", "--port", "0").code == 0
    assert robots.exists()
    assert zerenku("build").code == 0
    assert not robots.exists()
    assert zerenku("serve", "--port", "0").code == 0
    assert not robots.exists()


def test_an_edit_keeps_the_address(root: Path, edit: Edit) -> None:
    shelf, address = Shelf(), "https://a.example/b/"
    build_workspace(load(root, shelf=shelf), site=root / "site", site_url=address)
    edit("每日巡查。", "每日巡查两遍。")
    Watcher(root, root / "site", shelf, Changes(), site_url=address).rebuild()
    assert published_at(root / "site") == address


@pytest.mark.usefixtures("unserved")
def test_a_port_in_use_is_told_before_anything_is_built(zerenku: Zerenku, root: Path) -> None:
    with closing(socket.create_server((LOOPBACK, 0))) as held:
        port = held.getsockname()[1]
        done = zerenku("serve", "--port", str(port))
    told = f"错误：{LOOPBACK}:{port}：端口已被占用，请用 --port 换一个端口\n"
    assert (done.code, done.out, done.err) == (1, "", told)
    assert not (root / "site").exists()


def test_names_by_which_it_may_be_called() -> None:
    assert names_of("") == ("127.0.0.1", "localhost", "[::1]")
    assert names_of("https://A.example:8443/b/")[-1] == "a.example"


def test_what_is_saved_during_the_first_build_is_served(
    zerenku: Zerenku, root: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index must not take what was loaded before for what is there now."""
    editions: list[Edition] = []

    def building(*given: Any, **named: Any) -> Built:
        edit("每日巡查。", "每日清点货架。")
        built = build_workspace(*given, **named)
        assert not built.indexed
        return built

    monkeypatch.setattr("zerenku.cli.serve.build_workspace", building)
    monkeypatch.setattr("zerenku.cli.serve.api_app", lambda _root, edition, **_: editions.append(edition))
    monkeypatch.setattr(
        "zerenku.cli.serve.serve_on", lambda make, sockets: [make(0), *(one.close() for one in sockets)]
    )
    assert zerenku("serve", "--port", "0", "--workers", "1").code == 0
    (edition,) = editions
    assert [duty.duty.do for duty in edition.catalogue.duties] == ["每日清点货架。"]
    assert edition.searcher.search("清点货架").total == 1
    edition.searcher.reader.close()


def test_a_flaw_is_told_and_the_site_stays(
    root: Path, watcher: Watcher, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (root / "site" / PLAN).read_bytes()
    edit("obliged: [镇政府]", "obliged: [没有的单位]")
    watcher.rebuild()
    assert (root / "site" / PLAN).read_bytes() == before
    assert "没有的单位" in capsys.readouterr().err
    edit("obliged: [没有的单位]", "obliged: [镇政府]")
    watcher.rebuild()
    assert capsys.readouterr().out == "内容没有错，网页没有变化\n"
    edit("obliged: [镇政府]", "obliged: [派出所]")
    watcher.rebuild()
    assert (root / "site" / PLAN).read_bytes() != before


def test_an_open_page_shows_the_edit_by_itself(root: Path, watcher: Watcher, edit: Edit, browser: Browser) -> None:
    with served(root / "site", watcher.changes) as address:
        page = browser.new_page()
        page.goto(address + PLAN)
        expect(page.get_by_text("每日巡查。").first).to_be_visible()
        time.sleep(0.6)
        edit("每日巡查。", "每日巡查两遍。")
        watcher.rebuild()
        expect(page.get_by_text("每日巡查两遍。").first).to_be_visible()
        page.close()


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_jobs_do_not_show_in_the_site(zerenku: Zerenku, root: Path, jobs: str) -> None:
    assert zerenku("build", "--jobs", jobs).code == 0
    assert zerenku("build", "--clean", "--jobs", "2", "--site", "other").code == 0
    here, there = (
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (root / "site", root / "other")
    )
    assert here == there
