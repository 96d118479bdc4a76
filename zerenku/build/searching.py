"""The search of the site, work by work: what the last build made of the same is not made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generators.site.manifest import FileRecord
from zerenku.build.paper_rows import key_of
from zerenku.store.kept import Kept
from zerenku.store.packing import pack, unpack
from zerenku.store.workspace import Loaded

if TYPE_CHECKING:
    from search.browser.works import Work

Files = dict[str, FileRecord]


@dataclass(slots=True)
class Searching:
    """The files of the search; `there` are those that the site has, `put` gives records of files and writes new ones.

    In the `folder` is kept what works tell of their files.
    """

    loaded: Loaded
    program: str
    there: Mapping[str, FileRecord]
    put: Callable[[Iterable[tuple[str, bytes]]], Files]
    folder: Path
    _files: Files = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)
    _registers: str = field(init=False)
    _kept: Kept = field(init=False)

    def __post_init__(self) -> None:
        """Tell the registers by one mark: every plan hangs on all of them."""
        self._kept = Kept(self.folder, self.program, folder=Path())
        self._registers = key_of({name: mark for name, mark in self.loaded.sources.items() if "/registers/" in name})

    def files(self) -> Files:
        """Records of all files; ProbeMissed when a question drawn from the catalogue does not lead to its clause."""
        # Loaded only where an index is written.
        from search.browser.files import CLIENT, client_script, file_of  # noqa: PLC0415
        from search.browser.works import write_index  # noqa: PLC0415

        root = write_index(self.loaded.sealed(), self._done, mark_of=self._mark_of)
        self._files.update(self.put((file_of(name), data) for name, data in root))
        self._files.update(self.put([(CLIENT, client_script())]))
        self._kept.only(self._used)
        return self._files

    def _mark_of(self, plans: Iterable[str]) -> str:
        """A plan's clauses are made of its own source and of the registers, of no other plan."""
        sources = self.loaded.sources
        return key_of(self._registers, [[plan, sources.get(f"content/plans/{plan}.yml", "")] for plan in plans])

    def _done(self, works: Sequence[Work]) -> Iterator[Any]:
        """What works tell of their files, which are among ours then."""
        for work in works:
            known = self._known(work)
            if known is None or any(self.there.get(name) != record for name, record in known[1].items()):
                known = self._made(work)
            head, records = known
            self._used.add(work.name)
            self._files.update(records)
            yield head

    def _made(self, work: Work) -> tuple[Any, Files]:
        from search.browser.files import file_of  # noqa: PLC0415

        made = work.make()
        records = self.put((file_of(name), data) for name, data in made.files)
        rows = [(name, record.size, record.sha) for name, record in records.items()]
        self._kept.put(work.name, pack((made.head, rows)), work.mark)
        return made.head, records

    def _known(self, work: Work) -> tuple[Any, Files] | None:
        """What the work told when it was last done, and its files; None when that is not kept, or broken."""
        data = self._kept.get(work.name, work.mark)
        if data is None:
            return None
        try:
            head, rows = unpack(data)
            return head, {name: FileRecord(size, sha) for name, size, sha in rows}
        except (TypeError, ValueError):
            return None
