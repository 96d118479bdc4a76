"""Running applications on a socket: in this process, or in several that share the port."""

from __future__ import annotations

import errno
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from search.web.protocol import LARGEST_HEAD, Protocol
from zerenku.errors import PortRefused

LOG: Final = logging.getLogger("search.web")
KEEP_ALIVE: Final = 15
FAREWELL: Final = 3
# Connections in line before a process takes them: asyncio takes all at once, and complains of each without a file.
BACKLOG: Final = 512
# Files that a process may open: for its connections, those that are being sent away, and the index. Usual are 1024.
FILES: Final = 4096
# A client that takes in nothing of an answer for so many seconds is gone.
STALLED_SECONDS: Final = 30
# Before a process that died is replaced: one that cannot start must not be started without end.
PAUSE: Final = 0.5
MakeApp = Callable[[int], ASGIApp]


def can_share() -> bool:
    """Can several processes listen on one port here, each with a queue of its own? Linux alone spreads clients so."""
    return sys.platform == "linux" and hasattr(os, "fork") and hasattr(socket, "SO_REUSEPORT")


def bind(host: str, port: int, *, processes: int = 1) -> list[socket.socket]:
    """A listening socket for each process, all on one port (0: any free one); PortRefused when it is taken."""
    _allow_files()
    first = _bound(host, port, shared=False)
    if processes == 1:
        return [first]
    # Sharing a port would also succeed beside another server of the same user: so it was tried alone first.
    port = int(first.getsockname()[1])
    first.close()
    return [_bound(host, port, shared=True) for _ in range(processes)]


def _allow_files() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - there is none on Windows

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _bound(host: str, port: int, *, shared: bool) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio sends what it has at once; else head and body of an answer would wait 40 ms for
    # each other (Nagle's algorithm against delayed acknowledgements).
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shared:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            # Its connections have it, too.
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, STALLED_SECONDS * 1000)
        made.bind((host, port))
        made.listen(BACKLOG)
    except OSError as error:
        made.close()
        raise PortRefused(f"{host}:{port}", _why(error)) from error
    made.set_inheritable(True)
    return made


def _why(error: OSError) -> str:
    known = {errno.EADDRINUSE: "端口已被占用", errno.EACCES: "没有权限用这个端口"}
    return known.get(error.errno or 0, f"端口用不了（{error.strerror or error}）")


def server_of(app: ASGIApp) -> uvicorn.Server:
    """A server that tells neither its name nor each request, and takes nobody's word for where a request comes from."""
    config = uvicorn.Config(
        app,
        http=Protocol,
        access_log=False,
        # Its warnings are English, and tell whoever serves nothing that could be done.
        log_level="error",
        server_header=False,
        proxy_headers=False,
        lifespan="on",
        ws="none",
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=FAREWELL,
        h11_max_incomplete_event_size=LARGEST_HEAD,
    )
    return uvicorn.Server(config)


def serve_on(make_app: MakeApp, sockets: list[socket.socket]) -> None:
    """Serve until Ctrl+C or SIGTERM, with a process for each socket; `make_app` is called in each with its number, and
    must open the index there: processes that share an open file move each other's place in it.

    KeyboardInterrupt is raised at the end of a Ctrl+C. A process that dies is replaced.
    """
    if len(sockets) == 1:
        # A shell has what it starts in the background ignore Ctrl+C, but uvicorn does not.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        server_of(make_app(0)).run(sockets=sockets)
        return
    _Crew(make_app, sockets).run()


class _Crew:
    """The processes of a server, and the one that watches them."""

    def __init__(self, make_app: MakeApp, sockets: list[socket.socket]) -> None:
        self._make_app = make_app
        self._sockets = sockets
        self._members: dict[int, int] = {}
        self._signal = 0
        self._idle = False

    def run(self) -> None:
        """Until a signal: then every process is told, and awaited."""
        with self._heeding():
            for number in range(len(self._sockets)):
                self._start(number)
            while not self._signal:
                self._replace(self._wait())
            for member in self._members:
                with suppress(ProcessLookupError):
                    os.kill(member, signal.SIGTERM)
            for member in self._members:
                with suppress(ChildProcessError):
                    os.waitpid(member, 0)
        if self._signal == signal.SIGINT:
            raise KeyboardInterrupt

    def _wait(self) -> int:
        """The process that ended; 0 when a signal came instead."""
        with suppress(InterruptedError, ChildProcessError):
            self._idle = True
            try:
                return 0 if self._signal else os.waitpid(-1, 0)[0]
            finally:
                self._idle = False
        return 0

    def _replace(self, lost: int) -> None:
        if lost in self._members:
            number = self._members.pop(lost)
            time.sleep(PAUSE)
            if not self._signal:
                self._start(number)

    @contextmanager
    def _heeding(self) -> Iterator[None]:
        def heed(number: int, _frame: FrameType | None) -> None:
            self._signal = number
            # A wait for children begins anew after a signal unless its handler raises.
            if self._idle:
                raise InterruptedError

        old = {number: signal.signal(number, heed) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in old.items():
                signal.signal(number, handler)

    def _start(self, number: int) -> None:
        child = os.fork()
        if child:
            self._members[child] = number
            return
        code = 1
        try:
            # Ctrl+C reaches every process of the terminal; the parent passes it on, once.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            server_of(self._make_app(number)).run(sockets=[self._sockets[number]])
            code = 0
        except Exception:
            LOG.exception("服务进程没有起来")
        finally:
            os._exit(code)
