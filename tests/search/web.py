"""The API as a test asks it: an application over the invented workspace, and a client without a network."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar

import httpx
from starlette.applications import Starlette

from search.web import ApiSettings, api_app, open_edition

TODAY = "2030-06-15"
Answer = TypeVar("Answer")


def settings(**chosen: Any) -> ApiSettings:
    return ApiSettings(**{"today": lambda: TODAY, "rate": 0, **chosen})


class Client:
    """Asks an application and waits for the answer."""

    def __init__(self, app: Starlette) -> None:
        self.app = app
        self._runner = asyncio.Runner()
        # The browser of other tests has a loop of its own running in this thread.
        self._thread = ThreadPoolExecutor(max_workers=1)

    def ask(self, method: str, url: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
        return self._run(self._asked([(method, url, headers or {})]))[0]

    def get(self, url: str, **headers: str) -> httpx.Response:
        return self.ask("GET", url, {name.replace("_", "-"): value for name, value in headers.items()})

    def json(self, url: str) -> Any:
        answer = self.get(url)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def together(self, urls: list[str]) -> list[httpx.Response]:
        return self._run(self._asked([("GET", url, {}) for url in urls]))

    def _run(self, work: Coroutine[Any, Any, Answer]) -> Answer:
        return self._thread.submit(self._runner.run, work).result()

    async def _asked(self, asked: list[tuple[str, str, Mapping[str, str]]]) -> list[httpx.Response]:
        transport = httpx.ASGITransport(app=self.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await asyncio.gather(*(client.request(method, url, headers=dict(h)) for method, url, h in asked))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._run(_ended(self.app))
        self._thread.submit(self._runner.close).result()
        self._thread.shutdown()


async def _ended(app: Starlette) -> None:
    async with app.router.lifespan_context(app):
        pass


@contextmanager
def client_over(root: Path, **chosen: Any) -> Iterator[Client]:
    with Client(api_app(root, open_edition(root), settings=settings(**chosen))) as client:
        yield client
