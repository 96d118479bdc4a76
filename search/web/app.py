"""The API as an ASGI application: `api_app` gives it, alone or with the site beside it under one address."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from search.web.declaring import Operation
from search.web.desk import Desk
from search.web.edition import Edition
from search.web.hosts import NamedOnly
from search.web.limits import RateLimit
from search.web.metrics import MEDIA_TYPE as METRICS_TYPE
from search.web.metrics import Metrics
from search.web.openapi import document
from search.web.operations import OPERATIONS, with_examples
from search.web.page import page_files
from search.web.problems import FAILED, METHOD, TOO_MANY, UNKNOWN, Problem
from search.web.reading import read
from search.web.replies import PAGE_POLICY, Reply, dump, is_packed, pack, problem_reply, send_reply, takes_gzip
from search.web.settings import ApiSettings

LOG: Final = logging.getLogger("search.web")
READ_ONLY: Final = ("GET", "HEAD")
# In If-None-Match: whatever answer there is, as long as there is one.
ANY: Final = b"*"
ROUTES: Final = (*(operation.path for operation in OPERATIONS), "/healthz", "/metrics", "/api/openapi.json", "/api/")
Answer = Callable[[Scope], Awaitable[Reply]]
DEFAULT: Final = ApiSettings()


def api_app(
    root: Path,
    edition: Edition,
    *,
    settings: ApiSettings = DEFAULT,
    site: ASGIApp | None = None,
    metrics: Metrics | None = None,
) -> Starlette:
    """The API over a workspace; `site` answers every other path. `metrics` are shared when several processes serve."""
    api = Api(root, edition, settings, metrics or Metrics(ROUTES))

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        api.desk.open()
        yield
        api.desk.close()

    routes: list[BaseRoute] = list(api.routes())
    if site is not None:
        routes.append(Mount("/", app=site))
    named = [Middleware(NamedOnly, names=settings.hosts, metrics=api.metrics)] if settings.hosts else []
    app = Starlette(routes=routes, lifespan=lifespan, middleware=named)
    # /api/plans/ is no other spelling of anything.
    app.router.redirect_slashes = False
    app.router.default = api.endpoint("other", api.nothing)
    return app


class Api:
    """What all requests share, and the endpoints."""

    def __init__(self, root: Path, edition: Edition, settings: ApiSettings, metrics: Metrics) -> None:
        self.settings = settings
        self.metrics = metrics
        self.desk = Desk(root, edition, settings, hit=metrics.cache_hit)
        self._limit = RateLimit(settings.rate, time.monotonic)
        self._operations = with_examples(edition.catalogue)

    def routes(self) -> list[BaseRoute]:
        """One route an operation, and those that tell of the API itself."""
        described = dump(document(self._operations))
        found: list[BaseRoute] = [
            Route(
                operation.path.replace("{id}", "{id:path}"), self.endpoint(operation.path, self._operation(operation))
            )
            for operation in self._operations
        ]
        for path, media_type, body in page_files(self._operations):
            reply = Reply(body=body, media_type=media_type, policy=PAGE_POLICY)
            found.append(Route(path, self.endpoint("/api/", _always(reply))))
        found += [
            Route("/api/openapi.json", self.endpoint("/api/openapi.json", _always(Reply(body=described)))),
            Route("/healthz", self.endpoint("/healthz", self._health)),
            Route("/metrics", self.endpoint("/metrics", self._metrics)),
            Mount("/api", app=self.endpoint("other", self.nothing)),
        ]
        return found

    def endpoint(self, route: str, answer: Answer) -> ASGIApp:
        """An application that counts, refuses what is not reading, and turns every error into a problem."""
        return Endpoint(self, route, answer)

    async def nothing(self, scope: Scope) -> Reply:
        """Nothing lies under this path."""
        raise Problem(UNKNOWN, f"没有 {scope['path'][:100]}；可用的地址见 /api/")

    def admit(self, scope: Scope) -> None:
        """Problem for a client that asks too often."""
        client = scope.get("client")
        wait = self._limit.wait(client[0] if client else "")
        if wait:
            detail = f"请求太频繁，请 {wait} 秒后再试；每秒最多 {self.settings.rate:g} 次"
            raise Problem(TOO_MANY, detail, headers=(("Retry-After", str(wait)),))

    def cors(self, scope: Scope) -> tuple[tuple[bytes, bytes], ...]:
        """The header that lets a page of another site read the answer, where that site was named."""
        if not self.settings.origins:
            return ()
        origin = Headers(scope=scope).get("origin", "")
        allowed = ((b"access-control-allow-origin", origin.encode()),) if origin in self.settings.origins else ()
        return (*allowed, (b"vary", b"origin"))

    def _operation(self, operation: Operation) -> Answer:
        async def answer(scope: Scope) -> Reply:
            self.admit(scope)
            today = self.settings.today()
            asked = read(operation, scope["query_string"], scope["path_params"], today=today)
            edition = self.desk.edition
            tag = f'W/"{edition.version(today)}-{asked.digest}"'
            headers = ((b"etag", tag.encode()), (b"cache-control", b"no-cache"))
            known = accepted = b""
            for name, value in scope["headers"]:
                if name == b"if-none-match":
                    known = value
                elif name == b"accept-encoding":
                    accepted = value
            if known and _matches(known, tag):
                return Reply(status=304, headers=headers)
            body = await self.desk.answer(operation, edition, asked, packed=takes_gzip(accepted))
            if known.strip() == ANY:
                return Reply(status=304, headers=headers)
            return Reply(body=body, headers=headers, packed=is_packed(body))

        return answer

    async def _health(self, _scope: Scope) -> Reply:
        edition = self.desk.edition
        reader = edition.searcher.reader
        version = edition.version(self.settings.today())
        body = dump({"status": "ok", "version": version, "engine": reader.engine, "clauses": reader.size})
        return Reply(body=body, headers=((b"cache-control", b"no-store"),))

    async def _metrics(self, _scope: Scope) -> Reply:
        text = self.metrics.text().encode()
        return Reply(body=text, media_type=METRICS_TYPE, headers=((b"cache-control", b"no-store"),))


class Endpoint:
    """See `Api.endpoint`."""

    def __init__(self, api: Api, route: str, answer: Answer) -> None:
        self._api, self._route, self._answer = api, route, answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - no body is read
        """Answer one request, whatever happens."""
        if scope["type"] != "http":
            return
        begun = time.perf_counter()
        try:
            reply = await self._answer(scope) if scope["method"] in READ_ONLY else _refused(scope)
        except Problem as problem:
            reply = problem_reply(problem, scope["path"])
        except Exception:
            LOG.exception("%s", scope["path"])
            reply = problem_reply(
                Problem(FAILED, "程序出错，已记入日志；请换个说法再试，或告诉维护的人"), scope["path"]
            )
        await send_reply(reply, scope, send, self._api.cors(scope))
        self._api.metrics.count(self._route, reply.status, time.perf_counter() - begun)


def _refused(scope: Scope) -> Reply:
    problem = Problem(METHOD, "本接口只读，请用 GET", headers=(("Allow", ", ".join(READ_ONLY)),))
    return problem_reply(problem, scope["path"])


def _always(reply: Reply) -> Answer:
    body = pack(reply.body)
    packed = Reply(body=body, media_type=reply.media_type, policy=reply.policy, packed=is_packed(body))

    async def answer(scope: Scope) -> Reply:
        accepted = dict(scope["headers"]).get(b"accept-encoding", b"")
        return packed if takes_gzip(accepted) else reply

    return answer


def _matches(known: bytes, tag: str) -> bool:
    """If-None-Match, compared weakly (RFC 9110, 13.1.2): who holds this tag had this answer, which still holds."""
    names = known.decode("latin-1").split(",")
    return tag[2:] in {name.strip().removeprefix("W/") for name in names}
