"""How requests come in, where uvicorn would refuse an address in Chinese, answer in English, or wait without end."""

from __future__ import annotations

import asyncio
import re
from http import HTTPStatus
from typing import Any, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from search.web.problems import BUSY, MEDIA_TYPE, REQUEST, Problem
from search.web.replies import dump

# Connections of one process, and how long one may take over a request.
CONNECTIONS: Final = 1000
REQUEST_SECONDS: Final = 10.0
LARGEST_HEAD: Final = 32 * 1024
# Of a request: some of it is still to come. Of an answer: nothing of it has gone out.
INCOMPLETE: Final = (h11.IDLE, h11.SEND_BODY)
UNANSWERED: Final = (h11.IDLE, h11.SEND_RESPONSE)
BEYOND_ASCII: Final = re.compile(b"[\x80-\xff]")
UNREADABLE: Final = f"请求不合 HTTP/1.1 的格式，或者头部超过 {LARGEST_HEAD // 1024} KB；请核对地址和请求头"


class Protocol(H11Protocol):
    """HTTP/1.1. An address may hold Chinese as it was typed, which is how curl sends it."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._overdue: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody connects; one too many is sent away."""
        super().connection_made(transport)
        if len(self.connections) > CONNECTIONS:
            self._refuse(Problem(BUSY, "连接太多，请过一会儿再试"))
        else:
            self._await_rest()

    def data_received(self, data: bytes) -> None:
        """A part of a request, or several."""
        if not data.isascii() and self._is_in_first_line():
            data = _encoded(data)
        super().data_received(data)
        # Nobody reads a body, but who never ends one would hold the connection for good.
        if self.conn.their_state in INCOMPLETE:
            self._await_rest()
        else:
            self._stop_waiting()

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone."""
        self._stop_waiting()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's own words are English
        """What came is no request."""
        self._refuse(Problem(REQUEST, UNREADABLE))

    def _should_upgrade(self) -> bool:
        """Never: whoever would rather speak another protocol is answered in this one."""
        return False

    def _is_in_first_line(self) -> bool:
        return self.conn.their_state is h11.IDLE and b"\n" not in self.conn.trailing_data[0]

    def _refuse(self, problem: Problem) -> None:
        """Say so where nothing has been said yet, and hang up."""
        if self.cycle is not None:
            # What is just being made for this client must not follow.
            self.cycle.disconnected = True
        if self.conn.our_state in UNANSWERED:
            self._say(problem)
        self.transport.close()

    def _say(self, problem: Problem) -> None:
        status, body = HTTPStatus(problem.kind.status), dump(problem.json(""))
        bare = self.conn.our_state is h11.SEND_RESPONSE and self.scope["method"] == "HEAD"
        headers = [
            ("content-type", MEDIA_TYPE),
            ("content-length", str(len(body))),
            ("cache-control", "no-store"),
            ("connection", "close"),
        ]
        for event in (
            h11.Response(status_code=status, headers=headers, reason=status.phrase.encode()),
            h11.Data(data=b"" if bare else body),
            h11.EndOfMessage(),
        ):
            self.transport.write(self.conn.send(event) or b"")

    def _await_rest(self) -> None:
        if self._overdue is None:
            self._overdue = self.loop.call_later(REQUEST_SECONDS, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._overdue is not None:
            self._overdue.cancel()
            self._overdue = None


def _encoded(data: bytes) -> bytes:
    """With bytes of its first line that no address may hold as they are written there: in percent signs."""
    line, end, rest = data.partition(b"\n")
    return BEYOND_ASCII.sub(lambda found: b"%%%02X" % found[0][0], line) + end + rest
