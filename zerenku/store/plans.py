"""The plans of a workspace, read and linked: one by one, by several processes where there are many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias
from zlib import crc32

from zerenku.catalogue.digest import Digester
from zerenku.catalogue.link import link_plan
from zerenku.model.finding import Finding
from zerenku.model.plan import Plan
from zerenku.store.kept import REGISTERS
from zerenku.store.packing import pack, unpack
from zerenku.store.parallel import spread_and_taken
from zerenku.store.reading import Reading, digest_of
from zerenku.store.shelf import PlanRead, RegistersRead, Shelf, mark_of

FOLDER: Final = Path("content", "plans")
Drawer: TypeAlias = tuple[tuple[str, PlanRead], ...]
"""What was read of each file, by its name."""
DRAWERS: Final = 64
"""Into so many files goes what was read: a thousand small ones take longer to open than to read."""
FEW: Final = 16
"""Plans that are read sooner than a process starts."""


class PlanShelf:
    """Reads the plans of a workspace and links them with its registers, as far as they are not on the shelf.

    What is read goes into drawers, by the name of the file. A drawer is read by one process, packed and kept as one.
    """

    def __init__(self, root: Path, registers: RegistersRead, shelf: Shelf) -> None:
        self._root, self._registers, self._shelf = root, registers, shelf
        self._linked_with = repr(registers.digests)

    def read(self, *, jobs: int) -> dict[str, PlanRead]:
        """Every plan by the name of its file, in the order of the names."""
        folder = self._root / FOLDER
        paths = sorted(folder.glob("*.yml")) if folder.is_dir() else []
        drawers: dict[str, list[Path]] = {}
        for path in paths:
            drawers.setdefault(drawer_of(path.name), []).append(path)
        found = {path: item for path in paths if (item := self._shelf.plan(path, self._registers))}
        fresh = [path for path in paths if path not in found]
        marks = {path: mark_of(path) for path in fresh}
        open_drawers = dict.fromkeys(drawer_of(path.name) for path in fresh)
        for drawer in open_drawers:
            # Where others lie on the shelf, this one was read, too, and has changed since.
            if not any(path in found for path in drawers[drawer]):
                found |= self._kept(drawer, drawers[drawer])
        found |= self._read([drawers[drawer] for drawer in open_drawers], found, jobs=jobs)
        for path in fresh:
            self._shelf.put_plan(path, marks[path], self._registers, found[path])
        if fresh and self._shelf.kept:
            self._shelf.kept.only({REGISTERS, *drawers})
        return {f"{FOLDER.as_posix()}/{path.name}": found[path] for path in paths}

    def _read(self, drawers: list[list[Path]], found: Mapping[Path, PlanRead], *, jobs: int) -> dict[Path, PlanRead]:
        """What is not found yet in these drawers, which are packed with all that lies in them."""
        drawers = [paths for paths in drawers if any(path not in found for path in paths)]
        if jobs < 2 or sum(path not in found for paths in drawers for path in paths) <= FEW:
            read: Iterable[Drawer] = [self._drawer(paths, found) for paths in drawers]
            if self._shelf.kept:
                for items in read:
                    self._packed(items)
        else:
            read = spread_and_taken(
                lambda number: self._packed(self._drawer(drawers[number], found)),
                len(drawers),
                jobs=jobs,
                take=lambda data: unpack(data, self._registers.registers),
            )
        named = {name: item for drawer in read for name, item in drawer}
        return {path: named[path.name] for paths in drawers for path in paths if path not in found}

    def _drawer(self, paths: list[Path], found: Mapping[Path, PlanRead]) -> Drawer:
        digester = Digester()
        return tuple((path.name, found.get(path) or self._one(path, digester)) for path in paths)

    def _one(self, path: Path, digester: Digester) -> PlanRead:
        """One plan and what is wrong with its file; digests of its records only where they can be kept."""
        reading = Reading(self._root)
        plan = reading.record(path, Plan)
        if plan is not None and plan.id != path.stem:
            text = f"方案 id“{plan.id}”与文件名“{path.stem}”不一致"
            reading.findings.append(Finding(plan.span, "plan-id", text, suggest="请改成一样"))
        digest = next(iter(reading.digests.values()), "")
        sound = plan is not None and not self._registers.findings
        linked = link_plan(plan, self._registers.registers) if plan is not None and sound else None
        marks = digester.marks(linked.records) if linked and self._shelf.kept else b""
        # Not the plan as it was read beside the one that was linked: they differ in ids of duties alone.
        return PlanRead(linked.plan if linked else plan, tuple(reading.findings), digest, linked, marks)

    # -------------------------------------------------------------------------------------------------------- kept

    def _kept(self, drawer: str, paths: list[Path]) -> dict[Path, PlanRead]:
        """What an earlier run read of the same bytes."""
        data = self._shelf.kept.get(drawer, drawer, self._linked_with) if self._shelf.kept else None
        if data is None:
            return {}
        try:
            items = dict(unpack(data, self._registers.registers))
        except (TypeError, ValueError):
            return {}
        found = {path: items[path.name] for path in paths if _is(items.get(path.name), path)}
        if found and items.keys() - {path.name for path in paths}:
            # A plan is gone, and what was kept of it goes, too.
            self._packed(tuple((path.name, item) for path, item in found.items()))
        return found

    def _packed(self, items: Drawer) -> bytes:
        """What was read, as bytes, which are kept for the next run if that is wished."""
        data = pack(items, self._registers.registers)
        if self._shelf.kept:
            drawer = drawer_of(items[0][0])
            self._shelf.kept.put(drawer, data, drawer, self._linked_with)
        return data


def drawer_of(name: str) -> str:
    """Where the plan of that file name lies: always in the same drawer, whatever others there are."""
    return f"plans-{crc32(name.encode()) % DRAWERS:02}"


def _is(item: object, path: Path) -> bool:
    try:
        return isinstance(item, PlanRead) and item.digest == digest_of(path.read_bytes())
    except OSError:
        return False
