"""The plans of a workspace, read and linked: one by one, by several processes where there are many."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from zerenku.catalogue.digest import Digester
from zerenku.catalogue.link import link_plan
from zerenku.model.finding import Finding
from zerenku.model.plan import Plan
from zerenku.store.kept import REGISTERS
from zerenku.store.packing import Unreadable, pack, unpack
from zerenku.store.parallel import spread
from zerenku.store.reading import Reading, digest_of
from zerenku.store.shelf import PlanRead, RegistersRead, Shelf, mark_of

FOLDER: Final = Path("content", "plans")
BATCH: Final = 16
"""Plans that a process reads before it hands them over: fewer are read sooner than a process starts."""
SUFFIX: Final = ".plan"


class PlanShelf:
    """Reads the plans of a workspace and links them with its registers, as far as they are not on the shelf."""

    def __init__(self, root: Path, registers: RegistersRead, shelf: Shelf) -> None:
        self._root, self._registers, self._shelf = root, registers, shelf
        self._linked_with = repr(registers.digests)

    def read(self, *, jobs: int) -> dict[str, PlanRead]:
        """Every plan by the name of its file, in the order of the names."""
        folder = self._root / FOLDER
        paths = sorted(folder.glob("*.yml")) if folder.is_dir() else []
        found = {path: item for path in paths if (item := self._shelf.plan(path, self._registers))}
        fresh = [path for path in paths if path not in found]
        marks = {path: mark_of(path) for path in fresh}
        found |= {path: item for path in fresh if (item := self._kept(path))}
        found |= self._read([path for path in fresh if path not in found], jobs=jobs)
        for path in fresh:
            self._shelf.put_plan(path, marks[path], self._registers, found[path])
        if fresh and self._shelf.kept:
            self._shelf.kept.only({REGISTERS, *(path.stem + SUFFIX for path in paths)})
        return {path.relative_to(self._root).as_posix(): found[path] for path in paths}

    def _read(self, paths: list[Path], *, jobs: int) -> dict[Path, PlanRead]:
        if jobs < 2 or len(paths) <= BATCH:
            digester = Digester()
            found = {path: self._one(path, digester) for path in paths}
            if self._shelf.kept:
                for path, item in found.items():
                    self._packed(path, item)
            return found
        batches = [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]

        def batch(number: int) -> list[bytes]:
            digester = Digester()
            return [self._packed(path, self._one(path, digester)) for path in batches[number]]

        packed = [data for found in spread(batch, len(batches), jobs=jobs) for data in found]
        return {path: unpack(data, self._registers.registers) for path, data in zip(paths, packed, strict=True)}

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
        marks = digester.marks(linked.records) if linked and self._shelf.kept else ()
        # Not the plan as it was read beside the one that was linked: they differ in ids of duties alone.
        return PlanRead(linked.plan if linked else plan, tuple(reading.findings), digest, linked, marks)

    # -------------------------------------------------------------------------------------------------------- kept

    def _kept(self, path: Path) -> PlanRead | None:
        """What an earlier run read of the same bytes."""
        if self._shelf.kept is None:
            return None
        try:
            digest = digest_of(path.read_bytes())
            data = self._shelf.kept.get(path.stem + SUFFIX, path.name, digest, self._linked_with)
            found = None if data is None else unpack(data, self._registers.registers)
        except (OSError, Unreadable):
            return None
        return found if isinstance(found, PlanRead) else None

    def _packed(self, path: Path, found: PlanRead) -> bytes:
        """What was read, as bytes, which are kept for the next run if that is wished."""
        data = pack(found, self._registers.registers)
        if self._shelf.kept and found.digest:
            self._shelf.kept.put(path.stem + SUFFIX, data, path.name, found.digest, self._linked_with)
        return data
