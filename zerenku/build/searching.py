"""The search of the site, work by work: what the last build made of the same is not made again."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from generators.site.manifest import FileRecord
from zerenku.build.paper_rows import key_of
from zerenku.errors import OutputRefused
from zerenku.store.atomic import write_file
from zerenku.store.workspace import Loaded

if TYPE_CHECKING:
    from search.browser.works import Work

FORM: Final = 2
"""The last form of marshal in which equal values have equal bytes."""
DIGEST: Final = 16

Files = dict[str, FileRecord]


@dataclass(slots=True)
class Searching:
    """The files of the search; `there` are those that the site has, `put` gives records of files and writes new ones.

    `kept` is the folder where is kept what works tell of their files.
    """

    loaded: Loaded
    program: str
    there: Mapping[str, FileRecord]
    put: Callable[[Iterable[tuple[str, bytes]]], Files]
    kept: Path
    _files: Files = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)
    _registers: str = ""

    def __post_init__(self) -> None:
        """Tell the registers by one mark: every plan hangs on all of them."""
        self._registers = key_of({name: mark for name, mark in self.loaded.sources.items() if "/registers/" in name})

    def files(self) -> Files:
        """Records of all files; ProbeMissed when a question drawn from the catalogue does not lead to its clause."""
        # Loaded only where an index is written.
        from search.browser.files import CLIENT, client_script, file_of  # noqa: PLC0415
        from search.browser.works import write_index  # noqa: PLC0415

        with suppress(OSError):
            self.kept.mkdir(parents=True, exist_ok=True)
        root = write_index(self.loaded.sealed(), self._done, mark_of=self._mark_of)
        self._files.update(self.put((file_of(name), data) for name, data in root))
        self._files.update(self.put([(CLIENT, client_script())]))
        self._sweep()
        return self._files

    def _mark_of(self, plans: Iterable[str]) -> str:
        """A plan's clauses are made of its own source and of the registers, of no other plan."""
        sources = self.loaded.sources
        return key_of(self._registers, [[plan, sources.get(f"content/plans/{plan}.yml", "")] for plan in plans])

    def _done(self, work: Work) -> Any:
        """What a work tells of its files, which are among ours then."""
        from search.browser.files import file_of  # noqa: PLC0415

        mark = key_of(self.program, work.name, work.mark)
        self._used.add(mark)
        known = self._known(mark)
        if known and all(self.there.get(name) == record for name, record in known[1].items()):
            head, records = known
        else:
            made = work.make()
            head, records = made.head, self.put((file_of(name), data) for name, data in made.files)
            self._keep(mark, head, records)
        self._files.update(records)
        return head

    # ------------------------------------------------------------------------------------------------- what is kept

    def _known(self, mark: str) -> tuple[Any, Files] | None:
        """What a work of that mark told, and its files; None when that is not kept, or broken."""
        try:
            data = (self.kept / mark).read_bytes()
        except OSError:
            return None
        body = memoryview(data)[DIGEST:]
        if blake2b(body, digest_size=DIGEST).digest() != data[:DIGEST]:
            return None
        head, rows = marshal.loads(body)  # noqa: S302 - ours, as its digest says
        return head, {name: FileRecord(size, sha) for name, size, sha in rows}

    def _keep(self, mark: str, head: Any, records: Files) -> None:
        rows = [(name, record.size, record.sha) for name, record in records.items()]
        body = marshal.dumps((head, rows), FORM)
        with suppress(OSError, OutputRefused):
            write_file(self.kept / mark, blake2b(body, digest_size=DIGEST).digest() + body)

    def _sweep(self) -> None:
        """Take away what this build had no use for."""
        with suppress(OSError):
            for path in self.kept.iterdir():
                if path.name not in self._used:
                    path.unlink(missing_ok=True)
