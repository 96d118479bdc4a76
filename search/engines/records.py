"""The documents of an index in one file, each found by its number: for engines whose own stores are slow to open."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Final

from search.document import SearchDocument, dump_document, load_document

RECORDS: Final = "records"
OFFSETS: Final = "offsets"
# A small index is kept as it was read. Of a large one so many are kept as the steps of one question look at again: to
# hold on to more takes the collector longer, now and then for many questions at once, than to read them anew.
SMALL: Final = 2000
LAST: Final = 100
BUFFER: Final = 1 << 20


def kept_by_number(documents: Iterable[SearchDocument], folder: Path) -> Iterator[SearchDocument]:
    """The documents again, while their records are written one after another; complete when all have been taken."""
    offsets = array("Q", [0])
    with (folder / RECORDS).open("wb", buffering=BUFFER) as file:
        for document in documents:
            offsets.append(offsets[-1] + file.write(dump_document(document)))
            yield document
    (folder / OFFSETS).write_bytes(offsets.tobytes())


class Records:
    """Open records. Files that are swept away stay readable."""

    def __init__(self, folder: Path) -> None:
        self._offsets = array("Q", (folder / OFFSETS).read_bytes())
        with (folder / RECORDS).open("rb") as file:
            # An empty file cannot be mapped.
            self._file = mmap(file.fileno(), 0, access=ACCESS_READ) if len(self._offsets) > 1 else None
        self._slice: Callable[[slice], bytes] = self._file.__getitem__ if self._file else b"".__getitem__
        self._kept: OrderedDict[int, SearchDocument] = OrderedDict()
        self._most = SMALL if len(self) <= SMALL else LAST

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, number: int) -> SearchDocument:
        """The document with that number, from 0."""
        return load_document(self._slice(slice(self._offsets[number], self._offsets[number + 1])))

    def kept(self, number: int) -> SearchDocument:
        """The same, from memory where it was read lately."""
        if (known := self._kept.get(number)) is not None:
            return known
        document = self._kept[number] = self[number]
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return document

    def close(self) -> None:
        """Let go of the file, and of what was read."""
        self._kept.clear()
        if self._file:
            self._file.close()
