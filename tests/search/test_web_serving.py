"""The API on a real port: several processes, one of them lost, an index replaced while it is read."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from search.index import fingerprint, write_index
from search.web.metrics import Metrics
from search.web.serving import bind
from tests.repository import ROOT
from tests.search.web import client_over
from zerenku.errors import PortRefused
from zerenku.store.workspace import load

SERVER = """
import sys
from pathlib import Path
from search.web import ROUTES, ApiSettings, Metrics, api_app, open_edition
from search.web.serving import bind, serve_on
root, processes = Path(sys.argv[1]), int(sys.argv[2])
metrics = Metrics(ROUTES, processes=processes)
open_edition(root).searcher.reader.close()
def make(number):
    metrics.take_row(number)
    return api_app(root, open_edition(root), settings=ApiSettings(rate=0, cached=0), metrics=metrics)
sockets = bind("127.0.0.1", 0, processes=processes)
print(sockets[0].getsockname()[1], flush=True)
try:
    serve_on(make, sockets)
except KeyboardInterrupt:
    print("end", flush=True)
"""
# What a shell does to a program that it starts in the background.
BACKGROUND = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
WAIT = 60.0


class Server:
    def __init__(self, root: Path, processes: int, *, background: bool = False) -> None:
        program = BACKGROUND + SERVER if background else SERVER
        command = [sys.executable, "-c", program, str(root), str(processes)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())
        self.until(lambda: self.get("/healthz")[0] == 200)

    def get(self, path: str) -> tuple[int, dict[str, str], bytes]:
        """One request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def json(self, path: str) -> Any:
        return json.loads(self.get(path)[2])

    def until(self, done: Callable[[], bool]) -> None:
        """Wait until something has come about."""
        end = time.monotonic() + WAIT
        while time.monotonic() < end:
            try:
                if done():
                    return
            except OSError:
                pass
            time.sleep(0.05)
        raise TimeoutError

    def children(self) -> list[int]:
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii")
        return [int(number) for number in listed.split()]

    def stop(self, number: int = signal.SIGINT) -> str:
        self.process.send_signal(number)
        said, _ = self.process.communicate(timeout=WAIT)
        return said


@pytest.fixture
def servers() -> Iterator[list[Server]]:
    started: list[Server] = []
    yield started
    for server in started:
        if server.process.poll() is None:
            server.stop(signal.SIGTERM)


@pytest.mark.parametrize("background", [False, True])
def test_one_process_answers_and_ends(workspace: Path, servers: list[Server], *, background: bool) -> None:
    servers.append(server := Server(workspace, 1, background=background))
    status, headers, _ = server.get("/api/suggest?q=liutang")
    assert (status, headers.get("server")) == (200, None)
    assert server.stop() == "end\n"
    assert server.process.returncode == 0


def test_several_processes_share_port_and_counts(workspace: Path, servers: list[Server]) -> None:
    servers.append(server := Server(workspace, 2))
    first = server.children()
    assert len(first) == 2
    for _ in range(30):
        assert server.json("/api/who?q=%E5%85%85%E7%94%B5")["answer"]["plan"]
    assert 'zerenku_requests_total{route="/api/who",status="200"} 30' in server.get("/metrics")[2].decode()
    os.kill(first[0], signal.SIGKILL)
    server.until(lambda: len(server.children()) == 2 and first[0] not in server.children())
    server.until(lambda: all(server.get("/healthz")[0] == 200 for _ in range(10)))
    assert server.stop() == "end\n"


def test_a_port_in_use_is_refused_whoever_uses_it() -> None:
    for processes in (1, 2):
        held = bind("127.0.0.1", 0, processes=processes)
        port = held[0].getsockname()[1]
        assert {item.getsockname()[1] for item in held} == {port}
        for other in (1, 2):
            with pytest.raises(PortRefused, match="端口已被占用"):
                bind("127.0.0.1", port, processes=other)
        for item in held:
            item.close()


def test_an_answer_does_not_wait_for_its_own_head(workspace: Path, servers: list[Server]) -> None:
    servers.append(server := Server(workspace, 1))
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=WAIT)
    times = []
    for _ in range(20):
        begun = time.perf_counter()
        connection.request("GET", "/healthz")
        connection.getresponse().read()
        times.append(time.perf_counter() - begun)
    connection.close()
    assert min(times[5:]) < 0.03


def test_loopback_only() -> None:
    (held,) = bind("127.0.0.1", 0)
    assert held.proto == socket.IPPROTO_TCP
    assert held.getsockname()[0] == "127.0.0.1"
    assert held.family == socket.AF_INET
    held.close()


@pytest.mark.parametrize("indexed", [True, False])
def test_a_new_index_is_taken_up_and_cursors_of_the_old_one_end(workspace: Path, *, indexed: bool) -> None:
    with client_over(workspace, cached=100) as client:
        before = client.get("/api/search?q=%E5%85%85%E7%94%B5")
        cursor = client.json("/api/duties?limit=2")["next"]
        plan = workspace / "content" / "plans" / "liutang-2031.yml"
        plan.write_text(plan.read_text(encoding="utf-8").replace("充电棚", "换电柜"), encoding="utf-8")
        if indexed:
            write_index(workspace, load(workspace).sealed(), mark=fingerprint(workspace))
        end = time.monotonic() + WAIT
        while client.get("/api/search?q=%E5%85%85%E7%94%B5").headers["etag"] == before.headers["etag"]:
            assert time.monotonic() < end
            time.sleep(0.02)
        assert client.json("/api/search?q=%E6%8D%A2%E7%94%B5%E6%9F%9C")["total"] == 1
        duties = client.json("/api/duties?plan=liutang-2031")["duties"]
        assert duties[1]["do"] == "建好电动自行车换电柜。"
        stale = client.get(f"/api/duties?limit=2&cursor={cursor}")
        assert (stale.status_code, stale.json()["type"]) == (400, "/api/#stale-cursor")


def test_a_broken_edit_leaves_the_old_answers(workspace: Path, caplog: pytest.LogCaptureFixture) -> None:
    with client_over(workspace) as client:
        before = client.json("/api/duties")
        plan = workspace / "content" / "plans" / "liutang-2031.yml"
        plan.write_text("id: [", encoding="utf-8")
        end = time.monotonic() + WAIT
        while "仍按原来的回答" not in caplog.text:
            assert client.json("/api/duties") == before
            assert time.monotonic() < end
            time.sleep(0.05)
        assert client.json("/api/duties") == before
    assert "第一处：content/plans/liutang-2031.yml:2:1: " in caplog.text


def test_counts_of_all_processes_are_added() -> None:
    metrics = Metrics(("/a",), processes=2)
    metrics.count("/a", 200, 0.003)
    metrics.take_row(1)
    metrics.count("/a", 200, 20.0)
    metrics.count("/b", 418, 0.0)
    lines = metrics.text().splitlines()
    assert 'zerenku_requests_total{route="/a",status="200"} 2' in lines
    assert 'zerenku_request_seconds_bucket{route="/a",le="0.005"} 1' in lines
    assert 'zerenku_request_seconds_bucket{route="/a",le="10.0"} 1' in lines
    assert 'zerenku_request_seconds_bucket{route="/a",le="+Inf"} 2' in lines
    assert 'zerenku_request_seconds_sum{route="/a"} 20.003000' in lines
    assert 'zerenku_errors_total{route="other",status="500"} 1' in lines
