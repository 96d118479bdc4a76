"""A folder of originals beside a site that is watched: what an edit touched is compared again, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from zerenku.cli.check_coverage import check_coverage
from zerenku.cli.import_sources import source_files
from zerenku.coverage.attached import Originals
from zerenku.coverage.compare import Gap
from zerenku.store.workspace import Loaded


@dataclass(frozen=True, slots=True)
class _Compared:
    """What comparing a plan gave, None without a readable original; `mark` is what that hangs on."""

    mark: object
    gaps: tuple[Gap, ...] | None
    texts: Mapping[str, str] | None


@dataclass(slots=True)
class WatchedOriginals:
    """Compares plans with a folder; again only those of which the source, the original or any register changed."""

    folder: Path
    _known: dict[str, _Compared] = field(default_factory=dict)

    def compared(self, loaded: Loaded) -> Originals:
        """What the originals say of the catalogue as it was just read."""
        catalogue = loaded.sealed()
        marks = self._marks(loaded)
        known = {name: item for name, item in self._known.items() if marks.get(name) == item.mark}
        changed = [plan for plan in catalogue.plans if plan.id not in known]
        said = check_coverage(catalogue, self.folder, plans=changed).originals
        for plan in changed:
            known[plan.id] = _Compared(marks[plan.id], said.gaps.get(plan.id), said.texts.get(plan.id))
        self._known = known
        return self.said

    @property
    def said(self) -> Originals:
        """What comparing said last."""
        return Originals(
            {name: item.gaps for name, item in self._known.items() if item.gaps is not None},
            {name: item.texts for name, item in self._known.items() if item.texts is not None},
        )

    def _marks(self, loaded: Loaded) -> dict[str, object]:
        """What each plan's comparison hangs on, by its id."""
        registers = {name: mark for name, mark in loaded.sources.items() if "/registers/" in name}
        files: dict[str, list[tuple[str, int, int]]] = {}
        for path in source_files([self.folder])[0]:
            told = path.stat()
            files.setdefault(path.stem, []).append((path.name, told.st_mtime_ns, told.st_size))
        return {
            plan.id: (registers, loaded.sources.get(f"content/plans/{plan.id}.yml"), files.get(plan.id))
            for plan in loaded.sealed().plans
        }
