"""One edition of the index with the catalogue that it was made from, and how a newer one takes its place."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Final

from search.engine import IndexBroken
from search.index import CURRENT, FOLDER, fingerprint, open_searcher, write_index
from search.naming import Names
from search.searcher import Searcher
from search.web.suggesting import Suggester
from zerenku.catalogue.catalogue import Catalogue
from zerenku.errors import ZerenkuError
from zerenku.model.finding import Finding
from zerenku.store.workspace import CONTENT, load

LOG: Final = logging.getLogger("search.web")
MARK_CHARS: Final = 16
EVERY: Final = 0.5
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """What answers are made from; `mark` is the digest of the sources that both parts come from."""

    mark: str
    searcher: Searcher
    catalogue: Catalogue
    names: Names
    suggester: Suggester

    def version(self, today: str) -> str:
        """What decides an answer beside the question: the sources, and the day on which they are read."""
        return f"{self.mark[:MARK_CHARS]}-{today.replace('-', '')}"


def open_edition(root: Path, catalogue: Catalogue | None = None) -> Edition:
    """The edition in force. An index that is missing, stale or broken is rebuilt first; ContentBroken when the content
    has errors. `catalogue`, when it is there already, must be of the sources as they are now.
    """
    mark = fingerprint(root)
    made = catalogue or load(root).sealed()
    try:
        searcher = open_searcher(root, mark=mark)
    except IndexBroken as broken:
        folder = write_index(root, made, mark=mark, replace=broken.damaged)
        LOG.warning("索引已重建（%s）：%s", broken.reason, folder)
        searcher = open_searcher(root, mark=mark)
    return _edition(mark, searcher, made)


def _edition(mark: str, searcher: Searcher, catalogue: Catalogue) -> Edition:
    return Edition(mark, searcher, catalogue, Names(searcher.lexicon), Suggester(searcher.lexicon))


class Shelf:
    """The edition in force of a workspace, and the watch over its replacement.

    Another index put in force, or an edit of the content, makes a newer edition in a thread of its own, while the old
    one goes on answering. `exchange` is then called there with the new one, and must see to it that the old one is
    closed when nobody reads it. Flaws of the content are told in one line, or not at all when `quiet`.
    """

    def __init__(self, root: Path, edition: Edition, *, quiet: bool = False) -> None:
        self.root = root
        self.edition = edition
        self._quiet = quiet
        self._seen = self._stamp()
        self._program = _program_mark(root)
        self._due = time.monotonic() + EVERY
        self._opening: Thread | None = None

    def look(self, exchange: Callable[[Edition], None]) -> None:
        """Is there something newer? Then open it. Looks once in EVERY seconds at most, and costs nothing between."""
        now = time.monotonic()
        if now < self._due or (self._opening is not None and self._opening.is_alive()):
            return
        self._due = now + EVERY
        stamp = self._stamp()
        if stamp != self._seen:
            self._seen = stamp
            self._opening = Thread(target=self._open, args=(exchange,), daemon=True)
            self._opening.start()

    def _open(self, exchange: Callable[[Edition], None]) -> None:
        try:
            if fingerprint(self.root) == self.edition.mark:
                return
            if _program_mark(self.root) != self._program:
                LOG.warning("程序已经更新，请重新运行 zerenku serve")
                return
            loaded = load(self.root)
            if loaded.errors:
                self._tell_flaws(loaded.errors)
                return
            newer = open_edition(self.root, loaded.sealed())
            if newer.mark == fingerprint(self.root) and loaded.is_current():
                exchange(newer)
                return
            # Somebody went on writing meanwhile.
            newer.searcher.reader.close()
            self._seen = ()
        except (ZerenkuError, OSError) as error:
            LOG.warning("改动后的内容还不能用，仍按原来的回答：%s", error)

    def _tell_flaws(self, errors: Sequence[Finding]) -> None:
        if not self._quiet:
            LOG.warning("内容有 %d 处错误，改正之前仍按原来的回答；第一处：%s", len(errors), errors[0])

    def _stamp(self) -> Stamp:
        """Size and time of the pointer to the index, and of every source."""
        content = self.root / CONTENT
        paths = (self.root / FOLDER / CURRENT, *content.glob("plans/*.yml"), *content.glob("registers/*.yml"))
        found = []
        for path in sorted(paths):
            with suppress(OSError):
                state = path.stat()
                found.append((path.name, state.st_mtime_ns, state.st_size))
        return tuple(found)


def _program_mark(root: Path) -> str:
    """The part of a fingerprint that is of the program alone: that of a folder without content."""
    return fingerprint(root / FOLDER)
