"""Where answers are made: one thread that alone touches the index, the line before it, and the answers kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from search.engine import IndexBroken
from search.web.asked import Asked
from search.web.cache import AnswerCache
from search.web.declaring import Operation
from search.web.edition import Edition, Shelf, open_edition
from search.web.problems import BUSY, SLOW, UNKNOWN, Problem
from search.web.replies import dump, pack
from search.web.settings import ApiSettings
from zerenku.errors import UnknownName

AGAIN = (("Retry-After", "1"),)


class Desk:
    """Answers to checked requests as JSON bytes. Its thread is started by the first question, so that a process may be
    forked before. A second thread would win nothing: the work is Python's own.
    """

    def __init__(self, root: Path, edition: Edition, settings: ApiSettings, *, hit: Callable[[], None]) -> None:
        self._shelf = Shelf(root, edition, quiet=settings.quiet)
        self._settings = settings
        self._kept = AnswerCache(settings.cached)
        self._hit = hit
        self._thread: ThreadPoolExecutor | None = None
        self._waiting = 0
        self._closed = False

    @property
    def edition(self) -> Edition:
        """The edition in force, with a look whether there is a newer one."""
        self._shelf.look(self._exchange)
        return self._shelf.edition

    async def answer(self, operation: Operation, edition: Edition, asked: Asked, *, packed: bool) -> bytes:
        """The answer of an edition, as gzip when `packed`; Problem when there is none, or none in time."""
        key = edition.version(asked.today), f"{packed}{asked.key}"
        if (kept := self._kept.get(key)) is not None:
            self._hit()
            return kept
        if self._waiting >= self._settings.waiting:
            raise Problem(BUSY, "同时提问的太多，请过一会儿再试", headers=AGAIN)
        self._waiting += 1
        try:
            work = partial(_make, operation, edition, asked, packed=packed)
            answer = await asyncio.wait_for(self._run(work), self._settings.patience)
        except TimeoutError:
            detail = f"{self._settings.patience:g} 秒内没有答完，请换个短些的说法，或过一会儿再试"
            raise Problem(SLOW, detail, headers=AGAIN) from None
        finally:
            self._waiting -= 1
        if edition is self._shelf.edition:
            self._kept.put(key, answer)
        return answer

    def close(self) -> None:
        """Answer what is being answered, then let go of the thread and the index."""
        if self._thread is not None:
            self._thread.shutdown(wait=True, cancel_futures=True)
            self._thread = None
        if not self._closed:
            self._closed = True
            self._shelf.edition.searcher.reader.close()

    def open(self) -> None:
        """Open the index again, should it have been closed: an application may be started more than once."""
        if self._closed:
            self._shelf = Shelf(self._shelf.root, open_edition(self._shelf.root), quiet=self._settings.quiet)
            self._closed = False

    def _run(self, work: Callable[[], bytes]) -> asyncio.Future[bytes]:
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="search")
        return asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _exchange(self, edition: Edition) -> None:
        """Put a newer edition in force. Whoever still reads the old one stands in line before its closing."""
        old, self._shelf.edition = self._shelf.edition, edition
        self._kept.clear()
        if self._thread is None:
            old.searcher.reader.close()
        else:
            self._thread.submit(old.searcher.reader.close)


def _make(operation: Operation, edition: Edition, asked: Asked, *, packed: bool) -> bytes:
    try:
        body = dump(operation.run(edition, asked))
    except UnknownName as unknown:
        raise Problem(
            UNKNOWN, str(unknown), more={"near": list(unknown.near or unknown.known[: UnknownName.TOLD])}
        ) from None
    except IndexBroken as broken:
        raise Problem(BUSY, "索引读不了，请运行 zerenku index 重建", headers=AGAIN) from broken
    return pack(body) if packed else body
