"""What comes over the wire: addresses in Chinese, what is no request at all, and who is slow or one too many."""

from __future__ import annotations

import errno
import json
import logging
import resource
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from search.web import api_app, open_edition
from search.web.serving import FILES, bind, server_of
from tests.search.web import settings

WAIT = 20.0
BIG = 100_000


@pytest.fixture
def port(root: Path) -> Iterator[int]:
    """A server in a thread of this process, so that its bounds can be drawn down."""
    sockets = bind("127.0.0.1", 0)
    server = server_of(api_app(root, open_edition(root), settings=settings()))
    thread = Thread(target=server.run, kwargs={"sockets": sockets})
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    yield int(sockets[0].getsockname()[1])
    server.should_exit = True
    thread.join()


def said(port: int, *parts: bytes) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of the answer to bytes that are sent one part after another."""
    with socket.create_connection(("127.0.0.1", port), timeout=WAIT) as connection:
        for part in parts:
            connection.sendall(part)
            time.sleep(0.05 if len(parts) > 1 else 0)
        answer = b""
        while block := connection.recv(BIG):
            answer += block
    head, _, body = answer.partition(b"\r\n\r\n")
    status, *lines = head.decode("ascii").split("\r\n")
    return int(status.split()[1]), dict(line.lower().split(": ", 1) for line in lines), body


@pytest.mark.parametrize("cut", [0, 8, 19, 21, 40])
def test_an_address_in_chinese_as_curl_sends_it(port: int, cut: int) -> None:
    request = "GET /api/suggest?q=柳塘 HTTP/1.1\r\nHost: 青禾\r\nConnection: close\r\n\r\n".encode()
    status, _, body = said(port, *filter(None, (request[:cut], request[cut:])))
    assert status == 200
    assert json.loads(body)["query"] == "柳塘"


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\x16\x03\x01\r\n\r\n",
        b"G@T / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nHost: a\r\nX: " + b"a" * BIG,
    ],
    ids=["garbage", "method", "no host", "large"],
)
def test_what_is_no_request_is_told_in_chinese(port: int, request_bytes: bytes) -> None:
    status, headers, body = said(port, request_bytes)
    assert (status, headers["content-type"]) == (400, "application/problem+json")
    problem = json.loads(body)
    assert (problem["type"], problem["status"]) == ("/api/#request", 400)
    assert "请核对地址和请求头" in problem["detail"]


def test_who_sends_no_head_is_not_waited_for(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.web.protocol.REQUEST_SECONDS", 0.2)
    for begun in (b"", b"GET /healthz HT"):
        with socket.create_connection(("127.0.0.1", port), timeout=WAIT) as connection:
            connection.sendall(begun)
            assert connection.recv(BIG) == b""


def test_a_slow_head_is_read_to_its_end_when_it_comes_in_time(port: int) -> None:
    status, _, body = said(port, b"GET /healthz HTTP/1.1\r\n", b"Host: a\r\nConnection: ", b"close\r\n\r\n")
    assert (status, json.loads(body)["status"]) == (200, "ok")


def test_a_body_without_an_end_is_not_waited_for(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody reads it, so its answer is there before."""
    monkeypatch.setattr("search.web.protocol.REQUEST_SECONDS", 0.2)
    with socket.create_connection(("127.0.0.1", port), timeout=WAIT) as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nhalf")
        assert connection.recv(BIG).startswith(b"HTTP/1.1 200 ")
        with suppress(ConnectionError):
            connection.sendall(b"and a little more")
            while connection.recv(BIG):
                pass


def test_what_follows_a_body_is_answered(port: int) -> None:
    head = b"GET /healthz HTTP/1.1\r\nHost: a\r\n"
    status, _, rest = said(port, head + b"Content-Length: 4\r\n\r\nbody" + head + b"Connection: close\r\n\r\n")
    assert (status, rest.count(b"HTTP/1.1 200 ")) == (200, 1)


@pytest.mark.parametrize("method", [b"GET", b"HEAD"])
@pytest.mark.parametrize(("pause", "status"), [(True, 200), (False, 400)])
def test_a_broken_body_ends_the_connection_and_is_no_fault_of_ours(
    port: int,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    method: bytes,
    status: int,
    *,
    pause: bool,
) -> None:
    monkeypatch.setattr(logging.getLogger("uvicorn"), "propagate", True)
    head = method + b" /healthz HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=WAIT) as connection:
        connection.sendall(head if pause else head + b"?\r\n")
        answer = connection.recv(BIG)
        if pause:
            connection.sendall(b"?\r\n")
        while block := connection.recv(BIG):
            answer += block
    assert answer.startswith(b"HTTP/1.1 %d " % status)
    assert answer.count(b"\r\n\r\n") == 1
    assert answer.endswith(b"}") == (method == b"GET")
    assert not [item for item in caplog.records if item.levelno >= logging.ERROR]


def test_only_addresses_are_mended(port: int) -> None:
    status, _, _ = said(port, b"GET /healthz HTTP/1.1\r\nContent", b"-Length\xa0: 3\r\nHost: a\r\n\r\n")
    assert status == 400


def test_who_would_speak_another_protocol_is_answered_in_this_one(
    port: int, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(logging.getLogger("uvicorn"), "propagate", True)
    status, _, _ = said(port, b"GET /healthz HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: upgrade, close\r\n\r\n")
    assert (status, caplog.text) == (200, "")


def test_who_takes_nothing_in_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.web.serving.STALLED_SECONDS", 1)
    (listening,) = bind("127.0.0.1", 0)
    with listening, socket.create_connection(listening.getsockname(), timeout=WAIT):
        server, _ = listening.accept()
        server.settimeout(WAIT)
        with server, pytest.raises(TimeoutError) as lost:
            server.sendall(b"a" * BIG * 1000)
    assert lost.value.errno == errno.ETIMEDOUT


def test_there_are_files_for_as_many_as_may_connect() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most // 2, hard))
        for item in bind("127.0.0.1", 0):
            item.close()
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == (most, hard)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_one_connection_too_many(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.web.protocol.CONNECTIONS", 0)
    status, headers, body = said(port)
    assert (status, headers["content-type"]) == (503, "application/problem+json")
    assert json.loads(body)["detail"] == "连接太多，请过一会儿再试"
