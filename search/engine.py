"""What a search engine must do for us, and nothing that only an embedded one can.

The analysis, the ranking and the answers are ours; an engine stores documents under their terms and gives back those
that hold certain phrases and pass certain filters. Every part of a `Wanted` has its like in a distributed engine:
boolean queries of phrases, a minimum that must match, exact keyword filters, one range.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from search.document import SearchDocument
from zerenku.errors import ZerenkuError


class Area(StrEnum):
    """Where a phrase is looked for: in the clause itself, in what its plan shares, or in either."""

    CONTENT = "content"
    SHARED = "shared"
    ANYWHERE = "anywhere"


Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Exact conditions on a document; within one field any of the values will do, an empty field asks nothing.

    `kinds` are kinds of papers (通知, 方案, 意见), `due_before` is an ISO day: some deadline falls on it or earlier.
    """

    departments: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    enterprises: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    due_before: str = ""
    with_duty: bool = False


NO_FILTERS: Final = Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Groups of alternative phrases. A document must hold at least `minimum` of the groups; None means all of them."""

    groups: tuple[tuple[Phrase, ...], ...]
    area: Area = Area.CONTENT
    minimum: int | None = None
    filters: Filters = NO_FILTERS


@dataclass(frozen=True, slots=True)
class Found:
    """`total` documents match; `documents` are at most as many as asked for, in the order of `Reader.find`."""

    total: int
    documents: tuple[SearchDocument, ...]


class Reader(Protocol):
    """An open index; it never changes under its reader."""

    @property
    def engine(self) -> str:
        """The name of the engine that reads."""
        ...

    @property
    def size(self) -> int:
        """How many documents there are."""
        ...

    def frequency(self, term: str) -> int:
        """In how many documents a term of the clauses' own text occurs."""
        ...

    def find(self, wanted: Wanted, *, limit: int) -> Found:
        """Documents that match. Those that hold more groups come first, then those whose headings hold more of them;
        then it goes by catalogue order, as it does where no group is asked for.
        """
        ...

    def close(self) -> None:
        """Let go of files or connections."""
        ...


class Engine(Protocol):
    """A library or service that can hold the index."""

    @property
    def name(self) -> str:
        """What `zerenku index --engine` calls it."""
        ...

    def write(self, documents: Iterable[SearchDocument], folder: Path, *, names: Iterable[str] = ()) -> None:
        """Write a whole index into an empty folder (a distributed engine keeps its address and version there).

        `names` are plain texts that will often be looked for; an engine may note which documents hold them.
        """
        ...

    def read(self, folder: Path) -> Reader:
        """Open what `write` wrote; IndexBroken when it cannot be read."""
        ...


class IndexBroken(ZerenkuError):
    """There is no index that can be read; one is built then, so a user rarely sees this. `damaged` when what lies there
    cannot be used by anybody and must be replaced; not when there is none yet, or one of other sources.
    """

    def __init__(self, reason: str, *, damaged: bool = True) -> None:
        self.reason, self.damaged = reason, damaged
        super().__init__(f"索引无法读取（{reason}）；请运行 zerenku index 重建")


class EngineMissing(ZerenkuError):
    """An engine was asked for whose library is not installed."""

    def __init__(self, engine: str) -> None:
        self.engine = engine
        super().__init__(f'没有安装检索引擎 {engine}；请运行 pip install "zerenku[{engine}]"，或改用 --engine whoosh')
