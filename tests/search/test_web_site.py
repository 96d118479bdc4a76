"""The site and the API under one address, as `zerenku serve` has them."""

from __future__ import annotations

import http.client
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.web import api_app, open_edition
from tests.search.web import Client, settings
from zerenku.cli.live import Changes
from zerenku.cli.serve import SiteFiles

PAGE = "<!doctype html><html><body><p>青禾县</p></body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "assets").mkdir(parents=True)
    (folder / "plans").mkdir()
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "plans" / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "assets" / "site.js").write_text("var a;", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return folder


def over(workspace: Path, site: Path, changes: Changes | None = None) -> Client:
    return Client(api_app(workspace, open_edition(workspace), settings=settings(), site=SiteFiles(site, changes)))


@pytest.fixture
def client(workspace: Path, site: Path) -> Iterator[Client]:
    with over(workspace, site) as opened:
        yield opened


def test_pages_files_and_api_beside_each_other(client: Client) -> None:
    for path in ("/", "/index.html", "/plans/"):
        page = client.get(path)
        assert (page.status_code, page.text) == (200, PAGE)
        assert page.headers["content-type"] == "text/html; charset=utf-8"
    script = client.get("/assets/site.js")
    assert (script.text, script.headers["x-content-type-options"]) == ("var a;", "nosniff")
    assert script.headers["cross-origin-resource-policy"] == "same-origin"
    assert client.get("/assets/site.js", if_none_match=script.headers["etag"]).status_code == 304
    assert client.json("/api/search?q=充电")["total"] == 2
    assert client.json("/healthz")["status"] == "ok"


def test_head_of_a_page(client: Client) -> None:
    head = client.ask("HEAD", "/")
    assert (head.status_code, head.content, head.headers["content-length"]) == (200, b"", str(len(PAGE.encode())))


@pytest.mark.parametrize("path", ["/nothing.html", "/assets/", "/assets", "/../secret.txt", "/%2e%2e/secret.txt"])
def test_no_such_page_no_listing_and_nothing_outside(client: Client, path: str) -> None:
    answer = client.get(path)
    if answer.status_code == 307:
        answer = client.get(answer.headers["location"])
    assert answer.status_code == 404
    assert "没有这个网页" in answer.text
    assert "secret" not in answer.text
    assert "site.js" not in answer.text


def test_a_page_of_its_own_for_what_is_not_there(client: Client, site: Path) -> None:
    (site / "404.html").write_text("<p>没有</p>", encoding="utf-8")
    assert (client.get("/nothing").status_code, client.get("/nothing").text) == (404, "<p>没有</p>")


def test_the_site_is_for_reading(client: Client) -> None:
    answer = client.ask("POST", "/")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


def test_watched_pages_follow_their_sources(workspace: Path, site: Path, client: Client) -> None:
    changes = Changes()
    with over(workspace, site, changes) as watched:
        page = watched.get("/")
        assert '<script src="/_zerenku/live.js"></script></body>' in page.text
        assert page.headers["cache-control"] == "no-store"
        assert "zerenkuLive" in watched.get("/_zerenku/live.js").text
        changes.add(["plans/index.html"])
        assert watched.get("/_zerenku/changes.js?since=0").text == 'zerenkuLive(1,["plans/index.html"]);\n'
        assert watched.get("/assets/site.js").text == "var a;"
    assert client.get("/_zerenku/live.js").status_code == 404


def test_serve(workspace: Path) -> None:
    command = [
        str(Path(sys.executable).with_name("zerenku")),
        "-C",
        str(workspace),
        "serve",
        "--port",
        "0",
        "--rate",
        "0",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        told = [process.stdout.readline(), process.stdout.readline()]
        address = told[0].partition("http://127.0.0.1:")[2].partition("/")[0]
        assert told[1] == f"接口：http://127.0.0.1:{address}/api/\n"
        connection = http.client.HTTPConnection("127.0.0.1", int(address), timeout=60)
        for path in ("/", "/api/", "/api/who?q=%E5%85%85%E7%94%B5", "/plans/liutang-2031.html"):
            connection.request("GET", path)
            answer = connection.getresponse()
            assert (answer.status, answer.getheader("server")) == (200, None)
            assert answer.read()
        connection.request("GET", "/", headers={"Host": "elsewhere.example"})
        answer = connection.getresponse()
        assert (answer.status, "只答 127.0.0.1" in answer.read().decode()) == (421, True)
        connection.close()
        process.send_signal(signal.SIGINT)
        assert process.stdout.read() == "已结束\n"
    assert process.returncode == 0
