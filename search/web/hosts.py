"""Whom a server on this machine answers: requests that name it, and no foreign name that was made to point here.

Else a page of any site could read what is served here, by letting its own name point to 127.0.0.1 (DNS rebinding).
"""

from __future__ import annotations

import time
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from search.web.metrics import OTHER, Metrics
from search.web.problems import MISDIRECTED, Problem
from search.web.replies import problem_reply, send_reply

LOOPBACK_NAMES: Final = ("127.0.0.1", "localhost", "[::1]")


class NamedOnly:
    """An application for requests whose Host header holds one of the `names` (whatever the port), or is missing."""

    def __init__(self, app: ASGIApp, *, names: tuple[str, ...], metrics: Metrics) -> None:
        self._app, self._names, self._metrics = app, names, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or self._is_named(scope):
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        detail = (
            f"这里只答 {'、'.join(self._names)}；请用其中一个作主机名，或用 zerenku serve --site-url 写明对外的网址"
        )
        reply = problem_reply(Problem(MISDIRECTED, detail), scope["path"])
        await send_reply(reply, scope, send)
        self._metrics.count(OTHER, reply.status, time.perf_counter() - begun)

    def _is_named(self, scope: Scope) -> bool:
        host = Headers(scope=scope).get("host")
        return host is None or host_name(host) in self._names


def host_name(host: str) -> str:
    """A Host header without its port: `LOCALHOST:8000` is `localhost`, `[::1]:8000` is `[::1]`."""
    name, bracket, _ = host.lower().partition("]")
    return name + bracket if bracket else name.partition(":")[0].rstrip(".")
